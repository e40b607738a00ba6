#pragma once

#include "core/privacy/bytes.h"

#include <array>
#include <memory>

/// The primitives of Mbed TLS, without its ways of telling errors: what it refuses is a bug here,
/// and stops the program.
namespace cartouche::privacy {

using Block = std::array<std::uint8_t, 16>;

enum class Digest { Sha256, Sha512 };

Bytes digestOf(Digest digest, ByteView message);
Bytes hmacSha256(ByteView key, ByteView message);

/// A key of `size` bytes (at most 8160) for one purpose, made of another key (HKDF-SHA256, RFC
/// 5869): who has it knows neither that key nor those for other purposes.
Bytes deriveKey(ByteView key, std::string_view purpose, std::size_t size);

/// PBKDF2-HMAC-SHA256 (RFC 8018). At least 600,000 iterations for passwords that people choose;
/// iterations must be above 0.
Bytes stretchPassword(ByteView password, ByteView salt, unsigned iterations, std::size_t size);

/// AES of a key of 16, 24 or 32 bytes; see isAesKeySize.
class Aes {
public:
    explicit Aes(ByteView key);
    ~Aes();
    Aes(const Aes&) = delete;
    Aes& operator=(const Aes&) = delete;

    Block encrypt(const Block& block) const;
    /// CBC with PKCS #7 padding: nothing keeps who has the ciphertext from changing it.
    Bytes encryptCbc(const Block& iv, ByteView plaintext) const;
    /// Counter mode; the same again decrypts.
    Bytes applyCounter(const Block& counter, ByteView message) const;

private:
    struct Context;
    std::unique_ptr<Context> m_context;
};

bool isAesKeySize(std::size_t bytes);

/// CMAC with AES (NIST SP 800-38B, RFC 4493).
Block cmac(ByteView key, ByteView message);

} // namespace cartouche::privacy
