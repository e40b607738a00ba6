#include "cli/tags_report.h"

#include "core/config/tag_table.h"

#include <format>
#include <ranges>

namespace cartouche::cli {

namespace {

using config::AttributeRow;
using config::AttributeType;
using config::TagRow;
using json::Json;

std::string_view roleName(config::TagRole role) {
    switch (role) {
    case config::TagRole::Visual:
        return "visual";
    case config::TagRole::Object:
        return "object";
    case config::TagRole::Control:
        return "control";
    case config::TagRole::Part:
        return "part";
    }
    return "";
}

std::string_view typeName(AttributeType type) {
    switch (type) {
    case AttributeType::Text:
    case AttributeType::Anything:
        return "text";
    case AttributeType::Boolean:
        return "true or false";
    case AttributeType::Enumeration:
        return "one of";
    case AttributeType::Number:
        return "number";
    case AttributeType::Fraction:
        return "0 to 1";
    case AttributeType::Color:
        return "colour";
    case AttributeType::Expression:
        return "text or $variable";
    case AttributeType::Name:
        return "name";
    case AttributeType::NameList:
        return "name of a tag";
    }
    return "";
}

Json listOf(std::string_view names) {
    Json list = Json::array();
    for (const auto name : std::views::split(names, '|')) {
        if (!name.empty()) {
            list.push_back(std::string_view(name));
        }
    }
    return list;
}

Json writeAttribute(const AttributeRow& row) {
    Json out{{"name", row.name}, {"type", typeName(row.type)}, {"default", row.defaultValue}};
    if (!row.allowed.empty()) {
        out["allowed"] = listOf(row.allowed);
    }
    if (row.presence == config::Presence::Required) {
        out["required"] = true;
    }
    out["help"] = row.help;
    return out;
}

std::string attributeLine(const AttributeRow& row) {
    std::string allowed(row.allowed);
    for (std::size_t at = 0; (at = allowed.find('|', at)) != std::string::npos; at += 2) {
        allowed.replace(at, 1, ", ");
    }
    const std::string type =
        std::string(typeName(row.type)) + (allowed.empty() ? "" : " " + allowed);
    const std::string value = row.defaultValue.empty() ? "" : std::format("`{}`", row.defaultValue);
    std::string help(row.help);
    for (std::size_t at = 0; (at = help.find('|', at)) != std::string::npos; at += 2) {
        help.insert(at, "\\"); // it would end the cell
    }
    return std::format("| {}{} | {} | {} | {} |\n", row.name,
                       row.presence == config::Presence::Required ? " (required)" : "", type, value,
                       help);
}

} // namespace

std::string writeTagsText() {
    std::string text = "# Tags of the labeling language\n";
    for (const TagRow& row : config::tagTable()) {
        text += std::format("\n## {}\n\n{} ({})\n\n| attribute | value | default | meaning |\n"
                            "|---|---|---|---|\n",
                            row.name, row.help, roleName(row.role));
        for (const AttributeRow* attribute : attributesOf(row)) {
            text += attributeLine(*attribute);
        }
    }
    return text;
}

Json writeTagsJson() {
    Json tags = Json::array();
    for (const TagRow& row : config::tagTable()) {
        Json attributes = Json::array();
        for (const AttributeRow* attribute : attributesOf(row)) {
            attributes.push_back(writeAttribute(*attribute));
        }
        Json tag{{"name", row.name},
                 {"role", roleName(row.role)},
                 {"help", row.help},
                 {"children", listOf(row.children)}};
        if (!row.resultType.empty()) {
            tag["resultType"] = row.resultType;
        }
        tag["attributes"] = std::move(attributes);
        tags.push_back(std::move(tag));
    }
    return tags;
}

} // namespace cartouche::cli
