#include "core/privacy/secure_sum.h"

#include "core/privacy/cipher.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <functional>

namespace cartouche::privacy {

namespace {

std::uint32_t wordAt(ByteView bytes, std::size_t at) {
    return static_cast<std::uint32_t>(bytes[at]) | static_cast<std::uint32_t>(bytes[at + 1]) << 8U |
           static_cast<std::uint32_t>(bytes[at + 2]) << 16U |
           static_cast<std::uint32_t>(bytes[at + 3]) << 24U;
}

} // namespace

std::vector<std::uint32_t> aesMask(ByteView seed, std::size_t count) {
    const Aes aes(digestOf(Digest::Sha256, seed));
    const Bytes stream = aes.applyCounter(Block{}, Bytes(count * 4));
    std::vector<std::uint32_t> words;
    for (std::size_t at = 0; at < stream.size(); at += 4) {
        words.push_back(wordAt(stream, at));
    }
    return words;
}

std::vector<std::uint32_t> shaMask(ByteView seed, std::size_t count) {
    std::vector<std::uint32_t> words;
    for (std::uint32_t block = 0; words.size() < count; ++block) {
        Bytes message(seed.begin(), seed.end());
        for (unsigned place = 0; place < 4; ++place) {
            message.push_back(static_cast<std::uint8_t>(block >> (8 * place)));
        }
        const Bytes digest = digestOf(Digest::Sha256, message);
        for (std::size_t at = 0; at < digest.size() && words.size() < count; at += 4) {
            words.push_back(wordAt(digest, at));
        }
    }
    return words;
}

MaskedVector masked(std::span<const std::uint32_t> values, std::size_t own,
                    std::span<const PairSeed> seeds, const MaskStream& stream) {
    MaskedVector result(values.begin(), values.end());
    for (const PairSeed& pair : seeds) {
        const std::vector<std::uint32_t> mask = stream(pair.seed, values.size());
        for (std::size_t at = 0; at < result.size(); ++at) {
            result[at] += own < pair.other ? mask[at] : 0U - mask[at];
        }
    }
    return result;
}

std::optional<MaskedVector> sumOf(std::span<const MaskedVector> vectors) {
    if (vectors.empty()) {
        return std::nullopt;
    }
    MaskedVector sum(vectors.front().size());
    for (const MaskedVector& vector : vectors) {
        if (vector.size() != sum.size()) {
            return std::nullopt;
        }
        std::ranges::transform(sum, vector, sum.begin(), std::plus{});
    }
    return sum;
}

Quantizer::Quantizer(double most, std::size_t clients) : m_most(most) {
    assert(std::isfinite(most) && most > 0 && clients >= 1 && clients <= (1U << 20U));
    m_step = 2 * most * static_cast<double>(clients) / 0x1p32 * (1 + 0x1p-10);
}

MaskedVector Quantizer::quantize(std::span<const double> values, const RandomBytes& random) const {
    MaskedVector result;
    std::array<std::uint8_t, 4> bytes{};
    for (const double value : values) {
        const double inside = std::isnan(value) ? 0 : std::clamp(value, -m_most, m_most);
        const double place = (inside + m_most) / m_step;
        random(bytes);
        const double chance = static_cast<double>(wordAt(bytes, 0)) / 0x1p32;
        const double up = chance < place - std::floor(place) ? 1 : 0;
        result.push_back(static_cast<std::uint32_t>(std::floor(place) + up));
    }
    return result;
}

std::vector<double> Quantizer::restoreSum(std::span<const std::uint32_t> sum,
                                          std::size_t clients) const {
    std::vector<double> values;
    for (const std::uint32_t word : sum) {
        values.push_back(static_cast<double>(word) * m_step -
                         m_most * static_cast<double>(clients));
    }
    return values;
}

} // namespace cartouche::privacy
