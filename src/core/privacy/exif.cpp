#include "core/privacy/exif.h"

#include "core/privacy/byte_reader.h"

namespace cartouche::privacy {

namespace {

constexpr std::uint32_t kOrientation = 0x0112;
constexpr std::uint32_t kGps = 0x8825;

/// One directory of a TIFF file.
class Directory {
public:
    Directory(ByteView tiff, std::size_t at, ByteOrder order)
        : m_tiff(tiff), m_at(at), m_order(order), m_count(numberAt(tiff, at, 2, order)) {}

    /// Where the entry of this tag stands.
    std::optional<std::size_t> find(std::uint32_t tag) const {
        constexpr std::size_t kEntry = 12;
        for (std::size_t index = 0; index < m_count; ++index) {
            const std::size_t entry = m_at + 2 + index * kEntry;
            if (entry + kEntry > m_tiff.size()) {
                return std::nullopt;
            }
            if (numberAt(m_tiff, entry, 2, m_order) == tag) {
                return entry;
            }
        }
        return std::nullopt;
    }

    std::uint32_t number(std::uint32_t tag, std::size_t bytes) const {
        const auto entry = find(tag);
        return entry ? numberAt(m_tiff, *entry + 8, bytes, m_order) : 0;
    }

    /// Degrees, minutes and seconds as fractions, and the letter of their side.
    std::optional<double> angle(std::uint32_t tag, std::uint32_t sideTag, char negative) const {
        const auto entry = find(tag);
        const std::size_t values = entry ? number(tag, 4) : m_tiff.size();
        if (!entry || numberAt(m_tiff, *entry + 4, 4, m_order) != 3 ||
            values + 24 > m_tiff.size()) {
            return std::nullopt;
        }
        double degrees = 0;
        double unit = 1;
        for (std::size_t at = values; at < values + 24; at += 8, unit *= 60) {
            const std::uint32_t below = numberAt(m_tiff, at + 4, 4, m_order);
            if (below == 0) {
                return std::nullopt;
            }
            degrees += numberAt(m_tiff, at, 4, m_order) / static_cast<double>(below) / unit;
        }
        const auto side = find(sideTag);
        const bool isNegative =
            side && numberAt(m_tiff, *side + 8, 1) == static_cast<std::uint8_t>(negative);
        return isNegative ? -degrees : degrees;
    }

private:
    ByteView m_tiff;
    std::size_t m_at;
    ByteOrder m_order;
    std::size_t m_count;
};

} // namespace

PictureFacts readExif(ByteView tiff) {
    constexpr std::uint32_t kLatitude = 2;
    constexpr std::uint32_t kLongitude = 4;
    PictureFacts facts;
    const bool isLittle = startsWith(tiff, "II*");
    if (!isLittle && !startsWith(tiff, std::string_view("MM\0*", 4))) {
        return facts;
    }
    const ByteOrder order = isLittle ? ByteOrder::Little : ByteOrder::Big;
    const Directory first(tiff, numberAt(tiff, 4, 4, order), order);
    const std::uint32_t orientation = first.number(kOrientation, 2);
    facts.orientation = orientation >= 1 && orientation <= 8 ? static_cast<int>(orientation) : 1;
    if (const std::uint32_t at = first.number(kGps, 4); at > 0) {
        const Directory gps(tiff, at, order);
        const auto north = gps.angle(kLatitude, kLatitude - 1, 'S');
        const auto east = gps.angle(kLongitude, kLongitude - 1, 'W');
        if (north && east) {
            facts.place = std::array{*north, *east};
        }
    }
    return facts;
}

Bytes orientationSegment(int orientation) {
    Bytes segment{0xFF, 0xE1, 0, 34, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42};
    appendNumber(segment, 8, 4);            // where the directory is
    appendNumber(segment, 1, 2);            // its entries
    appendNumber(segment, kOrientation, 2); // of one short number
    appendNumber(segment, 3, 2);
    appendNumber(segment, 1, 4);
    appendNumber(segment, static_cast<std::uint32_t>(orientation), 2);
    appendNumber(segment, 0, 2);
    appendNumber(segment, 0, 4); // no more directories
    return segment;
}

} // namespace cartouche::privacy
