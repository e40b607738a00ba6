#include "core/privacy/byte_reader.h"
#include "core/privacy/exif.h"
#include "core/privacy/image_metadata.h"

#include <format>

namespace cartouche::privacy {

namespace {

constexpr std::uint8_t kStart = 0xD8;
constexpr std::uint8_t kEnd = 0xD9;
constexpr std::uint8_t kScan = 0xDA;
constexpr std::uint8_t kApp0 = 0xE0;
constexpr std::uint8_t kApp1 = 0xE1;
constexpr std::uint8_t kApp2 = 0xE2;
constexpr std::uint8_t kApp14 = 0xEE;

constexpr std::string_view kExif{"Exif\0\0", 6};

/// A marker and what belongs to it (ITU-T T.81, annex B).
struct Segment {
    std::uint8_t marker = 0;
    ByteView whole;   // from 0xFF on; without fill bytes before it
    ByteView content; // behind the length
    ByteView data;    // of a scan: what is coded
};

/// Goes from segment to segment.
class JpegReader {
public:
    explicit JpegReader(ByteView file) : m_file(file) {}

    std::expected<Segment, std::string> next() {
        if (m_at >= m_file.size()) {
            return std::unexpected("This JPEG is cut off: it has no end");
        }
        if (m_file[m_at] != 0xFF) {
            return std::unexpected(std::format("This JPEG is broken at byte {}", m_at));
        }
        while (m_at + 1 < m_file.size() && m_file[m_at + 1] == 0xFF) {
            ++m_at;
        }
        if (m_at + 1 >= m_file.size()) {
            return std::unexpected("This JPEG is cut off within a marker");
        }
        Segment segment{.marker = m_file[m_at + 1]};
        const bool isBare = segment.marker == kStart || segment.marker == kEnd ||
                            segment.marker == 0x01 ||
                            (segment.marker >= 0xD0 && segment.marker <= 0xD7);
        const std::size_t length = isBare ? 0 : numberAt(m_file, m_at + 2, 2);
        if (!isBare && (length < 2 || m_at + 2 + length > m_file.size())) {
            return std::unexpected(std::format("This JPEG is cut off in the segment 0x{:02X} at "
                                               "byte {}",
                                               segment.marker, m_at));
        }
        segment.whole = m_file.subspan(m_at, 2 + length);
        segment.content = segment.whole.subspan(isBare ? 2 : 4);
        m_at += 2 + length;
        if (segment.marker == kScan) {
            segment.data = passScan();
        }
        return segment;
    }

private:
    /// Up to the next marker that is none of those within coded data.
    ByteView passScan() {
        const std::size_t begin = m_at;
        while (m_at + 1 < m_file.size()) {
            const std::uint8_t after = m_file[m_at + 1];
            const bool isWithin = after == 0 || (after >= 0xD0 && after <= 0xD7);
            if (m_file[m_at] == 0xFF && !isWithin && after != 0xFF) {
                return m_file.subspan(begin, m_at - begin);
            }
            ++m_at;
        }
        m_at = m_file.size();
        return m_file.subspan(begin);
    }

    ByteView m_file;
    std::size_t m_at = 0;
};

/// Calls onSegment(segment) for each, the first and the last included. Returns what is wrong.
template <typename OnSegment>
std::optional<std::string> eachSegment(ByteView file, OnSegment onSegment) {
    if (!startsWith(file, "\xFF\xD8\xFF")) {
        return "This is no JPEG";
    }
    JpegReader reader(file);
    bool hasScan = false;
    while (true) {
        const auto segment = reader.next();
        if (!segment) {
            return segment.error();
        }
        onSegment(*segment);
        hasScan |= segment->marker == kScan;
        if (segment->marker == kEnd) {
            return hasScan ? std::nullopt : std::optional<std::string>("This JPEG has no picture");
        }
    }
}

bool isShown(const Segment& segment) {
    const std::uint8_t marker = segment.marker;
    switch (marker) {
    case kApp0:
        return startsWith(segment.content, {"JFIF\0", 5});
    case kApp2:
        return startsWith(segment.content, {"ICC_PROFILE\0", 12});
    case kApp14:
        return startsWith(segment.content, "Adobe");
    default: // frames, tables, scans and their marks
        return marker >= 0xC0 && marker <= 0xDF;
    }
}

/// JFIF's own thumbnail shows what was there before the picture was edited.
void appendJfif(Bytes& out, const Segment& segment) {
    constexpr std::size_t kWithout = 16; // its length then
    constexpr std::size_t kUpToThumbnail = 16;
    if (segment.whole.size() <= 2 + kWithout) {
        append(out, segment.whole);
        return;
    }
    append(out, segment.whole.first(2));
    appendNumber(out, kWithout, 2);
    append(out, segment.whole.subspan(4, kUpToThumbnail - 4));
    appendNumber(out, 0, 2);
}

} // namespace

std::expected<PictureFacts, std::string> readJpegFacts(ByteView file) {
    PictureFacts facts;
    bool isRead = false;
    const auto problem = eachSegment(file, [&](const Segment& segment) {
        if (segment.marker == kApp1 && !isRead && startsWith(segment.content, kExif)) {
            facts = readExif(segment.content.subspan(kExif.size()));
            isRead = true;
        }
    });
    return problem ? std::expected<PictureFacts, std::string>(std::unexpected(*problem)) : facts;
}

std::expected<Bytes, std::string> stripJpeg(ByteView file, std::optional<int> orientation) {
    const auto facts = readJpegFacts(file);
    if (!facts) {
        return std::unexpected(facts.error());
    }
    const int shown = orientation.value_or(facts->orientation);
    Bytes out;
    bool isTold = shown == 1;
    eachSegment(file, [&](const Segment& segment) {
        const bool isBeginning = segment.marker == kStart || segment.marker == kApp0;
        if (!isTold && !isBeginning) {
            append(out, orientationSegment(shown)); // behind JFIF, before all else
            isTold = true;
        }
        if (segment.marker == kApp0 && isShown(segment)) {
            appendJfif(out, segment);
        } else if (isShown(segment)) {
            append(out, segment.whole);
            append(out, segment.data);
        }
    });
    return out;
}

} // namespace cartouche::privacy
