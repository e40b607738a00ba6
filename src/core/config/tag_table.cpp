#include "core/config/tag_table.h"

#include "core/config/names.h"

#include <algorithm>
#include <array>

namespace cartouche::config {

namespace {

using enum AttributeType;

constexpr std::array kViewAttributes{
    AttributeRow{"className", Text, "", "", "CSS class, for Style"},
    AttributeRow{"display", Text, "block", "", "block or inline"},
    AttributeRow{"style", Text, "", "", "CSS properties"},
    AttributeRow{"idAttr", Text, "", "", "id, for Style"},
};

constexpr std::array kHeaderAttributes{
    AttributeRow{"value", Expression, "", "", "the text"},
    AttributeRow{"size", Text, "4", "", "1, the largest, to 5"},
    AttributeRow{"style", Text, "", "", "CSS properties"},
    AttributeRow{"underline", Boolean, "false", "", "a line under the text"},
};

constexpr std::array kFilterAttributes{
    AttributeRow{"name", Name, "", "", "name of the tag"},
    AttributeRow{"toName", Name, "", "", "the Choices whose answers it filters"},
    AttributeRow{"placeholder", Text, "Quick Filter", "", "shown while nothing is typed"},
    AttributeRow{"minlength", Number, "3", "", "characters before it filters"},
    // Spelled like this in the language.
    AttributeRow{"caseSensetive", Boolean, "false", "", "whether case counts"},
    AttributeRow{"cleanup", Boolean, "true", "", "whether Enter clears it"},
    AttributeRow{"hotkey", Text, "", "", "key that moves the focus to it"},
};

constexpr std::array kChoicesAttributes{
    AttributeRow{"name", Name, "", "", "name of the control, from_name in results"},
    AttributeRow{"toName", Name, "", "", "the object that it labels, to_name in results"},
    AttributeRow{"choice", Enumeration, "single", "single|single-radio|multiple",
                 "how many answers can be chosen"},
    AttributeRow{"layout", Enumeration, "vertical", "select|inline|vertical",
                 "how the answers are laid out"},
    AttributeRow{"showInline", Boolean, "", "", "older way to say layout=\"inline\""},
    AttributeRow{"required", Boolean, "false", "", "submit is refused without an answer"},
    AttributeRow{"requiredMessage", Text, "", "", "what is said then"},
    AttributeRow{"value", Expression, "", "", "answers from the task's data"},
    AttributeRow{"allowNested", Boolean, "false", "", "answers within answers"},
};

constexpr std::array kChoiceAttributes{
    AttributeRow{"value", Expression, "", "", "what is shown, and stored unless there is an alias"},
    AttributeRow{"alias", Text, "", "", "what is stored instead of the value"},
    AttributeRow{"selected", Boolean, "false", "", "chosen in new annotations"},
    AttributeRow{"hotkey", Text, "", "", "key that chooses it"},
    AttributeRow{"hint", Text, "", "", "tooltip"},
    AttributeRow{"html", Text, "", "", "shown instead of the value"},
    AttributeRow{"style", Text, "", "", "CSS properties"},
    AttributeRow{"readonly", Boolean, "false", "", "cannot be changed"},
};

constexpr std::array kImageAttributes{
    AttributeRow{"name", Name, "", "", "name of the object, to_name in results"},
    AttributeRow{"value", Expression, "", "", "address of the image, usually a $variable"},
    AttributeRow{"valueList", Expression, "", "", "a list of addresses"},
    AttributeRow{"width", Text, "100%", "", "CSS width"},
    AttributeRow{"maxWidth", Text, "100%", "", "CSS width"},
    AttributeRow{"zoom", Boolean, "true", "", "zooming with the wheel"},
    AttributeRow{"zoomControl", Boolean, "true", "", "zoom buttons"},
};

constexpr std::array kTags{
    TagRow{TagKind::View, "View", TagRole::Visual, kViewAttributes,
           "View|Header|Filter|Choices|Image", "groups other tags"},
    TagRow{TagKind::Header, "Header", TagRole::Visual, kHeaderAttributes, "", "a line of text"},
    TagRow{TagKind::Filter, "Filter", TagRole::Visual, kFilterAttributes, "",
           "a field that filters the answers of a control"},
    TagRow{TagKind::Choices, "Choices", TagRole::Control, kChoicesAttributes, "Choice|View|Header",
           "classifies an object by choosing answers"},
    TagRow{TagKind::Choice, "Choice", TagRole::Part, kChoiceAttributes, "Choice",
           "an answer of Choices"},
    TagRow{TagKind::Image, "Image", TagRole::Object, kImageAttributes, "", "an image to label"},
};

constexpr std::array<std::string_view, 51> kUnsupported{
    "Audio",           "AudioPlus",
    "HyperText",       "List",
    "Paragraphs",      "Pdf",
    "Table",           "Text",
    "TimeSeries",      "Channel",
    "MultiChannel",    "Video",
    "Bitmask",         "BitmaskLabels",
    "Brush",           "BrushLabels",
    "DateTime",        "Ellipse",
    "EllipseLabels",   "HyperTextLabels",
    "KeyPoint",        "KeyPointLabels",
    "Label",           "Labels",
    "MagicWand",       "Number",
    "Pairwise",        "ParagraphLabels",
    "Polygon",         "PolygonLabels",
    "Ranker",          "Bucket",
    "Rating",          "Rectangle",
    "RectangleLabels", "Relation",
    "Relations",       "Shortcut",
    "Taxonomy",        "TextArea",
    "TimelineLabels",  "TimeSeriesLabels",
    "Vector",          "VectorLabels",
    "VideoRectangle",  "Collapse",
    "Dialog",          "Markdown",
    "Panel",           "Repeater",
    "Style",
};

} // namespace

std::span<const TagRow> tagTable() {
    return kTags;
}

std::span<const std::string_view> unsupportedTags() {
    return kUnsupported;
}

const TagRow* findTag(TagKind kind) {
    const auto found = std::ranges::find(kTags, kind, &TagRow::kind);
    return found == kTags.end() ? nullptr : &*found;
}

const TagRow* findTag(std::string_view name) {
    const auto found = std::ranges::find_if(
        kTags, [name](const TagRow& row) { return isSameName(row.name, name); });
    return found == kTags.end() ? nullptr : &*found;
}

const AttributeRow* findAttribute(const TagRow& tag, std::string_view name) {
    const auto found = std::ranges::find_if(
        tag.attributes, [name](const AttributeRow& row) { return isSameName(row.name, name); });
    return found == tag.attributes.end() ? nullptr : &*found;
}

} // namespace cartouche::config
