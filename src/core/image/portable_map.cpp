#include "core/image/portable_map.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <utility>

namespace cartouche::image {

namespace {

constexpr unsigned kMostValue = 65535;
constexpr unsigned kMostSide = 1U << 24U;

struct Header {
    bool isText = false;
    bool isBits = false;
    int channels = 1; // 1 or 3
    Size size;
    unsigned greatest = 1; // value of a channel
};

bool isSpace(std::uint8_t byte) {
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

class Reader {
public:
    explicit Reader(std::span<const std::uint8_t> file) : m_file(file) {}

    std::optional<Header> readHeader() {
        const int kind = m_file[1] - '0';
        m_at = 2;
        Header header;
        header.isText = kind <= 3;
        header.isBits = kind % 3 == 1;
        header.channels = kind % 3 == 0 ? 3 : 1;
        const auto width = readNumber(kMostSide);
        const auto height = readNumber(kMostSide);
        const auto greatest = header.isBits ? std::optional(1U) : readNumber(kMostValue);
        if (!width || !height || !greatest || *width == 0 || *height == 0 || *greatest == 0) {
            return std::nullopt;
        }
        ++m_at; // one space ends the header
        header.size = {static_cast<int>(*width), static_cast<int>(*height)};
        header.greatest = *greatest;
        return header;
    }

    /// A value of the image: nothing if the file ends before, or is no number where one should be.
    std::optional<unsigned> readValue(const Header& header) {
        if (header.isText) {
            return header.isBits ? readDigit() : readNumber(header.greatest);
        }
        if (header.isBits) {
            return readBit();
        }
        const auto high = readByte();
        if (header.greatest < 256 || !high) {
            return high;
        }
        const auto low = readByte();
        return low ? std::optional((*high << 8U) | *low) : std::nullopt;
    }

    /// Rows of bits begin with a byte.
    void endRow() { m_bits = 0; }

private:
    std::optional<unsigned> readByte() {
        return m_at < m_file.size() ? std::optional<unsigned>(m_file[m_at++]) : std::nullopt;
    }

    std::optional<unsigned> readBit() {
        if (m_bits == 0) {
            const auto byte = readByte();
            if (!byte) {
                return std::nullopt;
            }
            m_byte = *byte;
            m_bits = 8;
        }
        return (m_byte >> --m_bits) & 1U;
    }

    std::optional<unsigned> readDigit() {
        skipSpace();
        const auto digit = readByte();
        return digit == '0' || digit == '1' ? std::optional(*digit - '0') : std::nullopt;
    }

    std::optional<unsigned> readNumber(unsigned most) {
        skipSpace();
        unsigned number = 0;
        const std::size_t start = m_at;
        while (m_at < m_file.size() && m_file[m_at] >= '0' && m_file[m_at] <= '9') {
            number = number * 10 + (m_file[m_at++] - '0');
            if (number > most) {
                return std::nullopt;
            }
        }
        return m_at > start ? std::optional(number) : std::nullopt;
    }

    /// And comments, which end with their line.
    void skipSpace() {
        while (m_at < m_file.size() && (isSpace(m_file[m_at]) || m_file[m_at] == '#')) {
            if (m_file[m_at] == '#') {
                m_at = static_cast<std::size_t>(
                    std::ranges::find(m_file.subspan(m_at), std::uint8_t{'\n'}) - m_file.begin());
            } else {
                ++m_at;
            }
        }
    }

    std::span<const std::uint8_t> m_file;
    std::size_t m_at = 0;
    unsigned m_byte = 0;
    unsigned m_bits = 0; // of the byte, that are still to come
};

/// In 255ths; of bits, 1 is black.
std::uint8_t toByte(unsigned value, const Header& header) {
    const unsigned level = header.isBits ? 1 - value : std::min(value, header.greatest);
    return static_cast<std::uint8_t>((level * 255 + header.greatest / 2) / header.greatest);
}

/// False if the file ends before the image.
bool readPixel(Reader& reader, const Header& header, std::uint8_t* pixel) {
    for (int channel = 0; channel < header.channels; ++channel) {
        const auto value = reader.readValue(header);
        if (!value) {
            return false;
        }
        pixel[channel] = toByte(*value, header);
    }
    if (header.channels == 1) {
        pixel[2] = pixel[1] = pixel[0];
    }
    pixel[3] = 255;
    return true;
}

} // namespace

bool isPortableMap(std::span<const std::uint8_t> file) {
    return file.size() > 3 && file[0] == 'P' && file[1] >= '1' && file[1] <= '6' &&
           (isSpace(file[2]) || file[2] == '#');
}

std::expected<Picture, Refusal> decodePortableMap(std::span<const std::uint8_t> file,
                                                  std::uint64_t mostPixels) {
    Reader reader(file);
    const auto header = reader.readHeader();
    if (!header) {
        return std::unexpected(Refusal{Fault::Broken, "its header is no PNM header", {}});
    }
    if (header->size.area() > mostPixels) {
        return std::unexpected(Refusal{Fault::TooLarge, "", header->size});
    }
    Picture picture;
    picture.size = header->size;
    const auto area = static_cast<std::size_t>(header->size.area());
    picture.pixels.reset(static_cast<std::uint8_t*>(std::malloc(area * Picture::kChannels)));
    if (!picture.pixels) {
        return std::unexpected(Refusal{Fault::TooLarge, "out of memory", header->size});
    }
    std::uint8_t* pixel = picture.pixels.get();
    for (int row = 0; row < header->size.height; ++row, reader.endRow()) {
        for (int column = 0; column < header->size.width; ++column, pixel += Picture::kChannels) {
            if (!readPixel(reader, *header, pixel)) {
                return std::unexpected(
                    Refusal{Fault::Broken, "it ends before its last pixel", header->size});
            }
        }
    }
    return picture;
}

} // namespace cartouche::image
