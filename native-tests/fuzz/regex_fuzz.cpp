#include "core/text/regex.h"

#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

using cartouche::text::Regex;

/// All that is found stands in the text, one behind the other, and is not empty.
void search(const Regex& regex, std::string_view text) {
    constexpr std::size_t kSteps = 1'000'000;
    const Regex::Matches found = regex.findAll(text, {.matches = 1000, .steps = kSteps});
    std::size_t end = 0;
    for (const Regex::Match& match : found.matches) {
        if (match.start < end || match.end <= match.start || match.end > text.size()) {
            std::abort();
        }
        end = match.end;
    }
    if (!found.matches.empty() && !regex.isFoundIn(text)) {
        std::abort();
    }
}

} // namespace

/// The first line is a pattern, the rest a text in which it is looked for.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view input(reinterpret_cast<const char*>(bytes), size);
    const std::string_view pattern = input.substr(0, input.find('\n'));
    const std::string_view text = input.substr(pattern.size());
    for (const Regex::Case letters : {Regex::Case::Matters, Regex::Case::Ignored}) {
        const auto regex = Regex::compile(pattern, letters);
        if (regex) {
            search(*regex, text);
        } else if (regex.error().character > pattern.size() + 1 || regex.error().what.empty()) {
            std::abort();
        }
    }
    return 0;
}
