#pragma once

#include "core/config/tag.h"
#include "core/diagnostics/diagnostic.h"
#include "core/geometry/shapes.h"
#include "core/json/json.h"
#include "core/text/text_index.h"
#include "editor/markup_places.h"

#include <cstddef>
#include <cstdint>
#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cartouche::editor {

/// Part of a text, from `start` up to `end`, in UTF-16 code units of the whole.
struct TextRange {
    std::size_t start = 0;
    std::size_t end = 0;

    bool operator==(const TextRange&) const = default;
};

/// When something is said, in seconds of the audio.
struct HeardTime {
    double from = 0;
    std::optional<double> to; // nothing: to the end

    bool operator==(const HeardTime&) const = default;
};

/// One turn of a conversation.
struct Phrase {
    std::string author; // empty: nobody is named
    std::string text;
    TextRange range = {}; // in the text of all of them
    std::optional<HeardTime> heard = {};
    std::string message = {}; // the id of the region that added it; empty: it came with the task
};

/// Why a region of a text cannot be shown.
struct TextFault {
    diagnostics::Code code = diagnostics::Code::OutsideImage;
    std::string what; // goes on with "it …"
};

/// A text that is labeled: one, the phrases of a conversation, a line break between two of them, or
/// the texts of HTML, one after another. It never moves: the index refers to the text.
class TextContent {
public:
    explicit TextContent(std::string content) : m_text(std::move(content)), m_index(m_text) {}
    explicit TextContent(std::vector<Phrase> phrases);
    /// HTML that the page has read and cleaned; it knows it by the number.
    TextContent(text::MarkupNode root, std::uint32_t markup);
    TextContent(const TextContent&) = delete;
    TextContent& operator=(const TextContent&) = delete;

    const std::string& text() const { return m_text; }
    const text::TextIndex& index() const { return m_index; }
    const std::vector<Phrase>& phrases() const { return m_phrases; }
    bool hasPhrases() const { return m_hasPhrases; }
    /// Nothing of what is no HTML.
    std::optional<std::uint32_t> markup() const { return m_markup; }

    /// In order, around whole characters and, of phrases, as spec/results.md 4.10 has it; nothing
    /// if it covers nothing that is seen.
    std::optional<TextRange> normal(TextRange range) const;
    /// Where a region is; why it cannot be shown, if it cannot.
    std::expected<TextRange, TextFault> find(const geometry::Shape& shape) const;
    /// Where the message is that a region with this id added.
    std::expected<TextRange, TextFault> findMessage(std::string_view region) const;
    /// What a region of that range is. `range` must be normal.
    geometry::Shape shapeOf(const TextRange& range, bool savesText) const;
    std::string_view covered(const TextRange& range) const;

private:
    std::size_t phraseAt(std::size_t codeUnit) const;
    std::expected<TextRange, TextFault> findSpan(const geometry::Span& span) const;
    std::expected<std::size_t, std::string> findPlace(std::string_view phrase, double offset) const;
    std::expected<TextRange, TextFault> findPlaced(const geometry::PlacedSpan& span) const;
    std::expected<TextRange, TextFault> findInMarkup(const geometry::PlacedSpan& span) const;
    text::GlobalSpan globalSpan(const TextRange& range) const;
    TextRange rangeOf(const text::GlobalSpan& span) const;

    std::vector<Phrase> m_phrases;
    bool m_hasPhrases = false;
    std::optional<std::uint32_t> m_markup;
    std::unique_ptr<const MarkupPlaces> m_places; // of HTML
    std::string m_text;
    text::TextIndex m_index;
};

/// What a tag that shows a text, or a conversation, has of its value (spec/tags.md 4.1). What is no
/// text where one belongs is shown as JSON. Not of HTML, which the page reads.
std::shared_ptr<const TextContent> makeTextContent(const config::Tag& object,
                                                   const json::Json& value);
/// Whether it is a tag of that kind, or shows HTML.
bool showsText(const config::Tag& object);

} // namespace cartouche::editor
