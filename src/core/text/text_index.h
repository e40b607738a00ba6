#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace cartouche::text {

/// What offsets count: bytes of our UTF-8; Unicode code points (regions of Text, globalOffsets of
/// HyperText); UTF-16 code units (Paragraphs, startOffset and endOffset of HyperText). A CRLF is
/// two of each, an emoji with a skin tone two code points (spec/edge-cases.md 4).
enum class Unit { Byte, CodePoint, CodeUnit };

/// What an offset inside of a character means: a span that covers a part of a character covers all
/// of it, so that starts go down and ends go up.
enum class Rounding { Down, Up };

/// A place between two characters of a text, counted in every unit.
struct Place {
    std::size_t byte = 0;
    std::size_t codePoint = 0;
    std::size_t codeUnit = 0;

    std::size_t in(Unit unit) const;

    bool operator==(const Place&) const = default;
};

/// Finds places in a text by offsets of any unit. Making it reads the text once; a search takes
/// O(log n). It holds 3 words for each 512 bytes of text, and nothing for text that is ASCII only.
/// What is not UTF-8 counts as characterAt says.
class TextIndex {
public:
    /// `text` is not copied and must outlive the index.
    explicit TextIndex(std::string_view text);

    std::string_view text() const { return m_text; }
    /// The place behind the last character.
    const Place& end() const { return m_end; }

    /// The place at an offset; an offset beyond the end is the end.
    Place find(Unit unit, std::size_t offset, Rounding rounding = Rounding::Down) const;
    /// The same for many offsets, in any order.
    std::vector<Place> findAll(Unit unit, std::span<const std::size_t> offsets,
                               Rounding rounding = Rounding::Down) const;

    /// The text between two places; nothing if they stand in reverse order.
    std::string_view between(const Place& start, const Place& end) const;

private:
    std::string_view m_text;
    Place m_end;
    /// The first place at or behind each multiple of 512 bytes; empty for ASCII.
    std::vector<Place> m_marks;
};

} // namespace cartouche::text
