// Addresses of Bitcoin: Base58Check, and Bech32 of BIP 173 and BIP 350.

#include "core/privacy/checksums.h"
#include "core/privacy/cipher.h"
#include "core/privacy/validators.h"

#include <algorithm>
#include <array>
#include <vector>

namespace cartouche::privacy {

namespace {

/// A version, a hash of 20 bytes, and 4 bytes that check.
using Base58Address = std::array<std::uint8_t, 25>;

std::optional<Base58Address> decodeBase58(std::string_view text) {
    constexpr std::string_view kDigits =
        "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    Base58Address bytes{};
    for (const char character : text) {
        const auto digit = kDigits.find(character);
        if (digit == std::string_view::npos) {
            return std::nullopt;
        }
        std::size_t carry = digit;
        for (std::size_t at = bytes.size(); at-- > 0; carry >>= 8U) {
            carry += bytes[at] * kDigits.size();
            bytes[at] = static_cast<std::uint8_t>(carry & 0xFFU);
        }
        if (carry != 0) {
            return std::nullopt;
        }
    }
    return bytes;
}

bool isBase58Address(std::string_view text) {
    constexpr std::size_t kShortest = 26;
    constexpr std::size_t kLongest = 35;
    constexpr std::size_t kChecked = 21;
    if (text.size() < kShortest || text.size() > kLongest) {
        return false;
    }
    const auto bytes = decodeBase58(text);
    if (!bytes || ((*bytes)[0] != 0 && (*bytes)[0] != 5)) {
        return false;
    }
    const Bytes once = digestOf(Digest::Sha256, ByteView(*bytes).first(kChecked));
    const Bytes twice = digestOf(Digest::Sha256, once);
    return std::equal(bytes->begin() + kChecked, bytes->end(), twice.begin());
}

std::uint32_t bech32Checksum(const std::vector<std::uint32_t>& values) {
    constexpr std::array<std::uint32_t, 5> kGenerator{0x3b6a57b2, 0x26508e6d, 0x1ea119fa,
                                                      0x3d4233dd, 0x2a1462b3};
    std::uint32_t check = 1;
    for (const std::uint32_t value : values) {
        const std::uint32_t top = check >> 25U;
        check = (check & 0x1ffffffU) << 5U ^ value;
        for (std::size_t bit = 0; bit < kGenerator.size(); ++bit) {
            check ^= (top >> bit & 1U) != 0 ? kGenerator[bit] : 0;
        }
    }
    return check;
}

/// How long the program of a witness version may be, in bytes.
bool isWitness(std::uint32_t version, std::size_t groups) {
    const std::size_t bytes = groups * 5 / 8;
    return version <= 16 && bytes >= 2 && bytes <= 40 && groups * 5 % 8 < 5 &&
           (version != 0 || bytes == 20 || bytes == 32);
}

bool isBech32Address(std::string_view text) {
    constexpr std::string_view kDigits = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    constexpr std::string_view kPrefix = "bc1";
    constexpr std::size_t kChecks = 6;
    constexpr std::uint32_t kBech32 = 1;
    constexpr std::uint32_t kBech32m = 0x2bc830a3;
    std::string lower;
    for (const char character : text) {
        lower += static_cast<char>(character >= 'A' && character <= 'Z' ? character - 'A' + 'a'
                                                                        : character);
    }
    const bool isOneCase = lower == text || compact(text, "") == text;
    if (!isOneCase || !lower.starts_with(kPrefix) || lower.size() > 90 ||
        lower.size() < kPrefix.size() + 1 + kChecks) {
        return false;
    }
    std::vector<std::uint32_t> values{3, 3, 0, 2, 3}; // of "bc", high bits, then low ones
    for (const char character : lower.substr(kPrefix.size())) {
        const auto digit = kDigits.find(character);
        if (digit == std::string_view::npos) {
            return false;
        }
        values.push_back(static_cast<std::uint32_t>(digit));
    }
    constexpr std::size_t kVersion = 5;
    const std::uint32_t version = values[kVersion];
    return isWitness(version, values.size() - kVersion - 1 - kChecks) &&
           bech32Checksum(values) == (version == 0 ? kBech32 : kBech32m);
}

} // namespace

bool isBitcoinAddress(std::string_view text) {
    return isBase58Address(text) || isBech32Address(text);
}

} // namespace cartouche::privacy
