#include "core/config/label_color.h"

#include <array>
#include <cmath>
#include <cstdint>
#include <format>
#include <numeric>
#include <utility>
#include <vector>

namespace cartouche::config {

namespace {

/// UTF-16 code units of UTF-8 text; bytes that are no UTF-8 stand for themselves.
std::vector<unsigned> codeUnits(std::string_view text) {
    std::vector<unsigned> units;
    for (std::size_t at = 0; at < text.size();) {
        const auto lead = static_cast<unsigned char>(text[at]);
        const std::size_t length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        unsigned point = length == 1 ? lead : lead & (0x7FU >> length);
        for (std::size_t next = 1; next < length && at + next < text.size(); ++next) {
            point = point << 6U | (static_cast<unsigned char>(text[at + next]) & 0x3FU);
        }
        if (point >= 0x10000) {
            units.push_back(0xD800 + ((point - 0x10000) >> 10U));
            units.push_back(0xDC00 + ((point - 0x10000) & 0x3FFU));
        } else {
            units.push_back(point);
        }
        at += length;
    }
    return units;
}

/// The first random number of the RC4 stream that is keyed by the text, from 0 to 1.
double seededRandom(std::string_view seed) {
    const std::vector<unsigned> key = codeUnits(seed);
    std::array<std::uint8_t, 256> state{};
    std::ranges::iota(state, std::uint8_t{0});
    unsigned j = 0;
    for (unsigned i = 0; i < 256; ++i) {
        j = (j + state[i] + key[i % key.size()]) % 256;
        std::swap(state[i], state[j]);
    }
    double value = 0;
    j = 0;
    for (unsigned k = 0; k < 8; ++k) {
        const unsigned i = k + 1;
        j = (j + state[i]) % 256;
        std::swap(state[i], state[j]);
        value += state[(state[i] + state[j]) % 256] * std::pow(256.0, k);
    }
    return value / std::pow(2.0, 64);
}

} // namespace

std::string labelColor(std::string_view value) {
    constexpr double kGoldenRatio = 0.618033988749895;
    constexpr double kSaturation = 0.4;
    constexpr double kBrightness = 0.75;
    const double start = value.empty() ? 0 : std::floor(seededRandom(value) * 361);
    const double hue = std::fmod(start + (start / kGoldenRatio), 360) / 60;
    const auto part = [hue](double offset) {
        const double place = std::fmod(offset + hue, 6);
        const double amount = std::max(0.0, std::min({place, 4 - place, 1.0}));
        return static_cast<int>(
            std::floor(255 * (kBrightness - kBrightness * kSaturation * amount)));
    };
    return std::format("#{:02x}{:02x}{:02x}", part(5), part(3), part(1));
}

} // namespace cartouche::config
