#include "core/diagnostics/suggestion.h"

#include <algorithm>
#include <vector>

namespace cartouche::diagnostics {

namespace {

char lowered(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

bool isSwap(std::string_view a, std::string_view b, std::size_t i, std::size_t j) {
    return i > 1 && j > 1 && lowered(a[i - 1]) == lowered(b[j - 2]) &&
           lowered(a[i - 2]) == lowered(b[j - 1]);
}

/// Optimal string alignment distance, by rows of the usual table.
std::size_t editDistance(std::string_view a, std::string_view b) {
    std::vector<std::vector<std::size_t>> rows(a.size() + 1,
                                               std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) {
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                rows[i][j] = i + j;
                continue;
            }
            const std::size_t changed = lowered(a[i - 1]) == lowered(b[j - 1]) ? 0 : 1;
            rows[i][j] =
                std::min({rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + changed});
            if (isSwap(a, b, i, j)) {
                rows[i][j] = std::min(rows[i][j], rows[i - 2][j - 2] + 1);
            }
        }
    }
    return rows[a.size()][b.size()];
}

} // namespace

std::optional<std::string> findSuggestion(std::string_view word,
                                          std::span<const std::string> candidates) {
    // Names are short; a word of this length is no misspelling, and the table would be large.
    constexpr std::size_t kLongest = 64;
    const std::size_t allowed = std::max<std::size_t>(1, word.size() / 3);
    const std::string* best = nullptr;
    std::size_t bestDistance = allowed + 1;
    for (const std::string& candidate : candidates) {
        if (word.size() > kLongest || candidate.size() > kLongest) {
            continue;
        }
        const std::size_t distance = editDistance(word, candidate);
        if (distance < bestDistance) {
            bestDistance = distance;
            best = &candidate;
        }
    }
    return best == nullptr ? std::nullopt : std::optional(*best);
}

std::string suggestionText(std::string_view word, std::span<const std::string> candidates,
                           std::string_view before, std::string_view after) {
    const std::optional<std::string> found = findSuggestion(word, candidates);
    if (!found) {
        return "";
    }
    return std::string("; did you mean ").append(before).append(*found).append(after).append("?");
}

} // namespace cartouche::diagnostics
