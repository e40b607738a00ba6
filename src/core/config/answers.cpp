#include "core/config/answers.h"

#include "core/config/label_color.h"
#include "core/variables/variables.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

namespace cartouche::config {

namespace {

using json::Json;

/// Deeper than anyone nests answers; more would only exhaust the stack.
constexpr int kDeepest = 100;

/// The attributes of one answer: an element's, or the members of an item of the task's list, which
/// have the attributes' names in lower case.
class Attributes {
public:
    explicit Attributes(const Tag& tag) : m_tag(&tag) {}
    explicit Attributes(const Json& item) : m_item(&item) {}

    std::string text(std::string_view name) const {
        if (m_tag != nullptr) {
            return std::string(m_tag->text(name));
        }
        const auto found = m_item->find(name);
        return found == m_item->end() || found->is_null() ? ""
               : found->is_string()                       ? found->get<std::string>()
                                                          : json::writeJson(*found);
    }
    bool flag(std::string_view name) const { return text(name) == "true"; }
    /// Without the default of the language.
    std::string written(std::string_view name) const {
        return m_tag != nullptr && !m_tag->hasAttribute(name) ? "" : text(name);
    }

private:
    const Tag* m_tag = nullptr;
    const Json* m_item = nullptr;
};

std::string filledIn(const std::string& value, const Json* data) {
    if (data == nullptr || !value.contains('$')) {
        return value;
    }
    const Json resolved = variables::resolveVariables(value, *data);
    return resolved.is_string() ? resolved.get<std::string>() : json::writeJson(resolved);
}

Choice choiceOf(const Attributes& attributes, const Json* data) {
    Choice choice;
    choice.display = filledIn(attributes.text("value"), data);
    choice.stored = attributes.text("alias").empty() ? choice.display : attributes.text("alias");
    choice.hotkey = attributes.text("hotkey");
    choice.hint = attributes.text("hint");
    choice.selected = attributes.flag("selected");
    choice.html = attributes.text("html");
    choice.color = attributes.text("color");
    choice.isReadonly = attributes.flag("readonly");
    return choice;
}

/// The colour that the reference writes into a label that has none; to write just that is to have
/// none, too (spec/edge-cases.md 13).
constexpr std::string_view kNoColor = "#DA935D";

Label labelOf(const Attributes& attributes, const Json* data) {
    const std::string value = attributes.text("value");
    const std::string background = attributes.text("background");
    Label label;
    label.display = filledIn(value, data);
    label.stored = attributes.text("alias").empty() ? value : attributes.text("alias");
    label.hotkey = attributes.text("hotkey");
    label.color = background.empty() || background == kNoColor ? labelColor(value) : background;
    label.hint = attributes.text("hint");
    label.selected = attributes.flag("selected");
    label.html = attributes.text("html");
    label.maxUsages = attributes.text("maxusages");
    label.granularity = attributes.text("granularity");
    label.groupCanContain = attributes.text("groupcancontain");
    label.shownAlias = attributes.flag("showalias") ? attributes.text("alias") : "";
    label.aliasStyle = attributes.text("aliasstyle");
    label.selectedColor = attributes.written("selectedcolor");
    return label;
}

/// The objects of a list; of anything else, none.
std::vector<Json> objectsIn(const Json& list) {
    std::vector<Json> items;
    if (list.is_array()) {
        std::ranges::copy_if(list, std::back_inserter(items),
                             [](const Json& item) { return item.is_object(); });
    }
    return items;
}

std::vector<Json> listedItems(const Tag& control, const Json* data) {
    const std::string_view value = control.text("value");
    return data == nullptr || !variables::isVariable(value)
               ? std::vector<Json>()
               : objectsIn(variables::resolveVariables(value, *data));
}

/// `Fetched`: nested, and it may be that only a part of it is there.
enum class Nesting { Flat, Nested, Fetched };

std::vector<Choice> listedChoices(const std::vector<Json>& items, Nesting nesting, const Json* data,
                                  int depth = 0) {
    std::vector<Choice> choices;
    for (const Json& item : items) {
        choices.push_back(choiceOf(Attributes(item), data));
        const auto children = item.find("children");
        const auto leaf = item.find("isLeaf");
        choices.back().isUnfetched = nesting == Nesting::Fetched && leaf != item.end() &&
                                     *leaf == false &&
                                     (children == item.end() || children->is_null());
        if (nesting != Nesting::Flat && children != item.end() && depth < kDeepest) {
            choices.back().children = listedChoices(objectsIn(*children), nesting, data, depth + 1);
        }
    }
    return choices;
}

bool isGroup(const Tag& tag) {
    return tag.kind() == TagKind::View || tag.kind() == TagKind::Repeater;
}

std::vector<Choice> writtenChoices(const Tag& parent, Nesting nesting, const Json* data) {
    std::vector<Choice> choices;
    for (const auto& child : parent.children()) {
        if (child->kind() == TagKind::Choice) {
            choices.push_back(choiceOf(Attributes(*child), data));
            if (nesting == Nesting::Nested) {
                choices.back().children = writtenChoices(*child, nesting, data);
            }
        } else if (isGroup(*child)) {
            std::ranges::move(writtenChoices(*child, nesting, data), std::back_inserter(choices));
        }
    }
    return choices;
}

void collectLabels(const Tag& parent, const Json* data, std::vector<Label>& labels) {
    for (const auto& child : parent.children()) {
        if (child->kind() == TagKind::Label) {
            labels.push_back(labelOf(Attributes(*child), data));
        } else if (isGroup(*child)) {
            collectLabels(*child, data, labels);
        }
    }
}

std::vector<Choice> answersOf(const Tag& control, Nesting nesting, const Json* data) {
    std::vector<Choice> choices = writtenChoices(control, nesting, data);
    std::ranges::move(listedChoices(listedItems(control, data), nesting, data),
                      std::back_inserter(choices));
    return choices;
}

void dropRepeated(std::vector<Choice>& siblings) {
    std::vector<Choice> kept;
    for (Choice& choice : siblings) {
        if (!std::ranges::contains(kept, choice.display, &Choice::display)) {
            dropRepeated(choice.children);
            kept.push_back(std::move(choice));
        }
    }
    siblings = std::move(kept);
}

} // namespace

std::vector<Choice> choicesOf(const Tag& control, const Json* data) {
    return answersOf(control, control.flag("allowNested") ? Nesting::Nested : Nesting::Flat, data);
}

std::vector<Choice> itemsOf(const Tag& control, const Json* data) {
    std::vector<Choice> items = answersOf(control, Nesting::Nested, data);
    dropRepeated(items);
    return items;
}

std::expected<std::vector<Choice>, std::string> readFetchedItems(std::string_view text) {
    const auto read = json::parseJson(text);
    if (!read) {
        return std::unexpected(std::string("it is no JSON"));
    }
    const bool isBare = read->is_array();
    const auto named = read->find("items"); // the end, of a list
    if (!isBare && (named == read->end() || !named->is_array())) {
        return std::unexpected(std::string("it must be a list of items, or an object with such a "
                                           "list as its member \"items\""));
    }
    return listedChoices(objectsIn(isBare ? *read : *named), Nesting::Fetched, nullptr);
}

std::vector<Label> labelsOf(const Tag& control, const Json* data) {
    std::vector<Label> labels;
    collectLabels(control, data, labels);
    for (const Json& item : listedItems(control, data)) {
        labels.push_back(labelOf(Attributes(item), data));
    }
    return labels;
}

} // namespace cartouche::config
