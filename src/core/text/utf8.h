#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace cartouche::text {

/// One character of a text: what browsers count as one code point.
struct Character {
    std::size_t bytes = 0;
    /// UTF-16 code units: 2 outside the Basic Multilingual Plane, otherwise 1.
    std::size_t codeUnits = 0;
};

/// The character that begins at byte `at`, which must be within the text. Bytes that are not UTF-8
/// count as the replacement characters that a browser puts in their place (WHATWG Encoding, "UTF-8
/// decode"): one for each longest beginning of a character, one for each other byte. So a lone
/// surrogate coded in three bytes is three characters.
Character characterAt(std::string_view text, std::size_t at);

/// The code point that begins there; U+FFFD for what is not UTF-8. Moves `at` behind it.
std::uint32_t takeCodePoint(std::string_view text, std::size_t& at);

} // namespace cartouche::text
