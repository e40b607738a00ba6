#include "core/text/folding.h"

#include <algorithm>

namespace cartouche::text {

namespace {

unsigned byteAt(std::string_view text, std::size_t at) {
    return static_cast<unsigned char>(text[at]);
}

bool isContinuation(unsigned byte) {
    return (byte & 0xC0U) == 0x80U;
}

/// The small letter of one from U+0080 to U+07FF, where Unicode has letters in two cases.
unsigned smallLetter(unsigned point) {
    const auto isFrom = [point](unsigned first, unsigned last) {
        return point >= first && point <= last;
    };
    const bool isOdd = point % 2 == 1;
    if (isFrom(0xC0, 0xDE) && point != 0xD7) {
        return point + 0x20;
    }
    if (point == 0x178) {
        return 0xFF;
    }
    const bool isCapitalEven = isFrom(0x100, 0x137) || isFrom(0x14A, 0x177);
    const bool isCapitalOdd = isFrom(0x139, 0x148) || isFrom(0x179, 0x17E);
    if (point != 0x130 && ((isCapitalEven && !isOdd) || (isCapitalOdd && isOdd))) {
        return point + 1;
    }
    if ((isFrom(0x391, 0x3A9) && point != 0x3A2) || isFrom(0x410, 0x42F)) {
        return point + 0x20;
    }
    return isFrom(0x400, 0x40F) ? point + 0x50 : point;
}

/// Whether the character that begins there belongs to words.
bool isWordCharacter(std::string_view text, std::size_t at) {
    const unsigned first = byteAt(text, at);
    if (first < 0x80) {
        return (first >= '0' && first <= '9') || (first >= 'A' && first <= 'Z') ||
               (first >= 'a' && first <= 'z') || first == '_';
    }
    const unsigned second = at + 1 < text.size() ? byteAt(text, at + 1) : 0;
    const bool isLatinSign = first == 0xC2;                                         // to U+00BF
    const bool isPunctuation = first == 0xE2 && (second == 0x80 || second == 0x81); // U+2000
    const bool isIdeographicMark = first == 0xE3 && second == 0x80;                 // U+3000
    const bool isFullwidthMark = first == 0xEF && second == 0xBC && at + 2 < text.size() &&
                                 byteAt(text, at + 2) < 0x90; // U+FF00
    return !isLatinSign && !isPunctuation && !isIdeographicMark && !isFullwidthMark;
}

bool isWordBehind(std::string_view text, std::size_t at) {
    return at < text.size() && isWordCharacter(text, at);
}

bool isWordBefore(std::string_view text, std::size_t at) {
    if (at == 0 || at > text.size()) {
        return false;
    }
    std::size_t before = at - 1;
    while (before > 0 && isContinuation(byteAt(text, before))) {
        --before;
    }
    return isWordCharacter(text, before);
}

} // namespace

std::string folded(std::string_view text) {
    constexpr unsigned kTwoBytes = 0xC0;
    std::string result(text);
    for (std::size_t at = 0; at < result.size(); ++at) {
        const unsigned first = byteAt(result, at);
        if (first >= 'A' && first <= 'Z') {
            result[at] = static_cast<char>(first + ('a' - 'A'));
        } else if ((first & 0xE0U) == kTwoBytes && at + 1 < result.size() &&
                   isContinuation(byteAt(result, at + 1))) {
            const unsigned small =
                smallLetter((first & 0x1FU) << 6U | (byteAt(result, at + 1) & 0x3FU));
            result[at] = static_cast<char>(kTwoBytes | small >> 6U);
            result[++at] = static_cast<char>(0x80U | (small & 0x3FU));
        }
    }
    return result;
}

std::uint32_t foldedPoint(std::uint32_t point) {
    if (point >= 'A' && point <= 'Z') {
        return point + ('a' - 'A');
    }
    constexpr std::uint32_t kLastOfTwoBytes = 0x7FF;
    return point >= 0x80 && point <= kLastOfTwoBytes ? smallLetter(point) : point;
}

bool isWithinWord(std::string_view text, std::size_t at) {
    return isWordBefore(text, at) && isWordBehind(text, at);
}

bool isWordEdge(std::string_view text, std::size_t at) {
    return isWordBefore(text, at) != isWordBehind(text, at);
}

std::vector<std::string_view> wordsOf(std::string_view text) {
    std::vector<std::string_view> words;
    std::size_t start = text.size();
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (isContinuation(byteAt(text, at))) {
            continue;
        }
        const bool isWord = isWordCharacter(text, at);
        if (isWord) {
            start = std::min(start, at);
        } else if (start < at) {
            words.push_back(text.substr(start, at - start));
            start = text.size();
        }
    }
    if (start < text.size()) {
        words.push_back(text.substr(start));
    }
    return words;
}

std::size_t countWords(std::string_view text) {
    return wordsOf(text).size();
}

std::size_t countCharacters(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(
        text, [](char byte) { return !isContinuation(static_cast<unsigned char>(byte)); }));
}

} // namespace cartouche::text
