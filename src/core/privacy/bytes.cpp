#include "core/privacy/bytes.h"

#include <charconv>

namespace cartouche::privacy {

Bytes bytesOf(std::string_view text) {
    return {text.begin(), text.end()};
}

std::string textOf(ByteView bytes) {
    return {bytes.begin(), bytes.end()};
}

std::string hexOf(ByteView bytes) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string hex;
    for (const std::uint8_t byte : bytes) {
        hex += kDigits[byte >> 4U];
        hex += kDigits[byte & 15U];
    }
    return hex;
}

std::optional<Bytes> parseHex(std::string_view hex) {
    if (hex.size() % 2 != 0) {
        return std::nullopt;
    }
    Bytes bytes;
    for (std::size_t at = 0; at < hex.size(); at += 2) {
        std::uint8_t byte = 0;
        const char* end = hex.data() + at + 2;
        const auto [stop, error] = std::from_chars(hex.data() + at, end, byte, 16);
        if (error != std::errc{} || stop != end) {
            return std::nullopt;
        }
        bytes.push_back(byte);
    }
    return bytes;
}

} // namespace cartouche::privacy
