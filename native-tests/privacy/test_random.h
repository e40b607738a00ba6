#pragma once

#include "core/privacy/bytes.h"

#include <memory>
#include <random>

namespace cartouche::tests {

/// The same bytes for the same seed. For tests alone: who knows the seed knows all of them.
inline privacy::RandomBytes testRandom(std::uint32_t seed) {
    return [engine = std::make_shared<std::mt19937>(seed)](std::span<std::uint8_t> bytes) {
        for (std::uint8_t& byte : bytes) {
            byte = static_cast<std::uint8_t>((*engine)() >> 24U);
        }
    };
}

} // namespace cartouche::tests
