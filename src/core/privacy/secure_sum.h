#pragma once

#include "core/privacy/bytes.h"

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

/// Sums of what clients hold, without anybody seeing what one of them holds: each pair agrees on a
/// mask that one adds and the other subtracts (Bonawitz et al., "Practical Secure Aggregation for
/// Privacy-Preserving Machine Learning", 2017). Sums are modulo 2^32.
namespace cartouche::privacy {

using MaskedVector = std::vector<std::uint32_t>;
/// Words that look random to whoever does not know the seed.
using MaskStream = std::function<std::vector<std::uint32_t>(ByteView seed, std::size_t count)>;

/// AES-256 in counter mode under SHA-256 of the seed.
std::vector<std::uint32_t> aesMask(ByteView seed, std::size_t count);
/// SHA-256 of the seed and a counter, four bytes, least first.
std::vector<std::uint32_t> shaMask(ByteView seed, std::size_t count);

/// What a client shares with one of the others.
struct PairSeed {
    std::size_t other = 0; // its number
    Bytes seed;
};

/// The values of client number `own`, with the masks of its pairs: added where the other's number
/// is higher, subtracted where it is lower. Each seed is good for one round only.
MaskedVector masked(std::span<const std::uint32_t> values, std::size_t own,
                    std::span<const PairSeed> seeds, const MaskStream& stream = aesMask);

/// Of vectors of the same length; nothing if they are not, or if there are none. The masks are gone
/// if all clients are there. For one that has left, its masks must be taken out: `masked` of zeros
/// with its seeds, which its pairs know, is what is missing.
std::optional<MaskedVector> sumOf(std::span<const MaskedVector> vectors);

/// Numbers of clients, from -most to most, as whole numbers that can be summed: clipped, and
/// rounded up or down by chance so that no sum is biased. `clients` vectors fit without overflow.
class Quantizer {
public:
    /// `most` finite and above 0, clients from 1 to 2^20.
    Quantizer(double most, std::size_t clients);

    MaskedVector quantize(std::span<const double> values, const RandomBytes& random) const;
    /// The sum of the values behind a sum of that many vectors.
    std::vector<double> restoreSum(std::span<const std::uint32_t> sum, std::size_t clients) const;

private:
    double m_most;
    double m_step;
};

/// A key pair of X25519 (RFC 7748), to agree on seeds over a channel that others read.
struct KeyPair {
    std::array<std::uint8_t, 32> secret{};
    std::array<std::uint8_t, 32> open{};
};

KeyPair makeKeyPair(const RandomBytes& random);
/// The same for both sides; the context, such as the round, makes another one of it. Nothing if the
/// other's key is none.
std::optional<Bytes> agreeOnSeed(const KeyPair& own, ByteView othersOpenKey,
                                 std::string_view context, const RandomBytes& random);

} // namespace cartouche::privacy
