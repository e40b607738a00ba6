#include "core/privacy/paillier.h"

#include <cassert>
#include <limits>

namespace cartouche::privacy {

namespace {

const BigNumber& one() {
    static const BigNumber number(1);
    return number;
}

} // namespace

BigNumber PaillierPublicKey::encrypt(const BigNumber& message, const BigNumber& r) const {
    assert(message < m_n);
    return (one() + m_n * message) * r.power(m_n, m_square) % m_square;
}

BigNumber PaillierPublicKey::encrypt(std::int64_t message, const RandomBytes& random) const {
    BigNumber r;
    while (r.isZero() || !(commonDivisor(r, m_n) == one())) {
        r = BigNumber::randomBelow(m_n, random);
    }
    const auto magnitude =
        message < 0 ? 0 - static_cast<std::uint64_t>(message) : static_cast<std::uint64_t>(message);
    // Negative numbers are counted down from n.
    const BigNumber size = BigNumber(magnitude) % m_n;
    return encrypt(message < 0 && !size.isZero() ? m_n - size : size, r);
}

bool PaillierPublicKey::isCiphertext(const BigNumber& c) const {
    return !c.isZero() && c < m_square && commonDivisor(c, m_n) == one();
}

BigNumber PaillierPublicKey::sum(const BigNumber& a, const BigNumber& b) const {
    return a * b % m_square;
}

BigNumber PaillierPublicKey::times(const BigNumber& c, std::uint64_t factor) const {
    return c.power(BigNumber(factor), m_square);
}

std::expected<PaillierPrivateKey, std::string> PaillierPrivateKey::fromPrimes(const BigNumber& p,
                                                                              const BigNumber& q) {
    if (p < BigNumber(3) || q < BigNumber(3) || p == q) {
        return std::unexpected("A key needs two different primes above 2");
    }
    const BigNumber n = p * q;
    const BigNumber below = p - one();
    const BigNumber other = q - one();
    if (!(commonDivisor(n, below * other) == one())) {
        return std::unexpected("These two numbers are no primes for a key: n and (p-1)(q-1) have a "
                               "common divisor");
    }
    const BigNumber lambda = below * other / commonDivisor(below, other);
    const auto mu = lambda.inverse(n);
    if (!mu) {
        return std::unexpected("These two numbers are no primes for a key");
    }
    return PaillierPrivateKey(n, lambda, *mu);
}

PaillierPrivateKey PaillierPrivateKey::make(std::size_t bits, const RandomBytes& random) {
    assert(bits >= kLeastPaillierBits);
    while (true) {
        const BigNumber p = BigNumber::randomPrime(bits / 2, random);
        const BigNumber q = BigNumber::randomPrime(bits / 2, random);
        const auto key = fromPrimes(p, q);
        if (key && (p * q).bits() == bits) {
            return *key;
        }
    }
}

std::optional<BigNumber> PaillierPrivateKey::decrypt(const BigNumber& c) const {
    if (!m_public.isCiphertext(c)) {
        return std::nullopt;
    }
    const BigNumber& n = m_public.n();
    const BigNumber raised = c.power(m_lambda, n * n);
    return (raised - one()) / n * m_mu % n;
}

std::optional<std::int64_t> PaillierPrivateKey::decryptInteger(const BigNumber& c) const {
    const auto message = decrypt(c);
    if (!message) {
        return std::nullopt;
    }
    const BigNumber& n = m_public.n();
    const bool isNegative = !(*message + *message < n);
    const auto size = (isNegative ? n - *message : *message).small();
    constexpr auto kMost = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    if (!size || *size > kMost) {
        return std::nullopt;
    }
    const auto value = static_cast<std::int64_t>(*size);
    return isNegative ? -value : value;
}

} // namespace cartouche::privacy
