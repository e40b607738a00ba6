// What regions are: labels that are armed for the next one, and those of the selected ones.

#include "core/json/numbers.h"
#include "core/language/message.h"
#include "editor/listed_order.h"
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
using config::Label;
using config::LabelsControl;

constexpr std::string_view kLabelsSuffix = "labels";

const Texts* labelsOf(const Area& area, std::string_view control) {
    const Result* result = area.find(control);
    return result == nullptr ? nullptr : std::get_if<Texts>(&result->answer);
}

bool hasLabel(const Area& area, std::string_view control, std::string_view stored) {
    const Texts* labels = labelsOf(area, control);
    return labels != nullptr && std::ranges::contains(*labels, stored);
}

/// Whether anything but this control says what the region is.
bool hasOtherLabels(const Area& area, std::string_view control) {
    return std::ranges::any_of(area.results, [control](const Result& result) {
        return result.control != control && !result.labels().empty();
    });
}

/// The label's own limit, else its control's.
std::optional<double> mostUsages(const LabelsControl& control, const Label& label) {
    const auto own = json::parseNumber(label.maxUsages);
    return own ? own : json::parseNumber(control.tag->text("maxUsages"));
}

} // namespace

ResultType resultTypeOf(const config::Tag& control) {
    return annotation::findResultType(config::findTag(control.kind())->resultType);
}

bool isMultiple(const LabelsControl& control) {
    return control.tag->text("choice") == "multiple";
}

bool Regions::isArmed(const LabelsControl& control, const Label& label) const {
    return std::ranges::contains(m_armed, Armed{&control, &label});
}

bool Regions::isActive(const LabelsControl& control, const Label& label) const {
    if (m_selection.empty()) {
        return isArmed(control, label);
    }
    return std::ranges::any_of(m_selection, [&](Handle handle) {
        const Area* area = document().areas().find(handle);
        return area != nullptr && hasLabel(*area, control.name, label.stored);
    });
}

void Regions::press(const LabelsControl& control, const Label& label) {
    if (isReadonly()) {
        return;
    }
    if (!m_selection.empty()) {
        this->label(control, label);
        return;
    }
    if (std::erase(m_armed, Armed{&control, &label}) == 0) {
        const ResultType type = resultTypeOf(*control.tag);
        if (!isMultiple(control)) {
            std::erase_if(m_armed, [&](const Armed& armed) { return armed.first == &control; });
        }
        // One tool draws at a time: labels of rectangles and of polygons are not armed together.
        std::erase_if(m_armed, [&](const Armed& armed) {
            const ResultType other = resultTypeOf(*armed.first->tag);
            return other != type && other != ResultType::Labels && type != ResultType::Labels;
        });
        m_armed.emplace_back(&control, &label);
    }
    m_listener.onSelected();
}

void Regions::disarmAll() {
    if (!m_armed.empty()) {
        m_armed.clear();
        m_listener.onSelected();
    }
}

/// spec/tags.md 5.1, rule 2: Labels go with every shape, the others with their own.
bool Regions::mayLabel(const LabelsControl& control, const Area& region) const {
    const ResultType type = resultTypeOf(*control.tag);
    if (type == ResultType::Labels || region.find(control.name) != nullptr) {
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

void Regions::label(const LabelsControl& control, const Label& label) {
    // Mixed selections are made alike: those that lack the label get it, and only if none lacks it
    // is it taken away.
    std::vector<Handle> regions;
    std::ranges::copy_if(m_selection, std::back_inserter(regions), [&](Handle handle) {
        const Area* area = document().areas().find(handle);
        return area != nullptr && isEditable(handle) && area->object == control.toName &&
               mayLabel(control, *area);
    });
    const bool isTaking = std::ranges::all_of(regions, [&](Handle handle) {
        return hasLabel(*document().areas().find(handle), control.name, label.stored);
    });
    if (regions.empty() || (!isTaking && isUsedUp(control, label))) {
        return;
    }
    Edit edit(m_history, std::format("{}: {}", control.name, label.display));
    for (const Handle handle : regions) {
        const Area& area = *document().areas().find(handle);
        const Texts* before = labelsOf(area, control.name);
        Texts labels = before == nullptr ? Texts() : *before;
        if (isTaking) {
            std::erase(labels, label.stored);
        } else if (isMultiple(control)) {
            std::erase(labels, label.stored);
            labels.push_back(label.stored);
            sortAsListed(labels, control.labels);
        } else {
            labels = {label.stored};
        }
        const bool isLastLabel = labels.empty() && !hasOtherLabels(area, control.name);
        if (!isLastLabel || control.tag->flag("allowEmpty")) {
            edit.setAnswer(handle, Answerer{Name(control.name), resultTypeOf(*control.tag)},
                           labels.empty() ? Answer() : Answer(std::move(labels)));
        }
    }
    finish(edit);
}

/// Reports it if it is (spec/edge-cases.md 7).
bool Regions::isUsedUp(const LabelsControl& control, const Label& label) const {
    const auto most = mostUsages(control, label);
    if (!most) {
        return false;
    }
    const auto used = std::ranges::count_if(document().areas().all(), [&](const Area& area) {
        return area.isRegion() && hasLabel(area, control.name, label.stored);
    });
    if (static_cast<double>(used) < *most) {
        return false;
    }
    m_listener.onProblem({diagnostics::Code::TooManyUsages,
                          language::say("labels.used-up", {{"label", label.display},
                                                           {"most", std::format("{}", *most)}}),
                          control.tag->where()});
    return true;
}

std::vector<Regions::Armed> Regions::armedFor(std::string_view object) const {
    std::vector<Armed> armed;
    std::ranges::copy_if(m_armed, std::back_inserter(armed),
                         [object](const Armed& entry) { return entry.first->toName == object; });
    return armed;
}

bool Regions::canCreate(const Control& control) const {
    const LabelsControl* labels = m_interface.findLabels(*control.tag);
    if (isReadonly()) {
        return false;
    }
    return labels == nullptr || control.tag->flag("allowEmpty") ||
           std::ranges::any_of(m_armed,
                               [labels](const Armed& armed) { return armed.first == labels; });
}

std::vector<Result> Regions::nextResults(const Control& control, std::string_view object) const {
    std::vector<Result> results{
        {.control = Name(control.name), .type = resultTypeOf(*control.tag)}};
    if (m_interface.findLabels(*control.tag) != nullptr) {
        results.front().answer = Texts();
    }
    for (const auto& [labels, label] : armedFor(object)) {
        const auto known = std::ranges::find(results, Name(labels->name), &Result::control);
        if (known != results.end()) {
            std::get<Texts>(known->answer).push_back(label->stored);
        } else {
            results.push_back({.control = Name(labels->name),
                               .type = resultTypeOf(*labels->tag),
                               .answer = Texts{label->stored}});
        }
    }
    return results;
}

} // namespace cartouche::editor
