#include "core/values/base64.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace cartouche::values {

namespace {

constexpr std::string_view kAlphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::uint8_t kNone = 0xFF;

/// What each letter stands for.
constexpr auto kSixBits = [] {
    std::array<std::uint8_t, 256> bits{};
    bits.fill(kNone);
    for (std::size_t at = 0; at < kAlphabet.size(); ++at) {
        bits[static_cast<unsigned char>(kAlphabet[at])] = static_cast<std::uint8_t>(at);
    }
    return bits;
}();

/// Without white space, and without padding where it is complete.
std::string lettersOf(std::string_view text) {
    std::string letters;
    for (const char letter : text) {
        if (!std::string_view(" \t\n\f\r").contains(letter)) {
            letters += letter;
        }
    }
    if (letters.size() % 4 == 0) {
        for (int padding = 0; padding < 2 && letters.ends_with('='); ++padding) {
            letters.pop_back();
        }
    }
    return letters;
}

std::optional<std::string> decodeBytes(std::string_view text) {
    const std::string letters = lettersOf(text);
    if (letters.size() % 4 == 1) {
        return std::nullopt;
    }
    std::string bytes;
    bytes.reserve(letters.size() / 4 * 3 + 2);
    unsigned pending = 0;
    int count = 0;
    for (const char letter : letters) {
        const unsigned bits = kSixBits[static_cast<unsigned char>(letter)];
        if (bits == kNone) {
            return std::nullopt;
        }
        pending = pending << 6U | bits;
        count += 6;
        if (count >= 8) {
            count -= 8;
            bytes += static_cast<char>(pending >> static_cast<unsigned>(count) & 0xFFU);
        }
    }
    return bytes;
}

/// How long the UTF-8 sequence is that begins with this byte; 0: none does (RFC 3629).
std::size_t announcedLength(unsigned lead) {
    return lead < 0x80                   ? 1
           : lead >= 0xC2 && lead < 0xE0 ? 2
           : lead >= 0xE0 && lead < 0xF0 ? 3
           : lead >= 0xF0 && lead < 0xF5 ? 4
                                         : 0;
}

/// Whether the two bytes begin a code point that is written too long, is half of a surrogate pair,
/// or lies beyond Unicode.
bool isForbidden(unsigned lead, unsigned second) {
    switch (lead) {
    case 0xE0:
        return second < 0xA0;
    case 0xED:
        return second > 0x9F;
    case 0xF0:
        return second < 0x90;
    case 0xF4:
        return second > 0x8F;
    default:
        return false;
    }
}

/// Length of the well-formed UTF-8 sequence at the front; 0: it is none.
std::size_t sequenceLength(std::string_view text) {
    const auto byteAt = [text](std::size_t at) {
        return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
    };
    const std::size_t length = announcedLength(byteAt(0));
    for (std::size_t at = 1; at < length; ++at) {
        if ((byteAt(at) & 0xC0U) != 0x80U) {
            return 0;
        }
    }
    return isForbidden(byteAt(0), byteAt(1)) ? 0 : length;
}

bool isUtf8(std::string_view text) {
    while (!text.empty()) {
        const std::size_t length = sequenceLength(text);
        if (length == 0) {
            return false;
        }
        text.remove_prefix(length);
    }
    return true;
}

} // namespace

std::optional<std::string> decodeBase64(std::string_view text) {
    const auto bytes = decodeBytes(text);
    if (!bytes) {
        return std::nullopt;
    }
    std::string result;
    for (const char byte : *bytes) {
        const auto point = static_cast<unsigned char>(byte);
        if (point < 0x80) {
            result += byte;
        } else {
            result += static_cast<char>(0xC0U | point >> 6U);
            result += static_cast<char>(0x80U | (point & 0x3FU));
        }
    }
    return result;
}

std::optional<std::string> decodeBase64Unicode(std::string_view text) {
    auto bytes = decodeBytes(text);
    return bytes && isUtf8(*bytes) ? std::move(bytes) : std::nullopt;
}

std::optional<std::vector<std::uint8_t>> decodeBase64Bytes(std::string_view text) {
    const auto bytes = decodeBytes(text);
    if (!bytes) {
        return std::nullopt;
    }
    return std::vector<std::uint8_t>(bytes->begin(), bytes->end());
}

std::string encodeBase64(std::span<const std::uint8_t> bytes) {
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        const std::size_t count = std::min(bytes.size() - at, std::size_t{3});
        std::uint32_t group = 0;
        for (std::size_t index = 0; index < 3; ++index) {
            group = group << 8U | (index < count ? bytes[at + index] : 0U);
        }
        for (std::size_t index = 0; index < 4; ++index) {
            text += index <= count ? kAlphabet[group >> (18 - 6 * index) & 0x3FU] : '=';
        }
    }
    return text;
}

} // namespace cartouche::values
