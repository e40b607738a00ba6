#include "core/task/value_checks.h"

#include "core/config/attribute_checks.h"
#include "core/config/names.h"
#include "core/config/tag_table.h"

#include <algorithm>
#include <array>
#include <format>
#include <set>
#include <string_view>

namespace cartouche::task {

namespace {

using config::Tag;
using config::TagKind;
using json::Json;
using Fault = std::optional<std::string>;

/// What is needed of a list of objects, and how one is written.
Fault findListFault(const Json& value, std::string_view what, std::string_view example) {
    if (!value.is_array()) {
        return std::format("it needs a list of {}, such as {}", what, example);
    }
    for (std::size_t index = 0; index < value.size(); ++index) {
        if (!value[index].is_object()) {
            return std::format("it needs a list of {}, such as {}, and item {} is {}", what,
                               example, index, json::describeType(value[index]));
        }
    }
    return std::nullopt;
}

Fault findPhrasesFault(const Tag& tag, const Json& value) {
    constexpr std::string_view kExample = R"([{"author": "Ada", "text": "Hello"}])";
    if (Fault fault = findListFault(value, "phrases", kExample)) {
        return value.is_string() ? *fault + "; for an address of one, add valueType=\"url\""
                                 : fault;
    }
    for (const std::string_view key : {"nameKey", "textKey"}) {
        if (!value.empty() && !value.front().contains(tag.text(key))) {
            return std::format("its phrases have no \"{}\"; say with {} which of their members it "
                               "is",
                               tag.text(key), key);
        }
    }
    return std::nullopt;
}

Fault findItemsFault(const Json& value) {
    constexpr std::string_view kExample = R"([{"id": "a", "title": "First", "body": "…"}])";
    if (Fault fault = findListFault(value, "items", kExample)) {
        return fault;
    }
    std::set<std::string> ids;
    for (std::size_t index = 0; index < value.size(); ++index) {
        const Json id = value[index].value("id", Json());
        if (!id.is_string() && !id.is_number()) {
            return std::format("item {} has no id, which must be a text or a number", index);
        }
        const std::string text = id.is_string() ? id.get<std::string>() : json::writeJson(id);
        if (!ids.insert(text).second) {
            return std::format("two of its items have the id {}", json::writeJson(id));
        }
    }
    return std::nullopt;
}

/// A column by its name, in any case, or by its index; nullptr if there is none.
const Json* findColumn(const Json& columns, std::string_view name) {
    for (const auto& [key, values] : columns.items()) {
        if (config::isSameName(key, name)) {
            return &values;
        }
    }
    const bool isIndex = !name.empty() && name.size() < 6 &&
                         name.find_first_not_of("0123456789") == std::string_view::npos;
    const std::size_t index = isIndex ? std::stoul(std::string(name)) : columns.size();
    return index < columns.size() ? &std::next(columns.begin(), static_cast<int>(index)).value()
                                  : nullptr;
}

void collectColumns(const Tag& tag, std::vector<std::string>& names) {
    for (const auto& child : tag.children()) {
        if (child->kind() == TagKind::Channel) {
            names.emplace_back(child->text("column"));
        }
        collectColumns(*child, names);
    }
}

Fault findColumnsFault(const Tag& tag, const Json& value) {
    if (!value.is_object()) {
        return R"(it needs columns, such as {"time": [0, 1], "speed": [2.5, 3]})";
    }
    std::vector<std::string> names;
    if (!tag.text("timeColumn").empty()) {
        names.emplace_back(tag.text("timeColumn"));
    }
    collectColumns(tag, names);
    for (const std::string& name : names) {
        const Json* column = findColumn(value, name);
        if (column == nullptr) {
            return std::format("it has no column \"{}\"", name);
        }
        if (!column->is_array()) {
            return std::format("its column \"{}\" is {}, not a list", name,
                               json::describeType(*column));
        }
    }
    return std::nullopt;
}

/// A member of a dynamic answer is an attribute, with JSON's types: a number is no text there.
Fault findMemberFault(const config::AttributeRow& attribute, const Json& value) {
    if (attribute.type == config::AttributeType::Boolean) {
        return value.is_boolean() ? std::nullopt : Fault("it must be true or false");
    }
    if (!value.is_string()) {
        return "it must be a text";
    }
    const auto& text = value.get_ref<const std::string&>();
    return text == "true" || text == "false" ? std::nullopt
                                             : config::findAttributeFault(attribute, text);
}

Fault findAnswerFault(const config::TagRow& row, const Json& item) {
    for (const auto& [name, value] : item.items()) {
        const config::AttributeRow* attribute = config::findAttribute(row, name);
        // Names are in lower case already: others are of no concern to the reference.
        if (attribute == nullptr || value.is_null() || name != config::lowerCased(name)) {
            continue;
        }
        if (const Fault fault = findMemberFault(*attribute, value)) {
            return std::format("\"{}\" of {} is {}, but {}", name, json::writeJson(item),
                               json::writeJson(value), *fault);
        }
    }
    const Json children = item.value("children", Json());
    for (const Json& child : children.is_array() ? children : Json::array()) {
        if (Fault fault = child.is_object() ? findAnswerFault(row, child) : std::nullopt) {
            return fault;
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<std::string> findShapeFault(const Tag& object, const Json& value) {
    switch (object.kind()) {
    case TagKind::Paragraphs:
        return findPhrasesFault(object, value);
    case TagKind::List:
        return findItemsFault(value);
    case TagKind::TimeSeries:
        return findColumnsFault(object, value);
    case TagKind::Dialog:
        return findListFault(value, "messages", R"([{"name": "Ada", "text": "Hello"}])");
    case TagKind::Chat:
        return value.is_string() // a line before the conversation
                   ? std::nullopt
                   : findListFault(value, "messages", R"([{"role": "user", "content": "Hello"}])");
    case TagKind::Table:
        return value.is_structured()
                   ? std::nullopt
                   : Fault(R"(it needs an object or a list, such as {"name": "Ada"})");
    default:
        return std::nullopt;
    }
}

std::optional<std::string> findAnswersFault(const Tag& control, const Json& value) {
    const bool isLabels = control.kind() != TagKind::Choices && control.kind() != TagKind::Taxonomy;
    const std::string_view what = isLabels ? "labels" : "answers";
    if (Fault fault = findListFault(value, what, R"([{"value": "Cat"}])")) {
        return fault;
    }
    const config::TagRow& row = *config::findTag(isLabels ? TagKind::Label : TagKind::Choice);
    for (const Json& item : value) {
        if (Fault fault = findAnswerFault(row, item)) {
            return fault;
        }
    }
    return std::nullopt;
}

} // namespace cartouche::task
