#include "core/privacy/cipher.h"

#include <cstdlib>
#include <mbedtls/aes.h>
#include <mbedtls/cipher.h>
#include <mbedtls/cmac.h>
#include <mbedtls/hkdf.h>
#include <mbedtls/md.h>
#include <mbedtls/pkcs5.h>

namespace cartouche::privacy {

namespace {

constexpr unsigned kBits = 8;

/// It fails only on sizes that it does not know, and without memory.
void require(int result) {
    if (result != 0) {
        std::abort();
    }
}

const mbedtls_md_info_t* infoOf(Digest digest) {
    return mbedtls_md_info_from_type(digest == Digest::Sha256 ? MBEDTLS_MD_SHA256
                                                              : MBEDTLS_MD_SHA512);
}

} // namespace

Bytes digestOf(Digest digest, ByteView message) {
    Bytes out(mbedtls_md_get_size(infoOf(digest)));
    require(mbedtls_md(infoOf(digest), message.data(), message.size(), out.data()));
    return out;
}

Bytes hmacSha256(ByteView key, ByteView message) {
    const auto* info = infoOf(Digest::Sha256);
    Bytes out(mbedtls_md_get_size(info));
    require(
        mbedtls_md_hmac(info, key.data(), key.size(), message.data(), message.size(), out.data()));
    return out;
}

Bytes deriveKey(ByteView key, std::string_view purpose, std::size_t size) {
    const Bytes info = bytesOf(purpose);
    Bytes out(size);
    require(mbedtls_hkdf(infoOf(Digest::Sha256), nullptr, 0, key.data(), key.size(), info.data(),
                         info.size(), out.data(), out.size()));
    return out;
}

Bytes stretchPassword(ByteView password, ByteView salt, unsigned iterations, std::size_t size) {
    Bytes out(size);
    require(mbedtls_pkcs5_pbkdf2_hmac_ext(MBEDTLS_MD_SHA256, password.data(), password.size(),
                                          salt.data(), salt.size(), iterations,
                                          static_cast<std::uint32_t>(size), out.data()));
    return out;
}

struct Aes::Context {
    mbedtls_aes_context aes{};
};

bool isAesKeySize(std::size_t bytes) {
    return bytes == 16 || bytes == 24 || bytes == 32;
}

Aes::Aes(ByteView key) : m_context(std::make_unique<Context>()) {
    mbedtls_aes_init(&m_context->aes);
    require(mbedtls_aes_setkey_enc(&m_context->aes, key.data(),
                                   static_cast<unsigned>(key.size()) * kBits));
}

Aes::~Aes() {
    mbedtls_aes_free(&m_context->aes); // which also wipes it
}

Block Aes::encrypt(const Block& block) const {
    Block out{};
    require(mbedtls_aes_crypt_ecb(&m_context->aes, MBEDTLS_AES_ENCRYPT, block.data(), out.data()));
    return out;
}

Bytes Aes::encryptCbc(const Block& iv, ByteView plaintext) const {
    Bytes padded(plaintext.begin(), plaintext.end());
    const std::size_t padding = iv.size() - plaintext.size() % iv.size();
    padded.insert(padded.end(), padding, static_cast<std::uint8_t>(padding));
    Block chained = iv;
    Bytes out(padded.size());
    require(mbedtls_aes_crypt_cbc(&m_context->aes, MBEDTLS_AES_ENCRYPT, padded.size(),
                                  chained.data(), padded.data(), out.data()));
    return out;
}

Bytes Aes::applyCounter(const Block& counter, ByteView message) const {
    Block next = counter;
    Block stream{};
    std::size_t used = 0;
    Bytes out(message.size());
    require(mbedtls_aes_crypt_ctr(&m_context->aes, message.size(), &used, next.data(),
                                  stream.data(), message.data(), out.data()));
    return out;
}

Block cmac(ByteView key, ByteView message) {
    const unsigned bits = static_cast<unsigned>(key.size()) * kBits;
    const auto* info = mbedtls_cipher_info_from_values(MBEDTLS_CIPHER_ID_AES,
                                                       static_cast<int>(bits), MBEDTLS_MODE_ECB);
    Block tag{};
    const std::uint8_t* begin = message.empty() ? tag.data() : message.data(); // null is refused
    require(mbedtls_cipher_cmac(info, key.data(), bits, begin, message.size(), tag.data()));
    return tag;
}

} // namespace cartouche::privacy
