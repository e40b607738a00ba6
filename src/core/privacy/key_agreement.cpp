// X25519 of secure_sum.h.

#include "core/privacy/cipher.h"
#include "core/privacy/secure_sum.h"

#include <algorithm>
#include <mbedtls/ecp.h>

namespace cartouche::privacy {

namespace {

int fill(void* random, unsigned char* bytes, std::size_t count) {
    (*static_cast<const RandomBytes*>(random))({bytes, count});
    return 0;
}

/// A group, a scalar and a point, freed together.
class Curve {
public:
    Curve() {
        mbedtls_ecp_group_init(&m_group);
        mbedtls_mpi_init(&m_scalar);
        mbedtls_ecp_point_init(&m_point);
        m_isGood = mbedtls_ecp_group_load(&m_group, MBEDTLS_ECP_DP_CURVE25519) == 0;
    }
    ~Curve() {
        mbedtls_ecp_point_free(&m_point);
        mbedtls_mpi_free(&m_scalar);
        mbedtls_ecp_group_free(&m_group);
    }
    Curve(const Curve&) = delete;
    Curve& operator=(const Curve&) = delete;

    /// The secret times the point, or times the curve's own if there is none. Nothing if the point
    /// is none, or one of few whose product tells nothing.
    std::optional<std::array<std::uint8_t, 32>> multiply(std::array<std::uint8_t, 32> secret,
                                                         std::optional<ByteView> point,
                                                         const RandomBytes& random) {
        clamp(secret);
        auto* context = const_cast<RandomBytes*>(&random);
        const mbedtls_ecp_point* from = &m_group.G;
        mbedtls_ecp_point given;
        mbedtls_ecp_point_init(&given);
        if (point) {
            m_isGood =
                m_isGood && point->size() == secret.size() &&
                mbedtls_ecp_point_read_binary(&m_group, &given, point->data(), point->size()) == 0;
            from = &given;
        }
        std::array<std::uint8_t, 32> product{};
        std::size_t written = 0;
        m_isGood = m_isGood &&
                   mbedtls_mpi_read_binary_le(&m_scalar, secret.data(), secret.size()) == 0 &&
                   mbedtls_ecp_mul(&m_group, &m_point, &m_scalar, from, fill, context) == 0 &&
                   mbedtls_ecp_point_write_binary(&m_group, &m_point, MBEDTLS_ECP_PF_UNCOMPRESSED,
                                                  &written, product.data(), product.size()) == 0;
        mbedtls_ecp_point_free(&given);
        const bool isZero =
            std::ranges::all_of(product, [](std::uint8_t byte) { return byte == 0; });
        return m_isGood && !isZero ? std::optional(product) : std::nullopt;
    }

private:
    /// RFC 7748, section 5.
    static void clamp(std::array<std::uint8_t, 32>& secret) {
        secret.front() &= 0xF8;
        secret.back() = static_cast<std::uint8_t>((secret.back() & 0x7FU) | 0x40U);
    }

    mbedtls_ecp_group m_group;
    mbedtls_mpi m_scalar;
    mbedtls_ecp_point m_point;
    bool m_isGood = false;
};

} // namespace

KeyPair makeKeyPair(const RandomBytes& random) {
    KeyPair pair;
    random(pair.secret);
    if (const auto open = Curve().multiply(pair.secret, std::nullopt, random)) {
        pair.open = *open;
    }
    return pair;
}

std::optional<Bytes> agreeOnSeed(const KeyPair& own, ByteView othersOpenKey,
                                 std::string_view context, const RandomBytes& random) {
    const auto shared = Curve().multiply(own.secret, othersOpenKey, random);
    return shared ? std::optional(deriveKey(*shared, context, 32)) : std::nullopt;
}

} // namespace cartouche::privacy
