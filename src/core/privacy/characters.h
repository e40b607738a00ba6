#pragma once

#include <cstddef>
#include <string_view>

/// Kinds of bytes in UTF-8 texts, in the eyes of recognisers.
namespace cartouche::privacy {

constexpr bool isAsciiDigit(char character) {
    return character >= '0' && character <= '9';
}
constexpr bool isAsciiUpper(char character) {
    return character >= 'A' && character <= 'Z';
}
constexpr bool isAsciiLower(char character) {
    return character >= 'a' && character <= 'z';
}
constexpr bool isAsciiLetter(char character) {
    return isAsciiUpper(character) || isAsciiLower(character);
}
constexpr bool isHexDigit(char character) {
    return isAsciiDigit(character) || (character >= 'a' && character <= 'f') ||
           (character >= 'A' && character <= 'F');
}
/// Bytes of characters beyond ASCII count as letters.
constexpr bool isWordByte(char character) {
    return isAsciiLetter(character) || isAsciiDigit(character) || character == '_' ||
           static_cast<unsigned char>(character) >= 0x80;
}
/// Not the first byte of a character.
constexpr bool isContinuation(char character) {
    return (static_cast<unsigned char>(character) & 0xC0U) == 0x80;
}
/// Up to `most` bytes of a text, and no part of a character.
constexpr std::string_view wholeCharacters(std::string_view text, std::size_t most) {
    while (most < text.size() && most > 0 && isContinuation(text[most])) {
        --most;
    }
    return text.substr(0, most);
}
constexpr char lowered(char character) {
    return isAsciiUpper(character) ? static_cast<char>(character - 'A' + 'a') : character;
}

} // namespace cartouche::privacy
