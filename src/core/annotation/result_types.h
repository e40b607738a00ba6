#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace cartouche::annotation {

/// What a result is about, as its `type` says (spec/results.md 8).
enum class ResultType : std::uint8_t {
    Unknown, // kept as it came
    Labels,
    HyperTextLabels,
    ParagraphLabels,
    RectangleLabels,
    EllipseLabels,
    PolygonLabels,
    KeyPointLabels,
    BrushLabels,
    BitmaskLabels,
    VectorLabels,
    TimeSeriesLabels,
    TimelineLabels,
    OcrLabels,
    PdfLabels,
    VideoVectorLabels,
    Rectangle,
    Ellipse,
    Polygon,
    KeyPoint,
    Brush,
    MagicWand,
    Bitmask,
    Vector,
    VideoRectangle,
    VideoVector,
    Choices,
    Taxonomy,
    TextArea,
    Number,
    Rating,
    DateTime,
    Pairwise,
    Ranker,
    ChatMessage,
    ReactCode,
};

/// What the answer of a result of one type is made of.
enum class AnswerKind : std::uint8_t {
    None,    // the shape says it all
    Labels,  // a list of texts, which may be empty
    Choices, // a list of texts or of paths, never empty
    Paths,   // a list of paths, never empty
    Texts,   // a list of texts, or one text
    Number,
    Text,
    Columns, // lists of texts by name
    Opaque,  // any JSON
};

/// One type a row.
struct ResultTypeRow {
    ResultType type;
    std::string_view name;
    /// The member of `value` that holds the answer; empty: there is none.
    std::string_view valueKey;
    AnswerKind answer;
};

std::span<const ResultTypeRow> resultTypes();
const ResultTypeRow& resultTypeRow(ResultType type);
/// The type of that name, also of one that older versions wrote; else Unknown.
ResultType findResultType(std::string_view name);

} // namespace cartouche::annotation
