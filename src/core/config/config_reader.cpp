#include "core/config/config_reader.h"

#include "core/config/attribute_checks.h"
#include "core/config/names.h"
#include "core/config/xml_faults.h"
#include "core/diagnostics/suggestion.h"
#include "core/variables/variables.h"

#include <pugixml.hpp>

#include <algorithm>
#include <format>
#include <ranges>
#include <tuple>
#include <utility>

namespace cartouche::config {

namespace {

using diagnostics::Code;
using diagnostics::Diagnostic;

/// Configs nest a handful of levels; a deeper one would only exhaust the stack.
constexpr std::size_t kDeepest = 100;

/// Enough for a Repeater over thousands of items; more would only exhaust the memory.
constexpr std::size_t kMostTags = 200'000;

std::vector<std::string> knownTagNames() {
    std::vector<std::string> names;
    for (const TagRow& row : tagTable()) {
        names.emplace_back(row.name);
    }
    return names;
}

bool isElement(const pugi::xml_node& node) {
    return node.type() == pugi::node_element;
}

bool hasElements(const pugi::xml_node& node) {
    return std::ranges::any_of(node.children(), isElement);
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kSpace = " \t\r\n";
    const std::size_t first = text.find_first_not_of(kSpace);
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

/// The tags that may hold a part such as Choice, for the message.
std::string placesFor(const TagRow& part) {
    std::string places;
    for (const TagRow& row : tagTable()) {
        if (row.kind != part.kind && isListed(row.children, part.name)) {
            places += std::format("{}<{}>", places.empty() ? "" : " or ", row.name);
        }
    }
    return places;
}

/// Collects what pugixml prints.
struct MarkupWriter final : pugi::xml_writer {
    void write(const void* data, std::size_t size) override {
        markup.append(static_cast<const char*>(data), size);
    }
    std::string markup;
};

/// What stands between an element's tags, markup and all.
std::string innerMarkup(const pugi::xml_node& node) {
    MarkupWriter writer;
    for (const pugi::xml_node& child : node.children()) {
        child.print(writer, "", pugi::format_raw | pugi::format_no_declaration,
                    pugi::encoding_utf8);
    }
    return std::move(writer.markup);
}

/// The text between an element's tags, entities resolved, without markup.
std::string innerText(const pugi::xml_node& node) {
    std::string text;
    for (const pugi::xml_node& part : node.children()) {
        if (part.type() == pugi::node_pcdata || part.type() == pugi::node_cdata) {
            text += part.value();
        }
    }
    return text;
}

} // namespace

ConfigReader::ConfigReader(std::string_view xml, const json::Json* data)
    : m_text(xml), m_data(data), m_map(xml), m_buffer(xml) {}

void ConfigReader::report(Code code, std::string message, const diagnostics::Location& where) {
    m_interface.m_diagnostics.push_back({code, std::move(message), where});
}

void ConfigReader::breakTag(Tag& tag, Diagnostic problem) {
    m_interface.m_diagnostics.push_back(problem);
    tag.m_kind = TagKind::Broken;
    tag.m_problem = std::move(problem);
}

diagnostics::Location ConfigReader::locate(const char* position) const {
    return m_map.locate(static_cast<std::size_t>(position - m_buffer.data()));
}

LabelingInterface ConfigReader::read() {
    readDocument();
    collectNames(*m_interface.m_root);
    bindControls(*m_interface.m_root);
    collectHotkeys();
    bindFilters(*m_interface.m_root);
    auto& found = m_interface.m_diagnostics;
    const bool isEmpty = m_interface.m_root->m_spelling.empty(); // spec/tags.md 1.1: an empty View
    if (m_interface.m_controls.empty() && found.empty() && !isEmpty) {
        report(Code::NothingToLabel,
               "This config holds no control, so there is nothing to label with; add one, such as "
               "<Choices>",
               m_interface.m_root->where());
    }
    std::ranges::stable_sort(found, {}, [](const Diagnostic& diagnostic) {
        return std::tuple(diagnostic.where.line, diagnostic.where.column);
    });
    // What is wrong in a Repeater's content is wrong in each of its copies.
    found.erase(std::ranges::unique(found).begin(), found.end());
    return std::move(m_interface);
}

void ConfigReader::readDocument() {
    pugi::xml_document document;
    m_interface.m_root = std::make_unique<Tag>();
    if (trimmed(m_text).empty()) {
        m_interface.m_root->m_kind = TagKind::View;
        m_interface.m_root->m_where = {.line = 1, .column = 1, .pointer = {}};
        return;
    }
    const pugi::xml_parse_result result = document.load_buffer_inplace(
        m_buffer.data(), m_buffer.size(), pugi::parse_default, pugi::encoding_utf8);
    if (!result) {
        breakTag(*m_interface.m_root, {Code::XmlSyntax, describeXmlFault(result.status),
                                       m_map.locate(static_cast<std::size_t>(result.offset))});
        return;
    }
    auto roots = document.children() | std::views::filter(isElement);
    auto root = roots.begin();
    m_interface.m_root = readTag(*root, nullptr);
    for (++root; root != roots.end(); ++root) {
        report(
            Code::XmlSyntax,
            std::format("A config has one outermost element; <{}> is a second one and is ignored",
                        root->name()),
            locate(root->name()));
    }
}

std::unique_ptr<Tag> ConfigReader::readTag(const pugi::xml_node& node, const TagRow* parent) {
    auto tag = std::make_unique<Tag>();
    tag->m_spelling = node.name();
    tag->m_where = locate(node.name());
    if (isTooMuch(*tag)) {
        return tag;
    }
    const TagRow* row = findTag(node.name());
    ++m_depth;
    if (checkKind(*tag, row, parent)) {
        tag->m_kind = row->kind;
        readAttributes(*tag, node, *row);
        readText(*tag, node, *row);
    }
    if (tag->m_kind == TagKind::Repeater) {
        readRepeated(*tag, node, *row);
    } else if (tag->m_kind != TagKind::HyperText) {
        readChildren(*tag, node, tag->m_kind == TagKind::Broken ? nullptr : row);
    }
    --m_depth;
    return tag;
}

bool ConfigReader::isTooMuch(Tag& tag) {
    const std::string message =
        m_depth > kDeepest ? std::format("This config is nested deeper than {} levels", kDeepest)
        : m_tagCount >= kMostTags ? std::format("This config has more than {} tags", kMostTags)
                                  : "";
    if (!message.empty()) {
        breakTag(tag, {Code::XmlSyntax, message, tag.m_where});
        return true;
    }
    ++m_tagCount;
    return false;
}

bool ConfigReader::checkKind(Tag& tag, const TagRow* row, const TagRow* parent) {
    const std::string& name = tag.m_spelling;
    if (row == nullptr) {
        const std::string hint = diagnostics::suggestionText(name, knownTagNames(), "<", ">");
        breakTag(tag, {Code::UnknownTag,
                       std::format("<{}> is not a tag that Cartouche knows{}", name, hint),
                       tag.m_where});
    } else if (!isInPlace(*row, parent)) {
        breakTag(tag, {Code::MisplacedTag,
                       std::format("<{}> cannot stand in <{}>; it belongs in {}", row->name,
                                   parent->name, placesFor(*row)),
                       tag.m_where});
    }
    return !tag.m_problem;
}

/// A part may stand deeper in its control, within Views (spec/edge-cases.md 2).
bool ConfigReader::isInPlace(const TagRow& row, const TagRow* parent) const {
    const auto holds = [&row](const TagRow* other) { return isListed(other->children, row.name); };
    return parent == nullptr || holds(parent) ||
           (row.role == TagRole::Part && std::ranges::any_of(m_ancestors, holds));
}

void ConfigReader::readAttributes(Tag& tag, const pugi::xml_node& node, const TagRow& row) {
    for (const pugi::xml_attribute& attribute : node.attributes()) {
        readAttribute(tag, row,
                      {attribute.name(), withIndexes(attribute.value()), locate(attribute.name())});
    }
    if (tag.flag("perRegion") && tag.flag("perItem")) {
        report(Code::BadAttribute,
               std::format("<{}> is both perRegion and perItem; it can be one of them",
                           tag.m_spelling),
               tag.where("perItem"));
    }
}

void ConfigReader::readAttribute(Tag& tag, const TagRow& row, const Attribute& attribute) {
    if (tag.find(attribute.name) != nullptr) {
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
    tag.m_attributes.push_back(attribute);
}

void ConfigReader::readText(Tag& tag, const pugi::xml_node& node, const TagRow& row) {
    const bool takesMarkup = row.kind == TagKind::HyperText;
    if (findAttribute(row, "value") == nullptr || (hasElements(node) && !takesMarkup)) {
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

/// `row` null: the tag itself is broken. What stands in it and can stand anywhere is kept, so that
/// one wrong wrapper does not take down what it wraps; what only made sense inside it goes with it.
void ConfigReader::readChildren(Tag& tag, const pugi::xml_node& node, const TagRow* row) {
    if (row != nullptr) {
        m_ancestors.push_back(row);
    }
    for (const pugi::xml_node& child : node.children()) {
        if (!isElement(child)) {
            continue;
        }
        const TagRow* own = findTag(child.name());
        if (row == nullptr && (own == nullptr || own->role == TagRole::Part)) {
            continue;
        }
        const bool isLast = m_depth > kDeepest || m_tagCount >= kMostTags;
        tag.m_children.push_back(readTag(child, row));
        if (isLast) {
            break; // it says so, and once is enough
        }
    }
    if (row != nullptr) {
        m_ancestors.pop_back();
    }
}

/// A View for each item of the list, with the content of the Repeater in it.
void ConfigReader::readRepeated(Tag& tag, const pugi::xml_node& node, const TagRow& row) {
    const std::size_t count = countRepeats(tag);
    for (std::size_t index = 0; index < count; ++index) {
        auto view = std::make_unique<Tag>();
        view->m_kind = TagKind::View;
        view->m_spelling = "View";
        view->m_where = tag.m_where;
        if (isTooMuch(*view)) {
            tag.m_children.push_back(std::move(view));
            break;
        }
        m_repeats.push_back({std::string(tag.text("indexFlag")), index});
        readChildren(*view, node, &row);
        m_repeats.pop_back();
        tag.m_children.push_back(std::move(view));
    }
}

std::size_t ConfigReader::countRepeats(const Tag& tag) {
    if (m_data == nullptr) {
        return 1;
    }
    const json::Json list = variables::resolveVariables(tag.text("on"), *m_data);
    if (list.is_array()) {
        return list.size();
    }
    report(Code::MissingVariable,
           std::format("<Repeater> repeats over \"{}\", but in the task that is {}, not a list",
                       tag.text("on"), json::describeType(list)),
           tag.where("on"));
    return 0;
}

LabelingInterface parseLabelConfig(std::string_view xml, const json::Json* data) {
    return ConfigReader(xml, data).read();
}

} // namespace cartouche::config
