#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cartouche::values {

/// The text that stands in Base64 (RFC 4648, section 4), as UTF-8. White space does not count and
/// the padding may be missing, as in a browser's atob. Nothing if it is no Base64.
///
/// Here each byte is one character (Latin-1): `encoding="base64"` (spec/edge-cases.md 4.10).
std::optional<std::string> decodeBase64(std::string_view text);

/// Here the bytes are UTF-8: `encoding="base64unicode"`. Nothing, too, if they are not.
std::optional<std::string> decodeBase64Unicode(std::string_view text);

/// The bytes themselves, by the same rules.
std::optional<std::vector<std::uint8_t>> decodeBase64Bytes(std::string_view text);

/// With padding, and without line breaks.
std::string encodeBase64(std::span<const std::uint8_t> bytes);

} // namespace cartouche::values
