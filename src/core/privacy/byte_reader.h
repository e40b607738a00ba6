#pragma once

#include "core/privacy/bytes.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace cartouche::privacy {

enum class ByteOrder { Big, Little };

/// The whole number in up to four bytes; 0 where they are not all there.
inline std::uint32_t numberAt(ByteView bytes, std::size_t at, std::size_t count,
                              ByteOrder order = ByteOrder::Big) {
    if (at > bytes.size() || bytes.size() - at < count) {
        return 0;
    }
    std::uint32_t number = 0;
    for (std::size_t place = 0; place < count; ++place) {
        const std::size_t from = order == ByteOrder::Big ? at + place : at + count - 1 - place;
        number = number << 8U | bytes[from];
    }
    return number;
}

inline void appendNumber(Bytes& bytes, std::uint32_t number, std::size_t count,
                         ByteOrder order = ByteOrder::Big) {
    for (std::size_t place = 0; place < count; ++place) {
        const std::size_t shift = order == ByteOrder::Big ? count - 1 - place : place;
        bytes.push_back(static_cast<std::uint8_t>(number >> (8 * shift)));
    }
}

inline void append(Bytes& bytes, ByteView more) {
    bytes.insert(bytes.end(), more.begin(), more.end());
}

/// Of a PNG's chunk (PNG specification, annex D); bit by bit, as files are read once.
inline std::uint32_t pngChecksum(ByteView bytes) {
    std::uint32_t check = 0xFFFFFFFFU;
    for (const std::uint8_t byte : bytes) {
        check ^= byte;
        for (int bit = 0; bit < 8; ++bit) {
            check = check >> 1U ^ ((check & 1U) != 0 ? 0xEDB88320U : 0);
        }
    }
    return ~check;
}

/// Of text that may hold zeros.
inline bool startsWith(ByteView bytes, std::string_view text) {
    return bytes.size() >= text.size() &&
           std::equal(text.begin(), text.end(), bytes.begin(),
                      [](char a, std::uint8_t b) { return static_cast<std::uint8_t>(a) == b; });
}

} // namespace cartouche::privacy
