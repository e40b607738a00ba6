// What regions are: labels that are armed for the next one, and those of the selected ones.

#include "editor/chosen_answers.h"
#include "editor/label_usage.h"
#include "editor/regions.h"

#include <algorithm>
#include <format>
#include <iterator>
#include <variant>

namespace cartouche::editor {

namespace {

using annotation::Answer;
using annotation::Answerer;
using annotation::Area;
using annotation::Edit;
using annotation::Name;
using annotation::Result;
using annotation::ResultType;
using annotation::Texts;
using config::Control;

constexpr std::string_view kLabelsSuffix = "labels";

const Answer* answerIn(const Area& area, const RegionLabel& label) {
    const Result* result = area.find(label.control->name());
    return result == nullptr ? nullptr : &result->answer;
}

/// Whether anything but this control says what the region is.
bool hasOtherLabels(const config::LabelingInterface& interface, const Area& area,
                    std::string_view control) {
    return std::ranges::any_of(area.results, [&](const Result& result) {
        return result.control != control && !labelTexts(interface, result).empty();
    });
}

/// In the order of arming.
Answer withArmed(Answer before, const RegionLabel& label) {
    if (label.written == nullptr) {
        std::vector<annotation::Path> paths = pathsOf(&before);
        paths.push_back(label.path);
        return paths;
    }
    Texts texts = std::holds_alternative<Texts>(before) ? std::get<Texts>(before) : Texts();
    texts.push_back(label.path.front());
    return texts;
}

/// Whether labels of this type go with tools, and with other labels, of any kind.
bool goesWithAll(ResultType type) {
    return type == ResultType::Labels || type == ResultType::Taxonomy;
}

} // namespace

bool Regions::isArmed(const RegionLabel& label) const {
    return std::ranges::contains(m_armed, label);
}

bool Regions::isActive(const RegionLabel& label) const {
    if (m_selection.empty()) {
        return isArmed(label);
    }
    return std::ranges::any_of(m_selection, [&](Handle handle) {
        const Area* area = document().areas().find(handle);
        return area != nullptr && hasLabel(*area, label);
    });
}

std::vector<annotation::Path> Regions::activeItems(const config::Tag& taxonomy) const {
    std::vector<annotation::Path> items;
    if (m_selection.empty()) {
        for (const RegionLabel& label : m_armed) {
            if (label.control == &taxonomy) {
                items.push_back(label.path);
            }
        }
    }
    for (const Handle handle : m_selection) {
        const Area* area = document().areas().find(handle);
        const Result* result = area == nullptr ? nullptr : area->find(taxonomy.name());
        for (annotation::Path& item : pathsOf(result == nullptr ? nullptr : &result->answer)) {
            if (!std::ranges::contains(items, item)) {
                items.push_back(std::move(item));
            }
        }
    }
    return items;
}

void Regions::press(const RegionLabel& label) {
    if (isReadonly()) {
        return;
    }
    if (!m_selection.empty()) {
        this->label(label);
    } else if (std::erase(m_armed, label) > 0) {
        m_listener.onSelected();
    } else if (!isFull(activeItems(*label.control), label)) {
        arm(label);
    }
}

void Regions::arm(const RegionLabel& label) {
    const ResultType type = resultTypeOf(*label.control);
    if (!isMultiple(*label.control)) {
        std::erase_if(m_armed,
                      [&](const RegionLabel& armed) { return armed.control == label.control; });
    }
    // One tool draws at a time: labels of rectangles and of polygons are not armed together.
    std::erase_if(m_armed, [&](const RegionLabel& armed) {
        const ResultType other = resultTypeOf(*armed.control);
        return other != type && !goesWithAll(other) && !goesWithAll(type);
    });
    m_armed.push_back(label);
    m_selectsSeveral = false; // it is armed to be drawn with
    m_listener.onSelected();
}

void Regions::disarmAll() {
    if (!m_armed.empty()) {
        m_armed.clear();
        m_listener.onSelected();
    }
}

/// spec/tags.md 5.1, rule 2: Labels go with every shape, the others with their own.
bool Regions::mayLabel(const config::Tag& control, const Area& region) const {
    const ResultType type = resultTypeOf(control);
    if (goesWithAll(type) || region.find(control.name()) != nullptr) {
        return true;
    }
    if (region.results.empty()) {
        return false;
    }
    const std::string_view own = annotation::resultTypeRow(type).name;
    std::string_view shape = annotation::resultTypeRow(region.results.front().type).name;
    if (shape.size() > kLabelsSuffix.size() && shape.ends_with(kLabelsSuffix)) {
        shape.remove_suffix(kLabelsSuffix.size());
    }
    return own.starts_with(shape);
}

/// Of a Taxonomy, `maxUsages` is how many items a region may have.
bool Regions::isFull(std::span<const annotation::Path> items, const RegionLabel& label) const {
    const auto most = taxonomyRules(*label.control).mostUsages;
    return label.written == nullptr && most && items.size() >= *most;
}

void Regions::label(const RegionLabel& label) {
    // Mixed selections are made alike: those that lack the label get it, and only if none lacks it
    // is it taken away.
    std::vector<Handle> regions;
    std::ranges::copy_if(m_selection, std::back_inserter(regions), [&](Handle handle) {
        const Area* area = document().areas().find(handle);
        return area != nullptr && isEditable(handle) && area->object == label.object &&
               mayLabel(*label.control, *area);
    });
    const bool isTaking = std::ranges::all_of(
        regions, [&](Handle handle) { return hasLabel(*document().areas().find(handle), label); });
    if (regions.empty() || (!isTaking && isUsedUp(label))) {
        return;
    }
    Edit edit(m_history, std::format("{}: {}", label.control->name(), label.name()));
    for (const Handle handle : regions) {
        const Area& area = *document().areas().find(handle);
        const Answer* before = answerIn(area, label);
        const bool isThere = before != nullptr && label.isHeldBy(*before);
        if (!isTaking && label.written == nullptr && (isThere || isFull(pathsOf(before), label))) {
            continue;
        }
        Answer after =
            isTaking ? withoutLabel(*before, label) : withLabel(m_interface, before, label);
        const bool isLastLabel = std::holds_alternative<std::monostate>(after) &&
                                 !hasOtherLabels(m_interface, area, label.control->name());
        if (isLastLabel && area.results.front().control == label.control->name()) {
            after = Texts(); // the region is this result's
        }
        if (!isLastLabel || label.control->flag("allowEmpty")) {
            edit.setAnswer(handle,
                           Answerer{Name(label.control->name()), resultTypeOf(*label.control)},
                           std::move(after));
        }
    }
    finish(edit);
}

/// Reports it if it is.
bool Regions::isUsedUp(const RegionLabel& label) const {
    auto fault = usageFault(label, document());
    if (fault) {
        m_listener.onProblem(*std::move(fault));
    }
    return fault.has_value();
}

std::vector<RegionLabel> Regions::armedFor(std::string_view object) const {
    std::vector<RegionLabel> armed;
    std::ranges::copy_if(m_armed, std::back_inserter(armed),
                         [object](const RegionLabel& label) { return label.object == object; });
    return armed;
}

bool Regions::canCreate(const Control& control) const {
    if (isReadonly()) {
        return false;
    }
    return !isLabelsControl(m_interface, *control.tag) || control.tag->flag("allowEmpty") ||
           std::ranges::contains(m_armed, control.tag, &RegionLabel::control);
}

std::vector<Result> Regions::nextResults(const Control& control, std::string_view object) const {
    std::vector<Result> results{
        {.control = Name(control.name), .type = resultTypeOf(*control.tag)}};
    if (m_interface.findLabels(*control.tag) != nullptr) {
        results.front().answer = Texts();
    }
    for (const RegionLabel& label : armedFor(object)) {
        const Name name(label.control->name());
        auto known = std::ranges::find(results, name, &Result::control);
        if (known == results.end()) {
            results.push_back({.control = name, .type = resultTypeOf(*label.control)});
            known = std::prev(results.end());
        }
        known->answer = withArmed(std::move(known->answer), label);
    }
    return results;
}

} // namespace cartouche::editor
