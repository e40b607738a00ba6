#include "core/config/config_reader.h"

#include "core/config/loose_xml.h"
#include "core/config/names.h"
#include "core/config/style_check.h"
#include "core/config/tag_places.h"
#include "core/config/xml_faults.h"
#include "core/config/xml_text.h"
#include "core/variables/variables.h"

#include <pugixml.hpp>

#include <algorithm>
#include <format>
#include <iterator>
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

std::string_view withoutByteOrderMark(std::string_view text) {
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    return text.starts_with(kByteOrderMark) ? text.substr(kByteOrderMark.size()) : text;
}

/// The `name` of an element whose attributes are not read; "" if it has none.
std::string nameOf(const pugi::xml_node& node) {
    for (const pugi::xml_attribute& attribute : node.attributes()) {
        if (isSameName(attribute.name(), "name")) {
            return attribute.value();
        }
    }
    return {};
}

} // namespace

ConfigReader::ConfigReader(std::string_view xml, const json::Json* data)
    : m_text(withoutByteOrderMark(xml)), m_data(data), m_map(m_text), m_buffer(m_text) {}

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
    assignAllHotkeys();
    bindFilters(*m_interface.m_root);
    checkUsefulness();
    std::ranges::move(findIgnoredStyles(*m_interface.m_root),
                      std::back_inserter(m_interface.m_diagnostics));
    finishDiagnostics();
    return std::move(m_interface);
}

void ConfigReader::checkUsefulness() {
    const bool isEmpty = m_interface.m_root->m_spelling.empty(); // spec/tags.md 1.1: an empty View
    const bool labelsItself = std::ranges::any_of(m_interface.m_objects, [](const Tag* object) {
        return !findTag(object->kind())->resultType.empty(); // as Chat does
    });
    if (m_interface.m_controls.empty() && !labelsItself && !isEmpty &&
        !hasErrors(m_interface.m_diagnostics)) {
        report(Code::NothingToLabel,
               "This config holds no control, so there is nothing to label with; add one, such as "
               "<Choices>",
               m_interface.m_root->where());
    }
}

void ConfigReader::finishDiagnostics() {
    auto& found = m_interface.m_diagnostics;
    std::ranges::stable_sort(found, {}, [](const Diagnostic& diagnostic) {
        return std::tuple(diagnostic.where.line, diagnostic.where.column);
    });
    // What is wrong in a Repeater's content is wrong in each of its copies.
    found.erase(std::ranges::unique(found).begin(), found.end());
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
    reportLooseXml();
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

void ConfigReader::reportLooseXml() {
    for (LooseSpot& spot : findLooseXml(m_text)) {
        report(spot.code, std::move(spot.message), m_map.locate(spot.offset));
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
    } else if (std::string name = withIndexes(nameOf(node)); !name.empty()) {
        m_brokenNames.insert(std::move(name));
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

/// `parent` null: the tag is the outermost, or stands in a broken one.
bool ConfigReader::checkKind(Tag& tag, const TagRow* row, const TagRow* parent) {
    if (row == nullptr) {
        breakTag(tag, {Code::UnknownTag, describeUnknownTag(tag.m_spelling), tag.m_where});
        return false;
    }
    const Placement placement =
        parent == nullptr ? Placement::Good : findPlacement(*row, m_ancestors);
    if (placement != Placement::Good) {
        breakTag(tag, {placement == Placement::Ignored ? Code::IgnoredTag : Code::MisplacedTag,
                       describePlacement(*row, m_ancestors), tag.m_where});
    }
    return placement == Placement::Good;
}

/// `row` null: the tag itself is broken. What stands in it is kept, so that one wrong wrapper does
/// not take down what it wraps, but for parts: what only made sense inside it goes with it.
void ConfigReader::readChildren(Tag& tag, const pugi::xml_node& node, const TagRow* row) {
    if (row != nullptr) {
        m_ancestors.push_back(row);
    }
    for (const pugi::xml_node& child : node.children()) {
        if (!isElement(child)) {
            continue;
        }
        const TagRow* own = findTag(child.name());
        if (row == nullptr && own != nullptr && own->role == TagRole::Part) {
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
    const std::string_view on = tag.text("on");
    const json::Json* list =
        variables::isVariable(on) ? variables::findVariable(on.substr(1), *m_data) : nullptr;
    if (list != nullptr && list->is_array()) {
        return list->size();
    }
    report(
        Code::MissingVariable,
        list == nullptr
            ? std::format("<Repeater> repeats over \"{}\", but the task's data has no such entry",
                          on)
            : std::format("<Repeater> repeats over \"{}\", but in the task that is {}, not a list",
                          on, json::describeType(*list)),
        tag.where("on"));
    return 0;
}

LabelingInterface parseLabelConfig(std::string_view xml, const json::Json* data) {
    return ConfigReader(xml, data).read();
}

} // namespace cartouche::config
