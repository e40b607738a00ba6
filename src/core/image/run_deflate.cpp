#include "core/image/run_deflate.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <utility>

namespace cartouche::image {

namespace {

constexpr std::uint64_t kLongest = 258; // bytes that one match repeats
constexpr std::uint64_t kShortest = 3;
constexpr unsigned kEndOfBlock = 256;
constexpr unsigned kLengths = 257; // the symbol of the shortest match
constexpr unsigned kLongestLength = 285;
/// Symbols of distances: to the last byte, and to the last pixel.
constexpr unsigned kByteBack = 0;
constexpr unsigned kPixelBack = 3;
constexpr std::uint64_t kAdlerPrime = 65521;

/// Bits of each symbol's code; 0: it does not occur. The longest match is nearly all there is, then
/// come the two bytes; all others share the rest.
constexpr auto kSymbolBits = [] {
    std::array<std::uint8_t, kLongestLength + 1> bits{};
    bits[0] = 3;
    bits[0xFF] = 3;
    std::ranges::fill(std::span(bits).subspan(kEndOfBlock, 26), std::uint8_t{7});
    std::ranges::fill(std::span(bits).subspan(kEndOfBlock + 26, 3), std::uint8_t{6});
    bits[kLongestLength] = 1;
    return bits;
}();
constexpr std::array<std::uint8_t, 4> kDistanceBits{1, 0, 0, 1};
/// The code in which the bits of the two codes above are told, by number of bits, and 18: a number
/// of zeros.
constexpr auto kTellingBits = [] {
    std::array<std::uint8_t, 19> bits{};
    bits[7] = 1;
    bits[18] = bits[6] = bits[1] = 3;
    bits[3] = bits[0] = 4;
    return bits;
}();
constexpr unsigned kManyZeros = 18;

/// Canonical codes, turned round: they are sent from their most significant bit (RFC 1951, 3.2.2).
template <std::size_t Count>
constexpr std::array<std::uint32_t, Count> codesOf(const std::array<std::uint8_t, Count>& bits) {
    std::array<std::uint32_t, Count> codes{};
    std::uint32_t next = 0;
    for (unsigned length = 1; length <= 15; ++length) {
        for (std::size_t symbol = 0; symbol < Count; ++symbol) {
            if (bits[symbol] != length) {
                continue;
            }
            for (unsigned bit = 0; bit < length; ++bit) {
                codes[symbol] |= (next >> bit & 1U) << (length - 1 - bit);
            }
            ++next;
        }
        next <<= 1U;
    }
    return codes;
}

constexpr auto kSymbolCodes = codesOf(kSymbolBits);
constexpr auto kTellingCodes = codesOf(kTellingBits);

struct LengthSymbol {
    unsigned symbol = 0;
    unsigned extra = 0;
    unsigned extraBits = 0;
};

/// RFC 1951, 3.2.5: four symbols for each number of extra bits, after the first eight.
LengthSymbol symbolOf(std::uint64_t length) {
    if (length == kLongest) {
        return {kLongestLength, 0, 0};
    }
    const auto beyond = static_cast<unsigned>(length - kShortest);
    unsigned extraBits = 0;
    while ((beyond >> extraBits) >= 8) {
        ++extraBits;
    }
    return {kLengths + 4 * extraBits + (beyond >> extraBits), beyond & ((1U << extraBits) - 1),
            extraBits};
}

} // namespace

RunDeflater::RunDeflater() {
    writeBits(0x78, 8); // deflate with a window of 32 KiB
    writeBits(0x01, 8);
    writeHeader();
}

void RunDeflater::writeHeader() {
    writeBits(1, 1); // the last block
    writeBits(2, 2); // with codes of its own
    writeBits(kSymbolBits.size() - kLengths, 5);
    writeBits(kDistanceBits.size() - 1, 5);
    constexpr std::array kOrder{16U, 17U, 18U, 0U, 8U,  7U, 9U,  6U, 10U, 5U,
                                11U, 4U,  12U, 3U, 13U, 2U, 14U, 1U, 15U};
    writeBits(kOrder.size() - 4, 4);
    for (const unsigned bits : kOrder) {
        writeBits(kTellingBits.at(bits), 3);
    }
    const auto tell = [this](unsigned bits) {
        writeBits(kTellingCodes.at(bits), kTellingBits.at(bits));
    };
    tell(kSymbolBits[0]);
    for (const unsigned zeros : {138U, 116U}) { // the bytes between 0 and 255
        tell(kManyZeros);
        writeBits(zeros - 11, 7);
    }
    for (std::size_t symbol = 0xFF; symbol < kSymbolBits.size(); ++symbol) {
        tell(kSymbolBits.at(symbol));
    }
    for (const unsigned bits : kDistanceBits) {
        tell(bits);
    }
}

void RunDeflater::writeBits(std::uint32_t value, unsigned count) {
    m_pending |= std::uint64_t{value} << m_pendingBits;
    for (m_pendingBits += count; m_pendingBits >= 8; m_pendingBits -= 8) {
        m_bytes.push_back(static_cast<std::uint8_t>(m_pending));
        m_pending >>= 8U;
    }
}

void RunDeflater::writeSymbol(unsigned symbol) {
    writeBits(kSymbolCodes.at(symbol), kSymbolBits.at(symbol));
}

/// At least three bytes, as they stand so far back.
void RunDeflater::repeat(std::uint64_t bytes, unsigned distanceSymbol) {
    while (bytes > 0) {
        std::uint64_t length = std::min(bytes, kLongest);
        if (bytes != length && bytes - length < kShortest) {
            length -= kShortest; // what is left must not be too short
        }
        const LengthSymbol written = symbolOf(length);
        writeSymbol(written.symbol);
        writeBits(written.extra, written.extraBits);
        writeBits(distanceSymbol == kByteBack ? 0 : 1, 1);
        bytes -= length;
    }
}

void RunDeflater::addZeros(std::uint64_t count) {
    m_sumOfSums = (m_sumOfSums + count * m_sum) % kAdlerPrime;
    const bool isLong = count > kShortest;
    for (std::uint64_t literals = isLong ? 1 : count; literals > 0; --literals) {
        writeSymbol(0);
    }
    if (isLong) {
        repeat(count - 1, kByteBack);
    }
}

void RunDeflater::addOpaque(std::uint64_t pixels) {
    if (pixels == 0) {
        return;
    }
    // Each pixel adds its four sums; that of pixel k is larger by 255 k.
    const std::uint64_t steps = pixels * (pixels - 1) / 2 % kAdlerPrime;
    m_sumOfSums = (m_sumOfSums + 4 * pixels * m_sum + 4 * 255 * steps + 255 * pixels) % kAdlerPrime;
    m_sum = (m_sum + 255 * pixels) % kAdlerPrime;
    for (const unsigned byte : {0U, 0U, 0U, 0xFFU}) {
        writeSymbol(byte);
    }
    repeat(4 * (pixels - 1), kPixelBack);
}

std::vector<std::uint8_t> RunDeflater::finish() {
    writeSymbol(kEndOfBlock);
    writeBits(0, (8 - m_pendingBits) % 8);
    const std::uint64_t adler = m_sumOfSums << 16U | m_sum;
    for (const unsigned shift : {24U, 16U, 8U, 0U}) {
        m_bytes.push_back(static_cast<std::uint8_t>(adler >> shift));
    }
    return std::move(m_bytes);
}

} // namespace cartouche::image
