#include "core/text/utf8.h"

#include <algorithm>
#include <cassert>

namespace cartouche::text {

namespace {

/// What a first byte announces: the bytes of the whole character, and the second byte's range,
/// which is narrower where it would make overlong forms, surrogates or more than U+10FFFF.
struct Announced {
    std::size_t bytes = 1;
    unsigned char least = 0x80;
    unsigned char most = 0xBF;
};

Announced announcedBy(unsigned char first) {
    if (first >= 0xC2 && first <= 0xDF) {
        return {.bytes = 2};
    }
    if (first >= 0xE0 && first <= 0xEF) {
        return {.bytes = 3,
                .least = static_cast<unsigned char>(first == 0xE0 ? 0xA0 : 0x80),
                .most = static_cast<unsigned char>(first == 0xED ? 0x9F : 0xBF)};
    }
    if (first >= 0xF0 && first <= 0xF4) {
        return {.bytes = 4,
                .least = static_cast<unsigned char>(first == 0xF0 ? 0x90 : 0x80),
                .most = static_cast<unsigned char>(first == 0xF4 ? 0x8F : 0xBF)};
    }
    return {};
}

} // namespace

Character characterAt(std::string_view text, std::size_t at) {
    assert(at < text.size());
    const Announced announced = announcedBy(static_cast<unsigned char>(text[at]));
    const std::size_t available = std::min(announced.bytes, text.size() - at);
    std::size_t length = 1;
    while (length < available) {
        const auto byte = static_cast<unsigned char>(text[at + length]);
        const bool isSecond = length == 1;
        if (byte < (isSecond ? announced.least : 0x80) ||
            byte > (isSecond ? announced.most : 0xBF)) {
            break;
        }
        ++length;
    }
    return {length, length == 4 ? std::size_t{2} : std::size_t{1}};
}

std::uint32_t takeCodePoint(std::string_view text, std::size_t& at) {
    constexpr std::uint32_t kReplacement = 0xFFFD;
    const std::size_t bytes = characterAt(text, at).bytes;
    const auto byte = [&](std::size_t index) {
        return static_cast<std::uint32_t>(static_cast<unsigned char>(text[at + index]));
    };
    std::uint32_t point = bytes == 1   ? byte(0)
                          : bytes == 2 ? byte(0) & 0x1FU
                          : bytes == 3 ? byte(0) & 0x0FU
                                       : byte(0) & 0x07U;
    for (std::size_t index = 1; index < bytes; ++index) {
        point = point << 6U | (byte(index) & 0x3FU);
    }
    at += bytes;
    return bytes == 1 && point >= 0x80 ? kReplacement : point;
}

} // namespace cartouche::text
