#pragma once

#include "core/privacy/bytes.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

/// Shamir's secret sharing over the integers modulo the prime 2^61 - 1.
namespace cartouche::privacy {

constexpr std::uint64_t kSharingPrime = (1ULL << 61U) - 1;

struct Share {
    std::uint64_t x = 0; // 1, 2, …; never 0, where the secret is
    std::uint64_t y = 0;

    bool operator==(const Share&) const = default;
};

/// Shares of the polynomial with these coefficients, the secret first; all below the prime.
std::vector<Share> sharesOf(std::span<const std::uint64_t> coefficients, std::size_t count);

/// Shares of a secret below the prime; any `threshold` of them tell it, fewer tell nothing at all.
/// At least 1, and no more than `count`.
std::vector<Share> shareSecret(std::uint64_t secret, std::size_t threshold, std::size_t count,
                               const RandomBytes& random);

/// The secret, of as many shares as the threshold was, or more. Nothing of no shares, of two with
/// one x, and of numbers that are none of the field.
std::optional<std::uint64_t> combineShares(std::span<const Share> shares);

} // namespace cartouche::privacy
