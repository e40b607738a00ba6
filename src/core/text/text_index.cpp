#include "core/text/text_index.h"

#include "core/text/utf8.h"

#include <algorithm>

namespace cartouche::text {

namespace {

/// A search reads at most so many bytes behind a mark.
constexpr std::size_t kBytesPerMark = 512;

bool isAscii(std::string_view text) {
    return std::ranges::none_of(text, [](char byte) { return (byte & '\x80') != 0; });
}

Place behind(std::string_view text, const Place& place) {
    const Character character = characterAt(text, place.byte);
    return {place.byte + character.bytes, place.codePoint + 1,
            place.codeUnit + character.codeUnits};
}

} // namespace

std::size_t Place::in(Unit unit) const {
    switch (unit) {
    case Unit::Byte:
        return byte;
    case Unit::CodePoint:
        return codePoint;
    case Unit::CodeUnit:
        return codeUnit;
    }
    return byte;
}

TextIndex::TextIndex(std::string_view text) : m_text(text) {
    if (isAscii(text)) {
        m_end = {text.size(), text.size(), text.size()};
        return;
    }
    m_marks.reserve((text.size() / kBytesPerMark) + 1);
    while (m_end.byte < text.size()) {
        if (m_end.byte >= m_marks.size() * kBytesPerMark) {
            m_marks.push_back(m_end);
        }
        m_end = behind(text, m_end);
    }
}

Place TextIndex::find(Unit unit, std::size_t offset, Rounding rounding) const {
    if (offset >= m_end.in(unit)) {
        return m_end;
    }
    if (m_marks.empty()) {
        return {offset, offset, offset};
    }
    const auto next = std::ranges::upper_bound(m_marks, offset, {},
                                               [unit](const Place& mark) { return mark.in(unit); });
    Place place = *std::prev(next); // the first mark is at 0
    while (place.in(unit) < offset) {
        const Place after = behind(m_text, place);
        if (after.in(unit) > offset && rounding == Rounding::Down) {
            break;
        }
        place = after;
    }
    return place;
}

std::vector<Place> TextIndex::findAll(Unit unit, std::span<const std::size_t> offsets,
                                      Rounding rounding) const {
    std::vector<Place> places;
    places.reserve(offsets.size());
    for (const std::size_t offset : offsets) {
        places.push_back(find(unit, offset, rounding));
    }
    return places;
}

std::string_view TextIndex::between(const Place& start, const Place& end) const {
    return start.byte < end.byte ? m_text.substr(start.byte, end.byte - start.byte)
                                 : std::string_view();
}

} // namespace cartouche::text
