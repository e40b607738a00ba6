// The second half of ConfigReader: names, and what refers to them.

#include "core/config/config_reader.h"
#include "core/config/hotkeys.h"
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

/// `Choices "Pets"`, or `Choices` if it has no name.
std::string describe(const Tag& tag) {
    return tag.name().empty() ? tag.spelling()
                              : std::format("{} \"{}\"", tag.spelling(), tag.name());
}

} // namespace

void ConfigReader::collectNames(Tag& tag) {
    const TagRow* row = findTag(tag.kind());
    if (row != nullptr && row->role != TagRole::Part) {
        checkName(tag);
    }
    if (tag.kind() == TagKind::Image) {
        m_interface.m_objects.push_back(&tag);
    }
    for (const auto& child : tag.m_children) {
        collectNames(*child);
    }
}

void ConfigReader::checkName(Tag& tag) {
    const TagRow& row = *findTag(tag.kind());
    if (tag.name().empty()) {
        if (row.role != TagRole::Visual) {
            breakTag(tag, {Code::MissingName,
                           std::format("<{0}> needs a name, as in <{0} name=\"{1}\" …>", row.name,
                                       row.role == TagRole::Object ? "image" : "choice"),
                           tag.where()});
        }
        return;
    }
    const auto [place, isNew] = m_names.insert_or_assign(std::string(tag.name()), &tag);
    if (!isNew) {
        report(Code::DuplicateName,
               std::format("The name \"{}\" is used twice; the last one counts", place->first),
               tag.where("name"));
    }
}

void ConfigReader::bindControls(Tag& tag) {
    if (tag.kind() == TagKind::Choices) {
        bindChoices(tag);
    }
    for (const auto& child : tag.m_children) {
        bindControls(*child);
    }
    // A Filter may stand before the control that it filters; only the root sees all controls bound.
    if (&tag == m_interface.m_root.get()) {
        assignHotkeys(m_interface.m_choices);
        bindFilter(tag);
    }
}

void ConfigReader::bindChoices(Tag& tag) {
    Diagnostic problem{Code::UnknownToName, "", tag.where("toName")};
    const std::string target = findTarget(tag, problem);
    if (target.empty()) {
        breakTag(tag, std::move(problem));
        return;
    }
    m_interface.m_choices.push_back({.tag = &tag,
                                     .name = std::string(tag.name()),
                                     .toName = target,
                                     .mode = modeOf(tag),
                                     .isRequired = tag.flag("required"),
                                     .choices = collectChoices(tag)});
}

std::string ConfigReader::findTarget(const Tag& tag, Diagnostic& problem) const {
    std::string target(tag.text("toName"));
    if (target.empty()) {
        inferTarget(tag, target, problem);
        return target;
    }
    const auto found = m_names.find(target);
    if (found != m_names.end() && found->second->kind() == TagKind::Image) {
        return target;
    }
    if (found != m_names.end()) {
        problem.code = Code::WrongToName;
        problem.message = std::format("{} labels \"{}\", but that is a {}, which cannot be labeled",
                                      describe(tag), target, found->second->spelling());
        return {};
    }
    std::vector<std::string> objects;
    for (const Tag* object : m_interface.m_objects) {
        objects.emplace_back(object->name());
    }
    problem.message = std::format("{} labels \"{}\", but no object has that name{}", describe(tag),
                                  target, diagnostics::suggestionText(target, objects));
    return {};
}

/// Without toName, a control labels the only object there is (spec/tags.md 1.2).
void ConfigReader::inferTarget(const Tag& tag, std::string& target, Diagnostic& problem) const {
    const auto& objects = m_interface.m_objects;
    if (objects.size() == 1) {
        target = objects.front()->name();
        return;
    }
    problem.message =
        objects.empty()
            ? std::format("{} has nothing to label: the config holds no object, such as <Image>",
                          describe(tag))
            : std::format("{} does not say which of the {} objects it labels; add toName=\"{}\"",
                          describe(tag), objects.size(), objects.front()->name());
}

/// Answers may be wrapped in Views (spec/tags.md 1.1).
std::vector<Choice> ConfigReader::collectChoices(const Tag& tag) const {
    std::vector<Choice> choices;
    for (const auto& child : tag.children()) {
        if (child->kind() == TagKind::Choice) {
            const std::string_view stored =
                child->hasAttribute("alias") ? child->text("alias") : child->text("value");
            choices.push_back({.display = std::string(child->text("value")),
                               .stored = std::string(stored),
                               .hotkey = std::string(child->text("hotkey")),
                               .hint = std::string(child->text("hint")),
                               .selected = child->flag("selected")});
        } else if (child->kind() == TagKind::View) {
            std::ranges::move(collectChoices(*child), std::back_inserter(choices));
        }
    }
    return choices;
}

void ConfigReader::bindFilter(Tag& tag) {
    for (const auto& child : tag.m_children) {
        bindFilter(*child);
    }
    const std::string_view target = tag.text("toName");
    if (tag.kind() != TagKind::Filter || m_interface.findChoices(target) != nullptr) {
        return;
    }
    std::vector<std::string> names;
    for (const ChoicesControl& control : m_interface.m_choices) {
        names.push_back(control.name);
    }
    breakTag(tag, {Code::UnknownToName,
                   std::format("{} filters \"{}\", but no control has that name{}", describe(tag),
                               target, diagnostics::suggestionText(target, names)),
                   tag.where("toName")});
}

} // namespace cartouche::config
