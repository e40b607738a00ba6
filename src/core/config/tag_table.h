#pragma once

#include <span>
#include <string_view>

namespace cartouche::config {

/// Every tag that is understood; Broken stands for an element that is not.
enum class TagKind { Broken, View, Header, Filter, Choices, Choice, Image };

/// What a tag is for: layout and text, something to be labeled, or something that labels it.
enum class TagRole { Visual, Object, Control, Part };

enum class AttributeType { Text, Boolean, Enumeration, Number, Expression, Name, NameList };

struct AttributeRow {
    std::string_view name;
    AttributeType type;
    std::string_view defaultValue;
    /// For Enumeration: the allowed values, separated by '|'.
    std::string_view allowed;
    std::string_view help;
};

/// One tag of the labeling language (spec/tags.md): everything the parser, the validator and the
/// generated documentation know about it.
struct TagRow {
    TagKind kind;
    std::string_view name;
    TagRole role;
    std::span<const AttributeRow> attributes;
    /// Allowed children by name, separated by '|'.
    std::string_view children;
    std::string_view help;
};

std::span<const TagRow> tagTable();

/// Names of the labeling language that this version does not draw yet.
std::span<const std::string_view> unsupportedTags();

/// The row of a tag, or nullptr for Broken. Names match case-insensitively.
const TagRow* findTag(TagKind kind);
const TagRow* findTag(std::string_view name);
const AttributeRow* findAttribute(const TagRow& tag, std::string_view name);

} // namespace cartouche::config
