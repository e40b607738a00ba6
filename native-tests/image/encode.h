#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

/// Writers of the simplest image of each format, for tests of what reads them.
namespace cartouche::tests {

using Bytes = std::vector<std::uint8_t>;
using Rgb = std::array<std::uint8_t, 3>;

/// An image of three by two pixels, no two of them alike.
inline constexpr int kWidth = 3;
inline constexpr int kHeight = 2;
inline constexpr std::array<Rgb, 6> kPixels{Rgb{255, 0, 0},   Rgb{0, 255, 0},  Rgb{0, 0, 255},
                                            Rgb{255, 255, 0}, Rgb{16, 32, 64}, Rgb{200, 150, 100}};

class Writer {
public:
    Writer& text(std::string_view characters) {
        m_bytes.insert(m_bytes.end(), characters.begin(), characters.end());
        return *this;
    }
    Writer& little(std::uint32_t number, int size) {
        for (int byte = 0; byte < size; ++byte) {
            m_bytes.push_back(static_cast<std::uint8_t>(number >> (8 * byte)));
        }
        return *this;
    }
    Writer& big(std::uint32_t number, int size) {
        for (int byte = size - 1; byte >= 0; --byte) {
            m_bytes.push_back(static_cast<std::uint8_t>(number >> (8 * byte)));
        }
        return *this;
    }
    Writer& bytes(std::span<const std::uint8_t> more) {
        m_bytes.insert(m_bytes.end(), more.begin(), more.end());
        return *this;
    }
    Bytes take() { return std::move(m_bytes); }

private:
    Bytes m_bytes;
};

inline Bytes portablePixmap() {
    Writer file;
    file.text("P6\n# a comment\n3 2\n255\n");
    for (const Rgb& pixel : kPixels) {
        file.bytes(pixel);
    }
    return file.take();
}

/// From the bottom up, blue first, rows filled up to four bytes.
inline Bytes windowsBitmap() {
    Writer file;
    file.text("BM").little(54 + 24, 4).little(0, 4).little(54, 4);
    file.little(40, 4).little(kWidth, 4).little(kHeight, 4).little(1, 2).little(24, 2);
    file.little(0, 4).little(24, 4).little(2835, 4).little(2835, 4).little(0, 4).little(0, 4);
    for (int row = kHeight - 1; row >= 0; --row) {
        for (int column = 0; column < kWidth; ++column) {
            const Rgb& pixel = kPixels[static_cast<std::size_t>(row * kWidth + column)];
            file.big(pixel[2], 1).big(pixel[1], 1).big(pixel[0], 1);
        }
        file.little(0, 3);
    }
    return file.take();
}

/// With an alpha of 128, from the top down.
inline Bytes targa() {
    Writer file;
    file.big(0, 1).big(0, 1).big(2, 1).little(0, 4).big(0, 1).little(0, 4);
    file.little(kWidth, 2).little(kHeight, 2).big(32, 1).big(0x28, 1);
    for (const Rgb& pixel : kPixels) {
        file.big(pixel[2], 1).big(pixel[1], 1).big(pixel[0], 1).big(128, 1);
    }
    return file.take();
}

/// Three planes, not packed.
inline Bytes photoshop() {
    Writer file;
    file.text("8BPS").big(1, 2).big(0, 4).big(0, 2).big(3, 2);
    file.big(kHeight, 4).big(kWidth, 4).big(8, 2).big(3, 2);
    file.big(0, 4).big(0, 4).big(0, 4).big(0, 2);
    for (std::size_t channel = 0; channel < 3; ++channel) {
        for (const Rgb& pixel : kPixels) {
            file.big(pixel[channel], 1);
        }
    }
    return file.take();
}

/// One pixel of each power of two: mantissas and their common exponent.
inline Bytes radiance(std::uint8_t mantissa, std::uint8_t exponent) {
    Writer file;
    file.text("#?RADIANCE\nFORMAT=32-bit_rle_rgbe\n\n-Y 2 +X 3\n");
    for (int pixel = 0; pixel < kWidth * kHeight; ++pixel) {
        file.big(mantissa, 1).big(mantissa, 1).big(mantissa, 1).big(exponent, 1);
    }
    return file.take();
}

/// Six pixels of two colours in a code that never needs to be widened: clear, literals, end.
inline Bytes graphicsInterchange() {
    Writer file;
    file.text("GIF89a").little(kWidth, 2).little(kHeight, 2).big(0x80, 1).little(0, 2);
    file.bytes(kPixels[0]).bytes(kPixels[4]);
    file.text(",").little(0, 4).little(kWidth, 2).little(kHeight, 2).big(0, 1);
    // Codes of three bits, lowest first: 4 (clear) 0 1 | 4 0 1 | 4 1 0 | 5 (end)
    constexpr std::array<std::uint32_t, 10> kCodes{4, 0, 1, 4, 0, 1, 4, 1, 0, 5};
    std::uint32_t bits = 0;
    for (std::size_t code = 0; code < kCodes.size(); ++code) {
        bits |= kCodes[code] << (3 * code);
    }
    file.big(2, 1).big(4, 1).little(bits, 4).big(0, 1).text(";");
    return file.take();
}

} // namespace cartouche::tests
