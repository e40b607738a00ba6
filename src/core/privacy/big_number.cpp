#include "core/privacy/big_number.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdlib>
#include <mbedtls/bignum.h>

namespace cartouche::privacy {

namespace {

/// What fails here is a bug, or lacks memory.
void require(int result) {
    if (result != 0) {
        std::abort();
    }
}

int fill(void* random, unsigned char* bytes, std::size_t count) {
    (*static_cast<const RandomBytes*>(random))({bytes, count});
    return 0;
}

void* contextOf(const RandomBytes& random) {
    return const_cast<RandomBytes*>(&random);
}

} // namespace

struct BigNumber::Value {
    Value() { mbedtls_mpi_init(&mpi); }
    ~Value() { mbedtls_mpi_free(&mpi); } // which also wipes it
    Value(const Value&) = delete;
    Value& operator=(const Value&) = delete;

    mbedtls_mpi mpi;
};

BigNumber::BigNumber(std::uint64_t value) : m_value(std::make_unique<Value>()) {
    std::array<std::uint8_t, 8> bytes{};
    for (std::size_t place = bytes.size(); place-- > 0; value >>= 8U) {
        bytes[place] = static_cast<std::uint8_t>(value);
    }
    require(mbedtls_mpi_read_binary(&m_value->mpi, bytes.data(), bytes.size()));
}

std::optional<BigNumber> BigNumber::parse(std::string_view decimal) {
    const bool isNumber = !decimal.empty() && std::ranges::all_of(decimal, [](char digit) {
        return digit >= '0' && digit <= '9';
    });
    BigNumber number;
    return isNumber && mbedtls_mpi_read_string(&number.m_value->mpi, 10,
                                               std::string(decimal).c_str()) == 0
               ? std::optional(std::move(number))
               : std::nullopt;
}

BigNumber BigNumber::randomBelow(const BigNumber& bound, const RandomBytes& random) {
    BigNumber number;
    int result = MBEDTLS_ERR_MPI_NOT_ACCEPTABLE; // of a few draws in a row, by bad luck
    while (result == MBEDTLS_ERR_MPI_NOT_ACCEPTABLE) {
        result = mbedtls_mpi_random(&number.m_value->mpi, 0, &bound.m_value->mpi, fill,
                                    contextOf(random));
    }
    require(result);
    return number;
}

BigNumber BigNumber::randomPrime(std::size_t bits, const RandomBytes& random) {
    BigNumber number;
    require(mbedtls_mpi_gen_prime(&number.m_value->mpi, bits, MBEDTLS_MPI_GEN_PRIME_FLAG_LOW_ERR,
                                  fill, contextOf(random)));
    return number;
}

BigNumber::BigNumber(const BigNumber& other) : m_value(std::make_unique<Value>()) {
    require(mbedtls_mpi_copy(&m_value->mpi, &other.m_value->mpi));
}

BigNumber& BigNumber::operator=(const BigNumber& other) {
    require(mbedtls_mpi_copy(&m_value->mpi, &other.m_value->mpi));
    return *this;
}

BigNumber::~BigNumber() = default;

std::string BigNumber::decimal() const {
    std::size_t size = 0;
    mbedtls_mpi_write_string(&m_value->mpi, 10, nullptr, 0, &size);
    std::string text(size, '\0');
    require(mbedtls_mpi_write_string(&m_value->mpi, 10, text.data(), text.size(), &size));
    text.resize(size - 1); // without its end
    return text;
}

std::size_t BigNumber::bits() const {
    return mbedtls_mpi_bitlen(&m_value->mpi);
}

bool BigNumber::isZero() const {
    return bits() == 0;
}

std::optional<std::uint64_t> BigNumber::small() const {
    std::array<std::uint8_t, 8> bytes{};
    if (bits() > 64) {
        return std::nullopt;
    }
    require(mbedtls_mpi_write_binary(&m_value->mpi, bytes.data(), bytes.size()));
    std::uint64_t value = 0;
    for (const std::uint8_t byte : bytes) {
        value = value << 8U | byte;
    }
    return value;
}

BigNumber BigNumber::operator+(const BigNumber& other) const {
    BigNumber result;
    require(mbedtls_mpi_add_mpi(&result.m_value->mpi, &m_value->mpi, &other.m_value->mpi));
    return result;
}

BigNumber BigNumber::operator-(const BigNumber& other) const {
    assert(!(*this < other));
    BigNumber result;
    require(mbedtls_mpi_sub_mpi(&result.m_value->mpi, &m_value->mpi, &other.m_value->mpi));
    return result;
}

BigNumber BigNumber::operator*(const BigNumber& other) const {
    BigNumber result;
    require(mbedtls_mpi_mul_mpi(&result.m_value->mpi, &m_value->mpi, &other.m_value->mpi));
    return result;
}

BigNumber BigNumber::operator/(const BigNumber& other) const {
    BigNumber result;
    require(mbedtls_mpi_div_mpi(&result.m_value->mpi, nullptr, &m_value->mpi, &other.m_value->mpi));
    return result;
}

BigNumber BigNumber::operator%(const BigNumber& other) const {
    BigNumber result;
    require(mbedtls_mpi_mod_mpi(&result.m_value->mpi, &m_value->mpi, &other.m_value->mpi));
    return result;
}

bool BigNumber::operator==(const BigNumber& other) const {
    return mbedtls_mpi_cmp_mpi(&m_value->mpi, &other.m_value->mpi) == 0;
}

bool BigNumber::operator<(const BigNumber& other) const {
    return mbedtls_mpi_cmp_mpi(&m_value->mpi, &other.m_value->mpi) < 0;
}

BigNumber BigNumber::power(const BigNumber& exponent, const BigNumber& modulus) const {
    BigNumber result;
    require(mbedtls_mpi_exp_mod(&result.m_value->mpi, &m_value->mpi, &exponent.m_value->mpi,
                                &modulus.m_value->mpi, nullptr));
    return result;
}

std::optional<BigNumber> BigNumber::inverse(const BigNumber& modulus) const {
    BigNumber result;
    return mbedtls_mpi_inv_mod(&result.m_value->mpi, &m_value->mpi, &modulus.m_value->mpi) == 0
               ? std::optional(std::move(result))
               : std::nullopt;
}

BigNumber commonDivisor(const BigNumber& a, const BigNumber& b) {
    BigNumber left = a;
    BigNumber right = b;
    while (!right.isZero()) {
        const BigNumber rest = left % right;
        left = right;
        right = rest;
    }
    return left;
}

} // namespace cartouche::privacy
