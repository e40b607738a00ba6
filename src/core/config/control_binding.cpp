// The part of ConfigReader that makes controls of tags: what they label, what they offer, their
// keys.

#include "core/config/answers.h"
#include "core/config/config_reader.h"
#include "core/config/hotkeys.h"
#include "core/config/names.h"
#include "core/diagnostics/suggestion.h"

#include <algorithm>
#include <format>
#include <utility>

namespace cartouche::config {

namespace {

using diagnostics::Code;
using diagnostics::Diagnostic;

ChoiceMode modeOf(const Tag& tag) {
    const std::string_view mode = tag.text("choice");
    return mode == "multiple"       ? ChoiceMode::Multiple
           : mode == "single-radio" ? ChoiceMode::SingleRadio
                                    : ChoiceMode::Single;
}

bool holdsLabels(const TagRow& row) {
    return row.role == TagRole::Control && isListed(row.children, "Label");
}

void collectHotkeys(std::vector<Choice>& choices, std::vector<std::string*>& hotkeys) {
    for (Choice& choice : choices) {
        hotkeys.push_back(&choice.hotkey);
        collectHotkeys(choice.children, hotkeys);
    }
}

void takeHotkeysIn(const Tag& tag, std::set<std::string>& taken) {
    takeHotkeys(tag.text("hotkey"), taken);
    for (const auto& child : tag.children()) {
        takeHotkeysIn(*child, taken);
    }
}

} // namespace

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
    addAnswers(tag, row, targets.front());
    m_interface.m_controls.push_back({&tag, std::string(tag.name()), std::move(targets)});
}

/// Of other objects no regions are made without tools, which a Taxonomy has none of.
bool ConfigReader::isText(std::string_view object) const {
    const Tag* found = m_interface.findObject(object);
    return found != nullptr &&
           (found->kind() == TagKind::Text || found->kind() == TagKind::HyperText ||
            found->kind() == TagKind::Paragraphs);
}

void ConfigReader::addAnswers(const Tag& tag, const TagRow& row, const std::string& toName) {
    const std::string name(tag.name());
    if (tag.kind() == TagKind::Choices) {
        m_interface.m_choices.push_back({.tag = &tag,
                                         .name = name,
                                         .toName = toName,
                                         .mode = modeOf(tag),
                                         .isRequired = tag.flag("required"),
                                         .isPerRegion = tag.flag("perRegion"),
                                         .choices = choicesOf(tag, m_data)});
    } else if (tag.kind() == TagKind::Taxonomy) {
        m_interface.m_taxonomies.push_back({.tag = &tag,
                                            .name = name,
                                            .toName = toName,
                                            .isRequired = tag.flag("required"),
                                            .isPerRegion = tag.flag("perRegion"),
                                            .isLabeling = tag.flag("labeling") && isText(toName),
                                            .items = itemsOf(tag, m_data)});
    } else if (holdsLabels(row)) {
        m_interface.m_labels.push_back({&tag, name, toName, labelsOf(tag, m_data)});
    }
}

/// Labels and answers draw their hotkeys from one pool, in document order; keys that anything asks
/// for are not in it.
void ConfigReader::assignAllHotkeys() {
    std::vector<std::string*> hotkeys;
    for (const Control& control : m_interface.m_controls) {
        const auto isThis = [&control](const auto& other) { return other.tag == control.tag; };
        if (const auto found = std::ranges::find_if(m_interface.m_choices, isThis);
            found != m_interface.m_choices.end()) {
            collectHotkeys(found->choices, hotkeys);
        } else if (const auto labels = std::ranges::find_if(m_interface.m_labels, isThis);
                   labels != m_interface.m_labels.end()) {
            for (Label& label : labels->labels) {
                hotkeys.push_back(&label.hotkey);
            }
        }
    }
    std::set<std::string> taken;
    takeHotkeysIn(*m_interface.m_root, taken);
    assignHotkeys(hotkeys, std::move(taken));
}

void ConfigReader::bindFilters(Tag& tag) {
    for (const auto& child : tag.m_children) {
        bindFilters(*child);
    }
    const std::string_view target = tag.text("toName");
    // One without a control filters nothing, and the reference leaves it at that.
    if (tag.kind() != TagKind::Filter || target.empty() || m_names.contains(target) ||
        m_brokenNames.contains(target)) {
        return;
    }
    std::vector<std::string> names;
    for (const Control& control : m_interface.m_controls) {
        names.push_back(control.name);
    }
    breakTag(tag, {Code::UnknownToName,
                   std::format("{} filters \"{}\", but no control has that name{}", describe(tag),
                               target, diagnostics::suggestionText(target, names)),
                   tag.where("toName")});
}

} // namespace cartouche::config
