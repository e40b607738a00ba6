// The part of ConfigReader that knows all tags: names, and what refers to them.

#include "core/config/answers.h"
#include "core/config/config_reader.h"
#include "core/config/hotkeys.h"
#include "core/config/names.h"
#include "core/config/xml_text.h"
#include "core/diagnostics/suggestion.h"

#include <algorithm>
#include <format>
#include <ranges>
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

bool holdsLabels(const TagRow& row) {
    return row.role == TagRole::Control && isListed(row.children, "Label");
}

/// What the reference counts when it looks for the only object: not Text, HyperText and AudioPlus,
/// but the two controls that show objects (spec/tags.md 1.2).
bool isInferable(const Tag& tag) {
    constexpr std::string_view kInferable =
        "Audio|Image|List|Paragraphs|Table|TimeSeries|Video|CustomInterface|Pairwise|Ranker";
    return isListed(kInferable, tag.spelling());
}

std::string_view exampleName(TagRole role) {
    return role == TagRole::Object ? "image" : role == TagRole::Part ? "best" : "choice";
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
    if (tag.name().empty()) {
        if (declared != nullptr && declared->presence == Presence::Required) {
            breakTag(tag, {Code::MissingName,
                           std::format("<{0}> needs a name, as in <{0} name=\"{1}\" …>", row.name,
                                       exampleName(row.role)),
                           tag.where()});
        }
        return;
    }
    if (row.role == TagRole::Part) {
        return; // not one that toName can mean
    }
    if (row.role == TagRole::Object) {
        m_interface.m_objects.push_back(&tag);
    }
    if (isInferable(tag)) {
        m_inferable.push_back(&tag);
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
    addAnswers(tag, row, targets.front());
    m_interface.m_controls.push_back({&tag, std::string(tag.name()), std::move(targets)});
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
                                            .items = itemsOf(tag, m_data)});
    } else if (holdsLabels(row)) {
        m_interface.m_labels.push_back({&tag, name, toName, labelsOf(tag, m_data)});
    }
}

/// The objects that a control labels; none, and why in `problem`, if one of them cannot be.
std::vector<std::string> ConfigReader::findTargets(const Tag& tag, Diagnostic& problem) const {
    const std::string_view written = tag.text("toName");
    const auto& objects = m_interface.m_objects;
    if (written.empty()) {
        if (const Tag* only = inferTarget(tag)) {
            return {std::string(only->name())};
        }
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

/// What a control without toName labels: the only tag that the reference counts, or, where it would
/// leave the control without an object, the only object. nullptr if it is not clear.
const Tag* ConfigReader::inferTarget(const Tag& tag) const {
    const auto& objects = m_interface.m_objects;
    return m_inferable.size() == 1 && m_inferable.front() != &tag ? m_inferable.front()
           : objects.size() == 1                                  ? objects.front()
                                                                  : nullptr;
}

bool ConfigReader::checkTarget(const Tag& tag, const std::string& target,
                               Diagnostic& problem) const {
    const TagRow& row = *findTag(tag.kind());
    const auto found = m_names.find(target);
    if (found == m_names.end() && m_brokenNames.contains(target)) {
        return true; // the object is said to be wrong already; the control waits for it
    }
    if (found == m_names.end()) {
        problem.message = std::format("{} labels \"{}\", but no object has that name{}",
                                      describe(tag), target, hintFor(target));
        return false;
    }
    const Tag& object = *found->second;
    const TagRow* objectRow = findTag(object.kind());
    if (objectRow != nullptr && objectRow->role == TagRole::Visual) {
        problem.code = Code::WrongToName;
        problem.message = std::format("{} labels \"{}\", but that is a {}, which cannot be labeled",
                                      describe(tag), target, object.spelling());
        return false;
    }
    // As spelled, with case (spec/edge-cases.md 2).
    if (!row.labels.empty() && object.spelling() != row.labels) {
        problem.code = Code::WrongToName;
        problem.message = std::format("{} labels \"{}\", but that is a {}; it can only label <{}>",
                                      describe(tag), target, object.spelling(), row.labels);
        return false;
    }
    return true;
}

/// What to do about a name in toName that no object has.
std::string ConfigReader::hintFor(const std::string& target) const {
    const std::string_view name = trimmed(target);
    if (name.size() < target.size() && m_names.contains(name)) {
        return std::format("; write \"{}\", without spaces", name);
    }
    std::vector<std::string> objects;
    for (const Tag* object : m_interface.m_objects) {
        objects.emplace_back(object->name());
    }
    return diagnostics::suggestionText(target, objects);
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
