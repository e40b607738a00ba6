#include "core/privacy/discrete_noise.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cmath>

namespace cartouche::privacy {

namespace {

__extension__ using Wide = unsigned __int128;

/// Uniform whole numbers below a bound, by rejection.
class Uniform {
public:
    explicit Uniform(const RandomBytes& random) : m_random(random) {}

    Wide below(Wide bound) {
        const auto high = static_cast<std::uint64_t>((bound - 1) >> 64U);
        const auto low = static_cast<std::uint64_t>(bound - 1);
        const int bits = high > 0 ? 64 + std::bit_width(high) : std::bit_width(low);
        const std::size_t bytes = static_cast<std::size_t>(bits + 7) / 8;
        const Wide mask = bits == 0 ? 0 : ~Wide{0} >> static_cast<unsigned>(128 - bits);
        while (true) {
            Wide value = 0;
            for (std::size_t at = 0; at < bytes; ++at) {
                value = value << 8U | next();
            }
            if ((value & mask) < bound) {
                return value & mask;
            }
        }
    }

    bool coin() { return (next() & 1U) != 0; }

private:
    std::uint8_t next() {
        if (m_left == 0) {
            m_random(m_buffer);
            m_left = m_buffer.size();
        }
        return m_buffer[--m_left];
    }

    const RandomBytes& m_random;
    std::array<std::uint8_t, 64> m_buffer{};
    std::size_t m_left = 0;
};

/// True with probability exp(-n / d), of n <= d: algorithm 1.
bool isExpSmall(Wide n, Wide d, Uniform& uniform) {
    std::uint64_t round = 1;
    while (uniform.below(d * round) < n) {
        ++round;
    }
    return round % 2 == 1;
}

bool isExp(Wide n, Wide d, Uniform& uniform) {
    for (; n > d; n -= d) {
        if (!isExpSmall(1, 1, uniform)) {
            return false;
        }
    }
    return isExpSmall(n, d, uniform);
}

std::int64_t drawLaplace(Ratio scale, Uniform& uniform) {
    while (true) {
        const Wide fraction = uniform.below(scale.numerator);
        if (!isExpSmall(fraction, scale.numerator, uniform)) {
            continue;
        }
        Wide whole = 0;
        while (isExpSmall(1, 1, uniform)) {
            ++whole;
        }
        const Wide size = (fraction + whole * scale.numerator) / scale.denominator;
        const bool isNegative = uniform.coin();
        if (!(isNegative && size == 0)) {
            const auto value = static_cast<std::int64_t>(size);
            return isNegative ? -value : value;
        }
    }
}

/// The whole part of the square root of n / d.
std::uint64_t rootOf(Ratio ratio) {
    auto root = static_cast<std::uint64_t>(
        std::sqrt(static_cast<double>(ratio.numerator) / static_cast<double>(ratio.denominator)));
    while (Wide{root} * root * ratio.denominator > ratio.numerator) {
        --root;
    }
    while (Wide{root + 1} * (root + 1) * ratio.denominator <= ratio.numerator) {
        ++root;
    }
    return root;
}

} // namespace

Ratio ratioAbove(double value, std::uint64_t denominator) {
    const double numerator = std::ceil(value * static_cast<double>(denominator));
    assert(numerator >= 1 && numerator < 0x1p53);
    return {static_cast<std::uint64_t>(numerator), denominator};
}

std::size_t randomBelow(std::size_t bound, const RandomBytes& random) {
    return static_cast<std::size_t>(Uniform(random).below(bound));
}

std::int64_t drawDiscreteLaplace(Ratio scale, const RandomBytes& random) {
    assert(scale.numerator > 0 && scale.numerator < (1ULL << 53U) && scale.denominator > 0);
    Uniform uniform(random);
    return drawLaplace(scale, uniform);
}

std::int64_t drawDiscreteGaussian(Ratio variance, const RandomBytes& random) {
    assert(variance.numerator > 0 && variance.numerator <= (1ULL << 44U));
    assert(variance.denominator > 0 && variance.denominator <= (1ULL << 10U));
    Uniform uniform(random);
    const std::uint64_t t = rootOf(variance) + 1;
    const Wide spread = Wide{2} * variance.numerator * variance.denominator * t * t;
    while (true) {
        const std::int64_t candidate = drawLaplace({t, 1}, uniform);
        const Wide size = static_cast<std::uint64_t>(std::abs(candidate));
        if (size > Wide{t} << 10U) {
            continue; // with probability exp(-1024): the square below would not fit
        }
        const Wide moved = size * t * variance.denominator;
        const Wide apart =
            moved > variance.numerator ? moved - variance.numerator : variance.numerator - moved;
        if (isExp(apart * apart, spread, uniform)) {
            return candidate;
        }
    }
}

double discreteLaplaceMass(double scale, std::int64_t x) {
    return std::tanh(1 / (2 * scale)) * std::exp(-std::abs(static_cast<double>(x)) / scale);
}

double discreteLaplaceVariance(double scale) {
    const double ratio = std::exp(-1 / scale);
    const double rest = -std::expm1(-1 / scale);
    return 2 * ratio / (rest * rest);
}

DiscreteGaussian::DiscreteGaussian(double sigma) : m_sigma(sigma), m_total(1) {
    m_total = 0;
    for (std::int64_t x = reach(); x > 0; --x) { // the small ones first
        m_total +=
            2 * std::exp(-static_cast<double>(x) * static_cast<double>(x) / (2 * sigma * sigma));
    }
    m_total += 1;
}

/// Behind it nothing is left that a double could tell.
std::int64_t DiscreteGaussian::reach() const {
    constexpr double kSigmas = 40;
    return static_cast<std::int64_t>(std::ceil(kSigmas * m_sigma)) + 1;
}

double DiscreteGaussian::mass(std::int64_t x) const {
    const auto place = static_cast<double>(x);
    return std::exp(-place * place / (2 * m_sigma * m_sigma)) / m_total;
}

double DiscreteGaussian::variance() const {
    double sum = 0;
    for (std::int64_t x = reach(); x > 0; --x) {
        sum += 2 * static_cast<double>(x) * static_cast<double>(x) * mass(x);
    }
    return sum;
}

double DiscreteGaussian::delta(double epsilon, std::int64_t sensitivity) const {
    double sum = 0;
    for (std::int64_t x = reach() + sensitivity; x >= -reach(); --x) {
        sum += std::max(0.0, mass(x) - std::exp(epsilon) * mass(x + sensitivity));
    }
    return sum;
}

} // namespace cartouche::privacy
