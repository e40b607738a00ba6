#pragma once

#include <cstdint>
#include <vector>

namespace cartouche::image {

/// Compresses bytes of which there are only two kinds, many in a row: the pixels of masks, which
/// are zeros, or black and opaque. Each run costs as much as it makes of output, so that a mask
/// takes time for its outline rather than for its pixels. The output is a zlib stream (RFC 1950) of
/// one block (RFC 1951) whose Huffman code is made for such runs.
class RunDeflater {
public:
    RunDeflater();

    /// So many bytes that are 0.
    void addZeros(std::uint64_t count);
    /// So many pixels with the bytes 0, 0, 0, 255.
    void addOpaque(std::uint64_t pixels);

    /// The stream. Ends the writing.
    std::vector<std::uint8_t> finish();

private:
    void writeHeader();
    void writeBits(std::uint32_t value, unsigned count);
    void writeSymbol(unsigned symbol);
    void repeat(std::uint64_t bytes, unsigned distanceSymbol);

    std::vector<std::uint8_t> m_bytes;
    std::uint64_t m_pending = 0;
    unsigned m_pendingBits = 0;
    std::uint64_t m_sum = 1; // the two parts of Adler-32
    std::uint64_t m_sumOfSums = 0;
};

} // namespace cartouche::image
