#pragma once

#include <cstddef>
#include <cstdint>

namespace cartouche::quality {

/// The same numbers everywhere for the same seed.
/// Source: Steele, Lea, Flood, "Fast Splittable Pseudorandom Number Generators" (2014), SplitMix64.
class Random {
public:
    explicit Random(std::uint64_t seed) : m_state(seed) {}

    std::uint64_t next() {
        m_state += 0x9E3779B97F4A7C15U;
        std::uint64_t mixed = m_state;
        mixed = (mixed ^ mixed >> 30U) * 0xBF58476D1CE4E5B9U;
        mixed = (mixed ^ mixed >> 27U) * 0x94D049BB133111EBU;
        return mixed ^ mixed >> 31U;
    }

    /// From 0 up to `count`, which is above 0 and not included; its bias is below count / 2^53.
    std::size_t below(std::size_t count) {
        const double share = static_cast<double>(next() >> 11U) * 0x1p-53;
        return static_cast<std::size_t>(share * static_cast<double>(count));
    }

private:
    std::uint64_t m_state;
};

} // namespace cartouche::quality
