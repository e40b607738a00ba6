// The part of ConfigReader that knows the names of all tags, and finds what toName means by them.

#include "core/config/config_reader.h"
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

} // namespace

std::string ConfigReader::describe(const Tag& tag) {
    return tag.name().empty() ? tag.spelling()
                              : std::format("{} \"{}\"", tag.spelling(), tag.name());
}

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

} // namespace cartouche::config
