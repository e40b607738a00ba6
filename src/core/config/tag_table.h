#pragma once

#include <array>
#include <span>
#include <string_view>
#include <vector>

namespace cartouche::config {

/// Every tag that is understood; Broken stands for an element that is not.
enum class TagKind {
    Broken,
    Audio,
    HyperText,
    Text,
    Paragraphs,
    Image,
    List,
    Table,
    Pdf,
    TimeSeries,
    Channel,
    MultiChannel,
    Video,
    Chat,
    ReactCode,
    CustomInterface,
    Labels,
    Label,
    HyperTextLabels,
    ParagraphLabels,
    TimelineLabels,
    TimeSeriesLabels,
    Rectangle,
    RectangleLabels,
    Ellipse,
    EllipseLabels,
    Polygon,
    PolygonLabels,
    KeyPoint,
    KeyPointLabels,
    Brush,
    BrushLabels,
    Bitmask,
    BitmaskLabels,
    Vector,
    VectorLabels,
    MagicWand,
    VideoRectangle,
    VideoVector,
    VideoVectorLabels,
    OcrLabels,
    PdfLabels,
    Relations,
    Relation,
    Choices,
    Choice,
    Taxonomy,
    TextArea,
    Shortcut,
    Number,
    Rating,
    DateTime,
    Pairwise,
    Ranker,
    Bucket,
    View,
    Header,
    Style,
    Collapse,
    Panel,
    Filter,
    Dialog,
    Markdown,
    Repeater,
};

/// What a tag is for: layout and text, something to be labeled, or something that labels it.
enum class TagRole { Visual, Object, Control, Part };

/// What values of an attribute must be. Fraction: 0 to 1. Numbers that the reference keeps as text
/// are Text, and a Text is neither `true` nor `false` (spec/edge-cases.md 1.3). Anything: the
/// reference's editor does not look at it.
enum class AttributeType {
    Text,
    Anything,
    Boolean,
    Enumeration,
    Number,
    Fraction,
    Color,
    Expression,
    Name,
    NameList
};

enum class Presence { Optional, Required };

struct AttributeRow {
    std::string_view name;
    AttributeType type;
    std::string_view defaultValue;
    /// For Enumeration: the allowed values, separated by '|'.
    std::string_view allowed;
    std::string_view help;
    Presence presence = Presence::Optional;
};

/// One tag of the labeling language (spec/tags.md): everything the parser, the validator and the
/// generated documentation know about it.
struct TagRow {
    TagKind kind;
    std::string_view name;
    TagRole role;
    /// Its own attributes, which win over those of the families.
    std::span<const AttributeRow> attributes;
    /// Attributes that several tags share; the ones left over are empty.
    std::array<std::span<const AttributeRow>, 5> families;
    /// Allowed children by name, separated by '|'.
    std::string_view children;
    /// Of a control: the only objects that it can label, by name; empty: any.
    std::string_view labels;
    /// Of a control: the `type` of its results and the key of its answer in their `value`.
    std::string_view resultType;
    std::string_view valueKey;
    std::string_view help;
};

std::span<const TagRow> tagTable();

/// The row of a tag, or nullptr for Broken. Names match case-insensitively.
const TagRow* findTag(TagKind kind);
const TagRow* findTag(std::string_view name);
const AttributeRow* findAttribute(const TagRow& tag, std::string_view name);

/// All attributes of a tag, each once, its own first.
std::vector<const AttributeRow*> attributesOf(const TagRow& tag);

} // namespace cartouche::config
