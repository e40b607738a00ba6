#include "core/learn/feature_hash.h"

#include <bit>
#include <cstddef>

namespace cartouche::learn {

namespace {

constexpr std::uint32_t kFirst = 0xCC9E2D51U;
constexpr std::uint32_t kSecond = 0x1B873593U;

std::uint32_t scrambled(std::uint32_t word) {
    return std::rotl(word * kFirst, 15) * kSecond;
}

/// Up to four bytes, the first of them lowest.
std::uint32_t wordOf(std::string_view bytes) {
    std::uint32_t word = 0;
    for (std::size_t at = bytes.size(); at > 0; --at) {
        word = word << 8U | static_cast<unsigned char>(bytes[at - 1]);
    }
    return word;
}

std::uint32_t finished(std::uint32_t hash) {
    hash = (hash ^ hash >> 16U) * 0x85EBCA6BU;
    hash = (hash ^ hash >> 13U) * 0xC2B2AE35U;
    return hash ^ hash >> 16U;
}

} // namespace

std::uint32_t murmurHash(std::string_view bytes, std::uint32_t seed) {
    std::uint32_t hash = seed;
    const auto length = static_cast<std::uint32_t>(bytes.size());
    for (; bytes.size() >= 4; bytes.remove_prefix(4)) {
        hash = (std::rotl(hash ^ scrambled(wordOf(bytes.substr(0, 4))), 13) * 5) + 0xE6546B64U;
    }
    return finished(hash ^ scrambled(wordOf(bytes)) ^ length);
}

HashedFeature hashFeature(std::string_view token, int bits) {
    const std::uint32_t hash = murmurHash(token);
    const bool isNegative = hash >> 31U != 0;
    const std::uint32_t magnitude = isNegative ? 0U - hash : hash;
    return {magnitude & ((1U << static_cast<unsigned>(bits)) - 1U), isNegative ? -1 : 1};
}

} // namespace cartouche::learn
