#include "editor/filter.h"

#include <algorithm>
#include <charconv>
#include <string>

namespace cartouche::editor {

std::string foldCase(std::string_view text) {
    std::string folded;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto first = static_cast<unsigned char>(text[at]);
        if (first < 0x80) {
            folded += static_cast<char>(first >= 'A' && first <= 'Z' ? first + 32 : first);
            continue;
        }
        if ((first & 0xE0U) != 0xC0U || at + 1 >= text.size()) {
            folded += text[at];
            continue;
        }
        const auto second = static_cast<unsigned char>(text[++at]);
        unsigned point = ((first & 0x1FU) << 6U) | (second & 0x3FU);
        const bool isLatin = point >= 0xC0 && point <= 0xDE && point != 0xD7;
        const bool isGreek = point >= 0x391 && point <= 0x3A9;
        const bool isCyrillic = point >= 0x410 && point <= 0x42F;
        const bool isCyrillicExtension = point >= 0x400 && point <= 0x40F;
        point += isLatin || isGreek || isCyrillic ? 32U : isCyrillicExtension ? 80U : 0U;
        folded += static_cast<char>(0xC0U | (point >> 6U));
        folded += static_cast<char>(0x80U | (point & 0x3FU));
    }
    return folded;
}

namespace {

std::size_t leastLength(const config::Tag& filter) {
    const std::string_view text = filter.text("minlength");
    std::size_t length = 0;
    std::from_chars(text.data(), text.data() + text.size(), length);
    return length;
}

std::size_t countCharacters(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(
        text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

} // namespace

bool hidesAnswer(const config::Tag& filter, std::string_view typed, std::string_view display) {
    if (typed.empty() || countCharacters(typed) < leastLength(filter)) {
        return false;
    }
    if (filter.flag("caseSensetive")) {
        return !display.contains(typed);
    }
    return !foldCase(display).contains(foldCase(typed));
}

} // namespace cartouche::editor
