// The second half of ConfigReader: names, and what refers to them.

#include "core/config/config_reader.h"
#include "core/config/hotkeys.h"
#include "core/config/label_color.h"
#include "core/config/names.h"
#include "core/diagnostics/suggestion.h"
#include "core/variables/variables.h"

#include <algorithm>
#include <format>
#include <ranges>
#include <tuple>
#include <utility>

namespace cartouche::config {

namespace {

using diagnostics::Code;
using diagnostics::Diagnostic;
using json::Json;

ChoiceMode modeOf(const Tag& tag) {
    const std::string_view mode = tag.text("choice");
    return mode == "multiple"       ? ChoiceMode::Multiple
           : mode == "single-radio" ? ChoiceMode::SingleRadio
                                    : ChoiceMode::Single;
}

/// `Choices "Pets"`, or `Choices` if it has no name.
std::string describe(const Tag& tag) {
    return tag.name().empty() ? tag.spelling()
                              : std::format("{} \"{}\"", tag.spelling(), tag.name());
}

bool holdsLabels(const TagRow& row) {
    return row.role == TagRole::Control && isListed(row.children, "Label");
}

/// A text member of a dynamic child; "" if it has none.
std::string memberOf(const Json& item, std::string_view key) {
    const auto found = item.find(key);
    return found == item.end()  ? ""
           : found->is_string() ? found->get<std::string>()
                                : json::writeJson(*found);
}

Label labelOf(std::string display, std::string stored, std::string background) {
    Label label;
    // The reference's own default is no choice of the author (spec/edge-cases.md 13).
    const bool isChosen = !background.empty() && !isSameName(background, "#DA935D") &&
                          !isSameName(background, "#36B37E");
    label.color = isChosen ? std::move(background) : labelColor(stored);
    label.display = std::move(display);
    label.stored = std::move(stored);
    return label;
}

} // namespace

void ConfigReader::collectNames(Tag& tag) {
    if (findTag(tag.kind()) != nullptr) {
        checkName(tag);
    }
    for (const auto& child : tag.m_children) {
        collectNames(*child);
    }
}

void ConfigReader::checkName(Tag& tag) {
    const TagRow& row = *findTag(tag.kind());
    const AttributeRow* declared = findAttribute(row, "name");
    if (row.role == TagRole::Part) {
        return;
    }
    if (tag.name().empty()) {
        if (declared != nullptr && declared->presence == Presence::Required) {
            breakTag(tag, {Code::MissingName,
                           std::format("<{0}> needs a name, as in <{0} name=\"{1}\" …>", row.name,
                                       row.role == TagRole::Object ? "image" : "choice"),
                           tag.where()});
        }
        return;
    }
    if (row.role == TagRole::Object) {
        m_interface.m_objects.push_back(&tag);
    }
    const auto [place, isNew] = m_names.insert_or_assign(std::string(tag.name()), &tag);
    if (!isNew) {
        report(Code::DuplicateName,
               std::format("The name \"{}\" is used twice; the last one counts", place->first),
               tag.where("name"));
    }
}

void ConfigReader::bindControls(Tag& tag) {
    const TagRow* row = findTag(tag.kind());
    if (row != nullptr && row->role == TagRole::Control) {
        bindControl(tag, *row);
    }
    for (const auto& child : tag.m_children) {
        bindControls(*child);
    }
}

void ConfigReader::bindControl(Tag& tag, const TagRow& row) {
    if (findAttribute(row, "toName") == nullptr) { // Relations label regions of any object
        m_interface.m_controls.push_back({&tag, std::string(tag.name()), {}});
        return;
    }
    Diagnostic problem{Code::UnknownToName, "", tag.where("toName")};
    std::vector<std::string> targets = findTargets(tag, problem);
    if (targets.empty()) {
        breakTag(tag, std::move(problem));
        return;
    }
    const std::string name(tag.name());
    if (tag.kind() == TagKind::Choices) {
        m_interface.m_choices.push_back({.tag = &tag,
                                         .name = name,
                                         .toName = targets.front(),
                                         .mode = modeOf(tag),
                                         .isRequired = tag.flag("required"),
                                         .isPerRegion = tag.flag("perRegion"),
                                         .choices = collectChoices(tag)});
    } else if (holdsLabels(row)) {
        m_interface.m_labels.push_back({&tag, name, targets.front(), collectLabels(tag)});
    }
    m_interface.m_controls.push_back({&tag, name, std::move(targets)});
}

/// The objects that a control labels; none, and why in `problem`, if one of them cannot be.
std::vector<std::string> ConfigReader::findTargets(const Tag& tag, Diagnostic& problem) const {
    const std::string_view written = tag.text("toName");
    const auto& objects = m_interface.m_objects;
    if (written.empty() && objects.size() == 1) { // spec/tags.md 1.2
        return {std::string(objects.front()->name())};
    }
    if (written.empty()) {
        problem.message =
            objects.empty()
                ? std::format(
                      "{} has nothing to label: the config holds no object, such as <Image>",
                      describe(tag))
                : std::format(
                      "{} does not say which of the {} objects it labels; add toName=\"{}\"",
                      describe(tag), objects.size(), objects.front()->name());
        return {};
    }
    std::vector<std::string> targets;
    for (const auto part : std::views::split(written, ',')) {
        targets.emplace_back(std::string_view(part));
        if (!checkTarget(tag, targets.back(), problem)) {
            return {};
        }
    }
    return targets;
}

bool ConfigReader::checkTarget(const Tag& tag, const std::string& target,
                               Diagnostic& problem) const {
    const TagRow& row = *findTag(tag.kind());
    const auto found = m_names.find(target);
    if (found == m_names.end()) {
        std::vector<std::string> objects;
        for (const Tag* object : m_interface.m_objects) {
            objects.emplace_back(object->name());
        }
        problem.message =
            std::format("{} labels \"{}\", but no object has that name{}", describe(tag), target,
                        diagnostics::suggestionText(target, objects));
        return false;
    }
    const Tag& object = *found->second;
    const TagRow* objectRow = findTag(object.kind());
    problem.code = Code::WrongToName;
    if (objectRow != nullptr && objectRow->role == TagRole::Visual) {
        problem.message = std::format("{} labels \"{}\", but that is a {}, which cannot be labeled",
                                      describe(tag), target, object.spelling());
        return false;
    }
    // As spelled, with case (spec/edge-cases.md 2).
    if (!row.labels.empty() && object.spelling() != row.labels) {
        problem.message = std::format("{} labels \"{}\", but that is a {}; it can only label <{}>",
                                      describe(tag), target, object.spelling(), row.labels);
        return false;
    }
    return true;
}

std::string ConfigReader::shown(std::string_view value) const {
    if (m_data == nullptr || !value.contains('$')) {
        return std::string(value);
    }
    const Json resolved = variables::resolveVariables(value, *m_data);
    return resolved.is_string() ? resolved.get<std::string>() : json::writeJson(resolved);
}

/// Answers may be wrapped in Views (spec/tags.md 1.1).
std::vector<Choice> ConfigReader::collectChoices(const Tag& tag) const {
    std::vector<Choice> choices;
    for (const auto& child : tag.children()) {
        if (child->kind() == TagKind::Choice) {
            const std::string display = shown(child->text("value"));
            choices.push_back({.display = display,
                               .stored = child->hasAttribute("alias")
                                             ? std::string(child->text("alias"))
                                             : display,
                               .hotkey = std::string(child->text("hotkey")),
                               .hint = std::string(child->text("hint")),
                               .selected = child->flag("selected")});
        } else if (child->kind() == TagKind::View) {
            std::ranges::move(collectChoices(*child), std::back_inserter(choices));
        }
    }
    for (const Json& item : dynamicChildren(tag)) {
        const std::string display = memberOf(item, "value");
        choices.push_back({.display = display,
                           .stored = item.contains("alias") ? memberOf(item, "alias") : display,
                           .hotkey = memberOf(item, "hotkey"),
                           .hint = memberOf(item, "hint"),
                           .selected = memberOf(item, "selected") == "true"});
    }
    return choices;
}

std::vector<Label> ConfigReader::collectLabels(const Tag& tag) const {
    std::vector<Label> labels;
    for (const auto& child : tag.children()) {
        if (child->kind() == TagKind::Label) {
            const std::string_view stored =
                child->hasAttribute("alias") ? child->text("alias") : child->text("value");
            Label label = labelOf(shown(child->text("value")), std::string(stored),
                                  std::string(child->text("background")));
            label.hotkey = child->text("hotkey");
            label.hint = child->text("hint");
            label.selected = child->flag("selected");
            labels.push_back(std::move(label));
        } else if (child->kind() == TagKind::View) {
            std::ranges::move(collectLabels(*child), std::back_inserter(labels));
        }
    }
    for (const Json& item : dynamicChildren(tag)) {
        const std::string value = memberOf(item, "value");
        Label label = labelOf(value, item.contains("alias") ? memberOf(item, "alias") : value,
                              memberOf(item, "background"));
        label.hotkey = memberOf(item, "hotkey");
        label.hint = memberOf(item, "hint");
        label.selected = memberOf(item, "selected") == "true";
        labels.push_back(std::move(label));
    }
    return labels;
}

/// The objects of the list that a control's `value` names (spec/tags.md 2.8).
std::vector<Json> ConfigReader::dynamicChildren(const Tag& tag) const {
    std::vector<Json> items;
    if (m_data == nullptr || !tag.text("value").starts_with('$') || tag.kind() == TagKind::View) {
        return items;
    }
    for (const Json& item : variables::resolveVariables(tag.text("value"), *m_data)) {
        if (item.is_object()) {
            items.push_back(item);
        }
    }
    return items;
}

/// Labels and answers draw their hotkeys from one pool, in document order.
void ConfigReader::collectHotkeys() {
    std::vector<std::string*> hotkeys;
    const auto addAll = [&hotkeys](auto& items) {
        for (auto& item : items) {
            hotkeys.push_back(&item.hotkey);
        }
    };
    for (const Control& control : m_interface.m_controls) {
        const auto isThis = [&control](const auto& other) { return other.tag == control.tag; };
        if (const auto found = std::ranges::find_if(m_interface.m_choices, isThis);
            found != m_interface.m_choices.end()) {
            addAll(found->choices);
        } else if (const auto labels = std::ranges::find_if(m_interface.m_labels, isThis);
                   labels != m_interface.m_labels.end()) {
            addAll(labels->labels);
        }
    }
    assignHotkeys(hotkeys);
}

void ConfigReader::bindFilters(Tag& tag) {
    for (const auto& child : tag.m_children) {
        bindFilters(*child);
    }
    const std::string_view target = tag.text("toName");
    const auto& controls = m_interface.m_controls;
    if (tag.kind() != TagKind::Filter || std::ranges::contains(controls, target, &Control::name)) {
        return;
    }
    std::vector<std::string> names;
    for (const Control& control : controls) {
        names.push_back(control.name);
    }
    breakTag(tag, {Code::UnknownToName,
                   std::format("{} filters \"{}\", but no control has that name{}", describe(tag),
                               target, diagnostics::suggestionText(target, names)),
                   tag.where("toName")});
}

} // namespace cartouche::config
