#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

/// Looking at many letters at once, with the vectors that compilers make SIMD instructions of.
namespace cartouche::json::scan {

/// Sixteen bytes; comparing them gives 0xFF for those for which it holds, and 0 for the others.
using Letters [[gnu::vector_size(16)]] = std::uint8_t;

/// What was compared as two numbers, the first byte in the lowest of the first.
using Hits = std::array<std::uint64_t, 2>;

/// From `at`, the first place of which marks(Letters) marks the byte. The last few letters before
/// `end` are not looked at: then it is one at or before the first place.
template <typename Marks>
const char* behindUnmarked(const char* at, const char* end, Marks marks) {
    for (constexpr int kCount = sizeof(Letters); end - at >= kCount; at += kCount) {
        Letters letters;
        std::memcpy(&letters, at, sizeof letters);
        const auto hits = std::bit_cast<Hits>(marks(letters));
        if (hits[0] != 0) {
            return at + std::countr_zero(hits[0]) / 8;
        }
        if (hits[1] != 0) {
            return at + 8 + std::countr_zero(hits[1]) / 8;
        }
    }
    return at;
}

/// As text.contains(letter), without the call that it makes: for short texts. The last words may
/// overlap.
inline bool contains(std::string_view text, char letter) {
    constexpr std::uint64_t kOnes = 0x0101010101010101;
    const auto isIn = [&](std::size_t at) { // a byte of the word becomes 0
        std::uint64_t word = 0;
        std::memcpy(&word, text.data() + at, sizeof word);
        word ^= kOnes * static_cast<std::uint8_t>(letter);
        return ((word - kOnes) & ~word & (kOnes << 7U)) != 0;
    };
    std::size_t at = 0;
    if (text.size() < 8) {
        while (at < text.size() && text[at] != letter) {
            ++at;
        }
        return at < text.size();
    }
    for (; at + 8 < text.size(); at += 8) {
        if (isIn(at)) {
            return true;
        }
    }
    return isIn(text.size() - 8);
}

template <typename Word>
bool isSameWord(const char* left, const char* right) {
    return std::memcmp(left, right, sizeof(Word)) == 0; // of a known size: two loads, no call
}

/// As ==, without the call that it makes: for short texts. The last words may overlap.
inline bool isSame(std::string_view left, std::string_view right) {
    const std::size_t size = left.size();
    const char* one = left.data();
    const char* other = right.data();
    if (size != right.size()) {
        return false;
    }
    if (size < 4) {
        return size == 0 || (one[0] == other[0] && one[size / 2] == other[size / 2] &&
                             one[size - 1] == other[size - 1]);
    }
    if (size < 8) {
        return isSameWord<std::uint32_t>(one, other) &&
               isSameWord<std::uint32_t>(one + size - 4, other + size - 4);
    }
    for (std::size_t at = 0; at + 8 < size; at += 8) {
        if (!isSameWord<std::uint64_t>(one + at, other + at)) {
            return false;
        }
    }
    return isSameWord<std::uint64_t>(one + size - 8, other + size - 8);
}

} // namespace cartouche::json::scan
