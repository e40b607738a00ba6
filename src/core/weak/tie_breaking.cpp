#include "core/weak/tie_breaking.h"

#include <algorithm>
#include <array>
#include <bit>
#include <string>

namespace cartouche::weak {

namespace {

using Words = std::array<std::uint32_t, 80>;
using Digest = std::array<std::uint32_t, 5>;

/// What SHA-1 (FIPS 180-4) mixes of a text that fits in one block of 64 bytes.
Words scheduleOf(const std::string& text) {
    constexpr std::uint32_t kEnd = 0x80;
    constexpr unsigned kBitsOfByte = 8;
    Words words{};
    const auto put = [&words](std::size_t at, std::uint32_t byte) {
        words.at(at / 4) |= byte << (kBitsOfByte * (3 - (at % 4)));
    };
    for (std::size_t at = 0; at < text.size(); ++at) {
        put(at, static_cast<unsigned char>(text[at]));
    }
    put(text.size(), kEnd);
    words[15] = static_cast<std::uint32_t>(text.size() * kBitsOfByte);
    for (std::size_t at = 16; at < words.size(); ++at) {
        words.at(at) = std::rotl(
            words.at(at - 3) ^ words.at(at - 8) ^ words.at(at - 14) ^ words.at(at - 16), 1);
    }
    return words;
}

Digest sha1OfBlock(const Words& words) {
    constexpr Digest kStart{0x67452301U, 0xEFCDAB89U, 0x98BADCFEU, 0x10325476U, 0xC3D2E1F0U};
    constexpr std::array kConstants{0x5A827999U, 0x6ED9EBA1U, 0x8F1BBCDCU, 0xCA62C1D6U};
    auto [a, b, c, d, e] = kStart;
    for (std::size_t round = 0; round < words.size(); ++round) {
        const std::uint32_t mixed = round < 20                  ? (b & c) | (~b & d)
                                    : round >= 40 && round < 60 ? (b & c) | (b & d) | (c & d)
                                                                : b ^ c ^ d;
        const std::uint32_t next =
            std::rotl(a, 5) + mixed + e + kConstants.at(round / 20) + words.at(round);
        e = d;
        d = c;
        c = std::rotl(b, 30);
        b = a;
        a = next;
    }
    return {kStart[0] + a, kStart[1] + b, kStart[2] + c, kStart[3] + d, kStart[4] + e};
}

} // namespace

std::uint32_t hashedBelow(std::size_t number, std::uint32_t modulus) {
    std::uint64_t rest = 0;
    for (const std::uint32_t word : sha1OfBlock(scheduleOf(std::to_string(number)))) {
        rest = (rest << 32U | word) % modulus;
    }
    return static_cast<std::uint32_t>(rest);
}

std::vector<std::optional<std::uint32_t>> labelsOf(const quality::Matrix& probabilities,
                                                   Ties ties) {
    constexpr double kAlike = 1e-5;
    std::vector<std::optional<std::uint32_t>> labels;
    std::vector<std::uint32_t> best;
    for (std::size_t item = 0; item < probabilities.rows(); ++item) {
        const auto row = probabilities.row(item);
        const double most = std::ranges::max(row);
        best.clear();
        for (std::uint32_t label = 0; label < row.size(); ++label) {
            if (most - row[label] < kAlike) {
                best.push_back(label);
            }
        }
        if (ties == Ties::Abstain && best.size() > 1) {
            labels.emplace_back();
        } else {
            labels.emplace_back(
                ties == Ties::Hash
                    ? best[hashedBelow(item, static_cast<std::uint32_t>(best.size()))]
                    : best.front());
        }
    }
    return labels;
}

} // namespace cartouche::weak
