#include "editor/fuzzy.h"

#include "editor/ascii_case.h"

#include <cstddef>

namespace cartouche::editor {

namespace {

constexpr int kWordStart = 8;
constexpr int kSideBySide = 10;
constexpr int kLetter = 1;

bool isWordStart(std::string_view text, std::size_t at) {
    return at == 0 || text[at - 1] == ' ' || text[at - 1] == ':' || text[at - 1] == '-';
}

/// The best score of `typed` from `from` on, when the letter before was found just before `at`.
std::optional<int> best(std::string_view typed, std::string_view text, std::size_t at,
                        bool wasFound, int& patience) {
    while (!typed.empty() && typed.front() == ' ') {
        typed.remove_prefix(1);
    }
    if (typed.empty()) {
        return 0;
    }
    std::optional<int> most;
    for (std::size_t place = at; place < text.size() && patience > 0; ++place) {
        if (lowered(text[place]) != lowered(typed.front())) {
            continue;
        }
        --patience;
        const auto rest = best(typed.substr(1), text, place + 1, true, patience);
        if (!rest) {
            break; // nor will it fit further behind
        }
        const int score = *rest + kLetter + (isWordStart(text, place) ? kWordStart : 0) +
                          (wasFound && place == at ? kSideBySide : 0);
        most = most && *most > score ? most : score;
    }
    return most;
}

} // namespace

std::optional<int> fuzzyScore(std::string_view typed, std::string_view text) {
    int patience = 2000; // of long texts of one letter, whatever was found by then
    return best(typed, text, 0, false, patience);
}

} // namespace cartouche::editor
