// The part of ConfigReader that reads one tag's attributes, and the text that stands for one.

#include "core/config/attribute_checks.h"
#include "core/config/config_reader.h"
#include "core/config/names.h"
#include "core/config/xml_text.h"
#include "core/diagnostics/suggestion.h"
#include "core/values/value_type.h"

#include <pugixml.hpp>

#include <algorithm>
#include <format>
#include <utility>

namespace cartouche::config {

namespace {

using diagnostics::Code;

bool isWritten(const pugi::xml_node& node, std::string_view name) {
    return std::ranges::any_of(node.attributes(), [name](const pugi::xml_attribute& attribute) {
        return isSameName(attribute.name(), name);
    });
}

std::vector<std::string> attributeNames(const TagRow& row) {
    std::vector<std::string> names;
    for (const AttributeRow* attribute : attributesOf(row)) {
        names.emplace_back(attribute->name);
    }
    return names;
}

} // namespace

void ConfigReader::readAttributes(Tag& tag, const pugi::xml_node& node, const TagRow& row) {
    for (const pugi::xml_attribute& attribute : node.attributes()) {
        readAttribute(tag, row,
                      {attribute.name(), withIndexes(attribute.value()), locate(attribute.name())});
    }
    checkSpelling(tag, node, row);
    checkCompleteness(tag, row);
    if (tag.flag("perRegion") && tag.flag("perItem")) {
        report(Code::BadAttribute,
               std::format("<{}> is both perRegion and perItem; it can be one of them",
                           tag.m_spelling),
               tag.where("perItem"));
    }
    checkResolver(tag, row);
}

void ConfigReader::checkResolver(const Tag& tag, const TagRow& row) {
    const std::string_view text = tag.text("resolver");
    if (findAttribute(row, "resolver") == nullptr || text.empty()) {
        return;
    }
    if (const auto resolver = values::parseResolver(text); !resolver) {
        report(resolver.error().code, resolver.error().message, tag.where("resolver"));
    }
}

void ConfigReader::readAttribute(Tag& tag, const TagRow& row, const Attribute& attribute) {
    const Attribute* first = tag.find(attribute.name);
    if (first != nullptr && first->name == attribute.name) {
        report(Code::DuplicateAttribute,
               std::format("<{}> has the attribute \"{}\" twice; the first one counts",
                           tag.m_spelling, attribute.name),
               attribute.where);
        return;
    }
    const AttributeRow* declared = findAttribute(row, attribute.name);
    if (declared != nullptr) {
        if (const auto fault = findAttributeFault(*declared, attribute.value)) {
            report(Code::BadAttribute,
                   std::format("{} of <{}> is \"{}\", but {}", declared->name, tag.m_spelling,
                               attribute.value, *fault),
                   attribute.where);
            return;
        }
    }
    addAttribute(tag, attribute);
}

/// In XML, names in different case are two attributes; of these the reference takes the last.
void ConfigReader::addAttribute(Tag& tag, const Attribute& attribute) {
    const auto isSame = [&attribute](const Attribute& other) {
        return isSameName(other.name, attribute.name);
    };
    if (const Attribute* first = tag.find(attribute.name)) {
        report(Code::RepeatedAttribute,
               std::format(R"(<{}> has the attribute "{}" as "{}", too; the last one counts)",
                           tag.m_spelling, first->name, attribute.name),
               attribute.where);
        std::erase_if(tag.m_attributes, isSame);
    }
    tag.m_attributes.push_back(attribute);
}

/// An unknown attribute is nobody's business, unless it is a known one with a slip in it.
void ConfigReader::checkSpelling(const Tag& tag, const pugi::xml_node& node, const TagRow& row) {
    for (const Attribute& attribute : tag.m_attributes) {
        if (findAttribute(row, attribute.name) != nullptr) {
            continue;
        }
        const auto meant = diagnostics::findSuggestion(attribute.name, attributeNames(row));
        if (meant && !isWritten(node, *meant)) {
            report(Code::UnknownAttribute,
                   std::format(R"(<{}> has no attribute "{}"; did you mean "{}"?)", tag.m_spelling,
                               attribute.name, *meant),
                   attribute.where);
        }
    }
}

/// Names are left to collectNames.
void ConfigReader::checkCompleteness(const Tag& tag, const TagRow& row) {
    for (const AttributeRow* attribute : attributesOf(row)) {
        if (attribute->presence == Presence::Required && attribute->name != "name" &&
            !tag.hasAttribute(attribute->name)) {
            report(Code::BadAttribute,
                   std::format("<{0}> needs the attribute {1}, as in <{0} {1}=\"…\" …>: {2}",
                               row.name, attribute->name, attribute->help),
                   tag.where());
        }
    }
}

void ConfigReader::readText(Tag& tag, const pugi::xml_node& node, const TagRow& row) {
    const bool takesMarkup = row.kind == TagKind::HyperText;
    if (findAttribute(row, "value") == nullptr || (hasElements(node) && !takesMarkup)) {
        if (const char* text = findText(node)) {
            report(Code::IgnoredText,
                   std::format("Text stands in <{}> here, where nothing shows it; put it in a "
                               "<Header>",
                               tag.m_spelling),
                   locate(text));
        }
        return;
    }
    const std::string text = takesMarkup && hasElements(node) ? innerMarkup(node) : innerText(node);
    const std::string_view value = trimmed(text);
    if (value.empty()) {
        return;
    }
    // Text wins over the attribute (spec/tags.md 1.1).
    std::erase_if(tag.m_attributes,
                  [](const Attribute& attribute) { return isSameName(attribute.name, "value"); });
    tag.m_attributes.push_back({"value", withIndexes(std::string(value)), tag.m_where});
}

/// The first occurrence of each flag is replaced (spec/tags.md 1.6).
std::string ConfigReader::withIndexes(std::string text) const {
    for (const Repeat& repeat : m_repeats) {
        if (const std::size_t at = text.find(repeat.flag); at != std::string::npos) {
            text.replace(at, repeat.flag.size(), std::to_string(repeat.index));
        }
    }
    return text;
}

} // namespace cartouche::config
