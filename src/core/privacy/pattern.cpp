#include "core/privacy/pattern.h"

#include "core/privacy/characters.h"

namespace cartouche::privacy {

namespace {

constexpr std::string_view kJoints = ".-/";

bool fits(char character, char wanted) {
    switch (wanted) {
    case '9':
        return isAsciiDigit(character);
    case 'A':
        return isAsciiLetter(character);
    case 'X':
        return isAsciiDigit(character) || isAsciiLetter(character);
    case 'h':
        return isHexDigit(character);
    case '_':
        return character == ' ' || character == '-';
    case 'S':
        return std::string_view("+-YXWVUABCDEF").contains(character);
    default:
        return character == wanted;
    }
}

} // namespace

std::optional<std::size_t> matchPattern(std::string_view text, std::size_t at,
                                        std::string_view pattern) {
    for (std::size_t place = 0; place < pattern.size(); ++place) {
        const bool isOptional = place + 1 < pattern.size() && pattern[place + 1] == '?';
        const bool mayMiss = isOptional || pattern[place] == '_';
        if (at < text.size() && fits(text[at], pattern[place])) {
            ++at;
        } else if (!mayMiss) {
            return std::nullopt;
        }
        place += isOptional ? 1 : 0;
    }
    return at;
}

bool isNumberStart(std::string_view text, std::size_t at) {
    if (at == 0) {
        return true;
    }
    const bool goesOn = kJoints.contains(text[at - 1]) && at > 1 && isWordByte(text[at - 2]);
    return !isWordByte(text[at - 1]) && !goesOn;
}

bool isNumberEnd(std::string_view text, std::size_t at) {
    if (at == text.size()) {
        return true;
    }
    const bool goesOn =
        kJoints.contains(text[at]) && at + 1 < text.size() && isAsciiDigit(text[at + 1]);
    return !isWordByte(text[at]) && !goesOn;
}

} // namespace cartouche::privacy
