#include "core/privacy/secret_sharing.h"

#include <array>
#include <cassert>

namespace cartouche::privacy {

namespace {

__extension__ using Wide = unsigned __int128;

std::uint64_t product(std::uint64_t a, std::uint64_t b) {
    return static_cast<std::uint64_t>(Wide{a} * b % kSharingPrime);
}

std::uint64_t sum(std::uint64_t a, std::uint64_t b) {
    return (a + b) % kSharingPrime;
}

std::uint64_t negated(std::uint64_t a) {
    return (kSharingPrime - a) % kSharingPrime;
}

/// By Fermat: a^(p-2).
std::uint64_t inverse(std::uint64_t a) {
    std::uint64_t result = 1;
    for (std::uint64_t exponent = kSharingPrime - 2; exponent > 0; exponent >>= 1U) {
        result = (exponent & 1U) != 0 ? product(result, a) : result;
        a = product(a, a);
    }
    return result;
}

/// Uniform in the field, by rejection.
std::uint64_t drawElement(const RandomBytes& random) {
    std::array<std::uint8_t, 8> bytes{};
    while (true) {
        random(bytes);
        std::uint64_t value = 0;
        for (const std::uint8_t byte : bytes) {
            value = value << 8U | byte;
        }
        value &= kSharingPrime;
        if (value != kSharingPrime) {
            return value;
        }
    }
}

} // namespace

std::vector<Share> sharesOf(std::span<const std::uint64_t> coefficients, std::size_t count) {
    std::vector<Share> shares;
    for (std::uint64_t x = 1; x <= count; ++x) {
        std::uint64_t y = 0;
        for (std::size_t at = coefficients.size(); at-- > 0;) {
            y = sum(product(y, x), coefficients[at]);
        }
        shares.push_back({x, y});
    }
    return shares;
}

std::vector<Share> shareSecret(std::uint64_t secret, std::size_t threshold, std::size_t count,
                               const RandomBytes& random) {
    assert(secret < kSharingPrime && threshold > 0 && threshold <= count);
    std::vector<std::uint64_t> coefficients{secret};
    while (coefficients.size() < threshold) {
        coefficients.push_back(drawElement(random));
    }
    return sharesOf(coefficients, count);
}

std::optional<std::uint64_t> combineShares(std::span<const Share> shares) {
    if (shares.empty()) {
        return std::nullopt;
    }
    std::uint64_t secret = 0;
    for (const Share& own : shares) {
        if (own.x == 0 || own.x >= kSharingPrime || own.y >= kSharingPrime) {
            return std::nullopt;
        }
        // Lagrange's polynomial at 0.
        std::uint64_t above = 1;
        std::uint64_t below = 1;
        for (const Share& other : shares) {
            if (&other != &own) {
                above = product(above, negated(other.x));
                below = product(below, sum(own.x, negated(other.x)));
            }
        }
        if (below == 0) {
            return std::nullopt;
        }
        secret = sum(secret, product(own.y, product(above, inverse(below))));
    }
    return secret;
}

} // namespace cartouche::privacy
