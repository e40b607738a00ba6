#include "core/privacy/format_preserving.h"

#include "core/privacy/cipher.h"

#include <cassert>
#include <cmath>
#include <format>
#include <utility>

namespace cartouche::privacy {

namespace {

__extension__ using Wide = unsigned __int128;

constexpr std::string_view kDigits = "0123456789abcdefghijklmnopqrstuvwxyz";
constexpr int kRounds = 10;
/// So that Wide holds one of them times 256.
constexpr double kMostHalfBits = 119;

Wide numberOf(std::string_view digits, unsigned radix) {
    Wide number = 0;
    for (const char digit : digits) {
        number = number * radix + kDigits.find(digit);
    }
    return number;
}

std::string digitsOf(Wide number, unsigned radix, std::size_t count) {
    std::string digits(count, '0');
    for (std::size_t at = count; at-- > 0; number /= radix) {
        digits[at] = kDigits[static_cast<std::size_t>(number % radix)];
    }
    return digits;
}

Wide power(unsigned radix, std::size_t exponent) {
    Wide result = 1;
    for (std::size_t at = 0; at < exponent; ++at) {
        result *= radix;
    }
    return result;
}

/// A Feistel network whose halves are the two halves of the text; names are those of the standard.
class Ff1 {
public:
    Ff1(const FormatKey& key, std::size_t length, unsigned radix)
        : m_aes(key.key), m_tweak(key.tweak), m_radix(radix), m_u(length / 2), m_v(length - m_u) {
        const double bits = static_cast<double>(m_v) * std::log2(radix);
        m_b = static_cast<std::size_t>(std::ceil(std::ceil(bits) / 8));
        m_d = 4 * ((m_b + 3) / 4) + 4;
    }

    std::string encrypt(std::string_view text) const {
        std::string a(text.substr(0, m_u));
        std::string b(text.substr(m_u));
        for (int round = 0; round < kRounds; ++round) {
            const std::size_t m = round % 2 == 0 ? m_u : m_v;
            const Wide all = power(m_radix, m);
            const Wide c = (numberOf(a, m_radix) + roundValue(round, b, all)) % all;
            a = std::exchange(b, digitsOf(c, m_radix, m));
        }
        return a + b;
    }

    std::string decrypt(std::string_view text) const {
        std::string a(text.substr(0, m_u));
        std::string b(text.substr(m_u));
        for (int round = kRounds; round-- > 0;) {
            const std::size_t m = round % 2 == 0 ? m_u : m_v;
            const Wide all = power(m_radix, m);
            const Wide c = (numberOf(b, m_radix) + all - roundValue(round, a, all)) % all;
            b = std::exchange(a, digitsOf(c, m_radix, m));
        }
        return a + b;
    }

private:
    /// NUM of the d bytes S of steps 6.ii to 6.v, modulo `all`.
    Wide roundValue(int round, std::string_view half, Wide all) const {
        Bytes message = prefix();
        message.insert(message.end(), m_tweak.begin(), m_tweak.end());
        const std::size_t filled = m_tweak.size() + m_b + 1;
        message.insert(message.end(), (16 - filled % 16) % 16, 0);
        message.push_back(static_cast<std::uint8_t>(round));
        const Wide number = numberOf(half, m_radix);
        for (std::size_t at = m_b; at-- > 0;) {
            message.push_back(at < sizeof(Wide) ? static_cast<std::uint8_t>(number >> (8 * at))
                                                : std::uint8_t{0});
        }
        Wide value = 0;
        for (const std::uint8_t byte : stretched(chained(message))) {
            value = (value << 8U | byte) % all;
        }
        return value;
    }

    /// P of step 5.
    Bytes prefix() const {
        const auto n = m_u + m_v;
        const auto t = m_tweak.size();
        const auto byte = [](std::size_t value, unsigned place) {
            return static_cast<std::uint8_t>(value >> (8 * place));
        };
        return {1,
                2,
                1,
                byte(m_radix, 2),
                byte(m_radix, 1),
                byte(m_radix, 0),
                10,
                byte(m_u, 0),
                byte(n, 3),
                byte(n, 2),
                byte(n, 1),
                byte(n, 0),
                byte(t, 3),
                byte(t, 2),
                byte(t, 1),
                byte(t, 0)};
    }

    /// PRF: the last block of CBC.
    Block chained(ByteView message) const {
        Block state{};
        for (std::size_t at = 0; at < message.size(); ++at) {
            state[at % 16] = static_cast<std::uint8_t>(state[at % 16] ^ message[at]);
            if (at % 16 == 15) {
                state = m_aes.encrypt(state);
            }
        }
        return state;
    }

    /// S of step 6.iii.
    Bytes stretched(const Block& first) const {
        Bytes out(first.begin(), first.end());
        for (std::uint8_t count = 1; out.size() < m_d; ++count) {
            Block block = first;
            block.back() = static_cast<std::uint8_t>(block.back() ^ count);
            block = m_aes.encrypt(block);
            out.insert(out.end(), block.begin(), block.end());
        }
        out.resize(m_d);
        return out;
    }

    Aes m_aes;
    ByteView m_tweak;
    unsigned m_radix;
    std::size_t m_u;
    std::size_t m_v;
    std::size_t m_b = 0;
    std::size_t m_d = 0;
};

} // namespace

std::expected<std::string, std::string> applyFf1(Direction direction, const FormatKey& key,
                                                 std::string_view text, unsigned radix) {
    assert(radix >= 2 && radix <= kDigits.size() && isAesKeySize(key.key.size()));
    constexpr double kLeastTexts = 1e6;
    const double bitsPerDigit = std::log2(radix);
    const std::string_view known = kDigits.substr(0, radix);
    if (const auto other = text.find_first_not_of(known); other != std::string_view::npos) {
        return std::unexpected(
            std::format("\"{}\" is no digit below {}", text.substr(other, 1), radix));
    }
    if (static_cast<double>(text.size()) * bitsPerDigit < std::log2(kLeastTexts)) {
        return std::unexpected(std::format(
            "{} digits can be guessed: there must be a million possible texts", text.size()));
    }
    if (static_cast<double>(text.size() - text.size() / 2) * bitsPerDigit > kMostHalfBits) {
        return std::unexpected(std::format("{} digits are too many", text.size()));
    }
    const Ff1 ff1(key, text.size(), radix);
    return direction == Direction::Encrypt ? ff1.encrypt(text) : ff1.decrypt(text);
}

} // namespace cartouche::privacy
