#pragma once

#include "core/privacy/bytes.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace cartouche::privacy {

/// Whole numbers of any size, 0 or above, by Mbed TLS.
class BigNumber {
public:
    BigNumber() : BigNumber(0) {}
    explicit BigNumber(std::uint64_t value);
    /// Digits only; nothing of anything else.
    static std::optional<BigNumber> parse(std::string_view decimal);
    /// Below `bound`, which is above 1, uniformly.
    static BigNumber randomBelow(const BigNumber& bound, const RandomBytes& random);
    /// A prime of that many bits, at least 64.
    static BigNumber randomPrime(std::size_t bits, const RandomBytes& random);

    BigNumber(const BigNumber& other);
    BigNumber& operator=(const BigNumber& other);
    ~BigNumber();

    std::string decimal() const;
    std::size_t bits() const;
    bool isZero() const;
    /// Nothing if it is too large.
    std::optional<std::uint64_t> small() const;

    BigNumber operator+(const BigNumber& other) const;
    /// `other` is at most this number.
    BigNumber operator-(const BigNumber& other) const;
    BigNumber operator*(const BigNumber& other) const;
    /// By a number above 0, rounded down.
    BigNumber operator/(const BigNumber& other) const;
    BigNumber operator%(const BigNumber& other) const;
    bool operator==(const BigNumber& other) const;
    bool operator<(const BigNumber& other) const;

    /// This to the power, modulo an odd number above 1.
    BigNumber power(const BigNumber& exponent, const BigNumber& modulus) const;
    /// Nothing if they have a common divisor.
    std::optional<BigNumber> inverse(const BigNumber& modulus) const;

private:
    struct Value;

    std::unique_ptr<Value> m_value;
};

/// The greatest common divisor.
BigNumber commonDivisor(const BigNumber& a, const BigNumber& b);

} // namespace cartouche::privacy
