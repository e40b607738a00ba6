#pragma once

#include "core/privacy/big_number.h"

#include <cstdint>
#include <expected>
#include <optional>
#include <string>

/// Paillier's encryption (1999): sums of what is encrypted can be made without the key, such as
/// counts of votes that nobody sees. Numbers are whole, and sums stay between -n/2 and n/2.
namespace cartouche::privacy {

/// Of new keys. Below 2048 bits the modulus can be factored; 3072 holds beyond 2030.
constexpr std::size_t kPaillierBits = 3072;
constexpr std::size_t kLeastPaillierBits = 2048;

class PaillierPublicKey {
public:
    explicit PaillierPublicKey(const BigNumber& n) : m_n(n), m_square(n * n) {}

    const BigNumber& n() const { return m_n; }

    /// `r` makes each ciphertext another: below n and without a common divisor; draw it anew.
    BigNumber encrypt(const BigNumber& message, const BigNumber& r) const;
    BigNumber encrypt(std::int64_t message, const RandomBytes& random) const;

    /// Whether it can be one of this key.
    bool isCiphertext(const BigNumber& c) const;

    BigNumber sum(const BigNumber& a, const BigNumber& b) const;
    /// As many times what is encrypted. Encrypt a 0 and add it before it leaves the house: who sees
    /// both can find the factor.
    BigNumber times(const BigNumber& c, std::uint64_t factor) const;

private:
    BigNumber m_n;
    BigNumber m_square;
};

class PaillierPrivateKey {
public:
    /// Of two different primes of about the same length. The failure says why they are none.
    static std::expected<PaillierPrivateKey, std::string> fromPrimes(const BigNumber& p,
                                                                     const BigNumber& q);
    /// `bits` of n, at least kLeastPaillierBits. Takes seconds.
    static PaillierPrivateKey make(std::size_t bits, const RandomBytes& random);

    const PaillierPublicKey& publicKey() const { return m_public; }

    /// Nothing if it is no ciphertext of this key.
    std::optional<BigNumber> decrypt(const BigNumber& c) const;
    /// Nothing, too, if it does not fit.
    std::optional<std::int64_t> decryptInteger(const BigNumber& c) const;

private:
    PaillierPrivateKey(const BigNumber& n, const BigNumber& lambda, const BigNumber& mu)
        : m_public(n), m_lambda(lambda), m_mu(mu) {}

    PaillierPublicKey m_public;
    BigNumber m_lambda;
    BigNumber m_mu;
};

} // namespace cartouche::privacy
