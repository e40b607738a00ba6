#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace cartouche::geometry {

/// Writes numbers of up to 32 bits, the most significant bit first.
class BitWriter {
public:
    void write(std::uint32_t value, unsigned bits) {
        m_pending = m_pending << bits | value;
        m_pendingBits += bits;
        while (m_pendingBits >= 8) {
            m_pendingBits -= 8;
            m_bytes.push_back(static_cast<std::uint8_t>(m_pending >> m_pendingBits));
        }
    }

    /// The bytes, the last one filled up with zeros. Ends the writing.
    std::vector<std::uint8_t> take() {
        if (m_pendingBits > 0) {
            write(0, 8 - m_pendingBits);
        }
        return std::move(m_bytes);
    }

private:
    std::vector<std::uint8_t> m_bytes;
    std::uint64_t m_pending = 0; // only the lowest m_pendingBits count
    unsigned m_pendingBits = 0;
};

/// Reads what BitWriter wrote. Beyond the end it reads zeros, and says so.
class BitReader {
public:
    /// `bytes` must outlive the reader.
    explicit BitReader(std::span<const std::uint8_t> bytes) : m_bytes(bytes) {}

    std::uint32_t read(unsigned bits) {
        while (m_pendingBits < bits) {
            const bool hasMore = m_at < m_bytes.size();
            m_isExhausted = m_isExhausted || !hasMore;
            m_pending = m_pending << 8U | (hasMore ? m_bytes[m_at++] : 0U);
            m_pendingBits += 8;
        }
        m_pendingBits -= bits;
        const std::uint64_t mask = (std::uint64_t{1} << bits) - 1;
        return static_cast<std::uint32_t>(m_pending >> m_pendingBits & mask);
    }

    /// Whether more was read than there is.
    bool isExhausted() const { return m_isExhausted; }

private:
    std::span<const std::uint8_t> m_bytes;
    std::size_t m_at = 0;
    std::uint64_t m_pending = 0;
    unsigned m_pendingBits = 0;
    bool m_isExhausted = false;
};

} // namespace cartouche::geometry
