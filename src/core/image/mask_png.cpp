#include "core/image/mask_png.h"

#include "core/image/run_deflate.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>
#include <string_view>

namespace cartouche::image {

namespace {

using Bytes = std::vector<std::uint8_t>;

constexpr std::uint64_t kChannels = 4;

/// What dividing by the polynomial of PNG leaves of each byte.
constexpr auto kRemainders = [] {
    std::array<std::uint32_t, 256> remainders{};
    for (std::uint32_t byte = 0; byte < remainders.size(); ++byte) {
        std::uint32_t rest = byte;
        for (int bit = 0; bit < 8; ++bit) {
            rest = (rest & 1U) != 0 ? 0xEDB88320U ^ (rest >> 1U) : rest >> 1U;
        }
        remainders[byte] = rest;
    }
    return remainders;
}();

std::uint32_t crcOf(std::span<const std::uint8_t> bytes) {
    std::uint32_t rest = 0xFFFFFFFF;
    for (const std::uint8_t byte : bytes) {
        rest = kRemainders.at((rest ^ byte) & 0xFFU) ^ (rest >> 8U);
    }
    return ~rest;
}

void addNumber(Bytes& bytes, std::uint32_t number) {
    for (const unsigned shift : {24U, 16U, 8U, 0U}) {
        bytes.push_back(static_cast<std::uint8_t>(number >> shift));
    }
}

void addChunk(Bytes& png, std::string_view type, const Bytes& data) {
    addNumber(png, static_cast<std::uint32_t>(data.size()));
    const std::size_t begin = png.size();
    png.insert(png.end(), type.begin(), type.end());
    png.insert(png.end(), data.begin(), data.end());
    addNumber(png, crcOf(std::span(png).subspan(begin)));
}

Bytes headerOf(int width, int height) {
    Bytes header;
    addNumber(header, static_cast<std::uint32_t>(width));
    addNumber(header, static_cast<std::uint32_t>(height));
    header.insert(header.end(), {8, 6, 0, 0, 0}); // 8 bits, RGBA, deflate, no interlacing
    return header;
}

/// Rows of pixels, each behind a byte that says that it is not filtered: a zero, too.
class RowWriter {
public:
    RowWriter(std::uint64_t width, std::uint64_t height) : m_width(width), m_left(width * height) {}

    void add(bool isOpaque, std::uint64_t pixels) {
        for (pixels = std::min(pixels, m_left); pixels > 0;) {
            m_zeros += m_column == 0 ? 1 : 0;
            const std::uint64_t count = std::min(pixels, m_width - m_column);
            if (isOpaque) {
                flushZeros();
                m_deflater.addOpaque(count);
            } else {
                m_zeros += count * kChannels;
            }
            m_column = (m_column + count) % m_width;
            m_left -= count;
            pixels -= count;
        }
    }

    Bytes finish() {
        add(false, m_left);
        flushZeros();
        return m_deflater.finish();
    }

private:
    void flushZeros() {
        m_deflater.addZeros(m_zeros);
        m_zeros = 0;
    }

    RunDeflater m_deflater;
    std::uint64_t m_width;
    std::uint64_t m_left; // pixels
    std::uint64_t m_column = 0;
    std::uint64_t m_zeros = 0; // bytes that are not written yet
};

} // namespace

Bytes writeMaskPng(std::span<const geometry::AlphaRun> runs, int width, int height) {
    assert(width > 0 && height > 0);
    RowWriter rows(static_cast<std::uint64_t>(width), static_cast<std::uint64_t>(height));
    for (const geometry::AlphaRun& run : runs) {
        rows.add(run.alpha != 0, run.count);
    }
    Bytes png{0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    addChunk(png, "IHDR", headerOf(width, height));
    addChunk(png, "IDAT", rows.finish());
    addChunk(png, "IEND", {});
    return png;
}

} // namespace cartouche::image
