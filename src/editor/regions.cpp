#include "editor/regions.h"

#include "core/json/numbers.h"
#include "editor/region_style.h"

#include <algorithm>
#include <format>
#include <iterator>
#include <optional>
#include <unordered_map>
#include <variant>

namespace cartouche::editor {

namespace {

using annotation::Answer;
using annotation::Answerer;
using annotation::Area;
using annotation::AreaHandle;
using annotation::Document;
using annotation::Edit;
using annotation::Name;
using annotation::Result;
using annotation::ResultType;
using annotation::Texts;
using config::Control;
using config::Label;
using config::LabelsControl;

constexpr std::string_view kLabelsSuffix = "labels";

ResultType typeOf(const config::Tag& tag) {
    return annotation::findResultType(config::findTag(tag.kind())->resultType);
}

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

/// In the order of the config; what the config does not know stays in front.
void sortByConfig(Texts& labels, const LabelsControl& control) {
    std::ranges::stable_sort(labels, {}, [&control](const std::string& stored) {
        const auto found = std::ranges::find(control.labels, stored, &Label::stored);
        return found == control.labels.end() ? -1 : found - control.labels.begin();
    });
}

std::vector<AreaHandle> regionsOf(const Document& document) {
    std::vector<AreaHandle> regions;
    std::ranges::copy_if(
        document.areas().handles(), std::back_inserter(regions),
        [&document](AreaHandle handle) { return document.areas().find(handle)->isRegion(); });
    return regions;
}

} // namespace

bool isMultiple(const LabelsControl& control) {
    return control.tag->text("choice") == "multiple";
}

Regions::Regions(const config::LabelingInterface& interface, annotation::History& history,
                 annotation::IdSource newId, RegionsListener listener)
    : m_interface(interface), m_history(history), m_newId(std::move(newId)),
      m_listener(std::move(listener)) {}

void Regions::restart() {
    m_selection.clear();
    m_relationFrom.reset();
    m_isListStale = true;
    m_armed.clear();
    for (const LabelsControl& control : m_interface.labels()) {
        for (const Label& label : control.labels) {
            if (label.selected && (isMultiple(control) || armedFor(control.toName).empty())) {
                m_armed.emplace_back(&control, &label);
            }
        }
    }
}

bool Regions::isSelected(Handle region) const {
    return std::ranges::contains(m_selection, region);
}

void Regions::select(std::vector<Handle> regions) {
    std::erase_if(regions,
                  [this](Handle handle) { return document().areas().find(handle) == nullptr; });
    if (regions != m_selection) {
        m_selection = std::move(regions);
        m_listener.onSelected();
    }
}

void Regions::toggleSelected(Handle region) {
    std::vector<Handle> regions = m_selection;
    if (std::erase(regions, region) == 0) {
        regions.push_back(region);
    }
    select(std::move(regions));
}

void Regions::selectNext() {
    const std::vector<Handle>& all = list();
    if (all.empty()) {
        return;
    }
    const auto last = m_selection.empty() ? all.end() : std::ranges::find(all, m_selection.back());
    const bool isLast = last == all.end() || std::next(last) == all.end();
    select({isLast ? all.front() : *std::next(last)});
}

const std::vector<AreaHandle>& Regions::list() const {
    if (m_isListStale) {
        m_list = regionsOf(document());
        m_isListStale = false;
    }
    return m_list;
}

void Regions::takeChanges() {
    m_isListStale = true;
    std::erase_if(m_selection,
                  [this](Handle handle) { return document().areas().find(handle) == nullptr; });
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
    if (!m_selection.empty()) {
        this->label(control, label);
        return;
    }
    if (std::erase(m_armed, Armed{&control, &label}) == 0) {
        const ResultType type = typeOf(*control.tag);
        if (!isMultiple(control)) {
            std::erase_if(m_armed, [&](const Armed& armed) { return armed.first == &control; });
        }
        // One tool draws at a time: labels of rectangles and of polygons are not armed together.
        std::erase_if(m_armed, [&](const Armed& armed) {
            const ResultType other = typeOf(*armed.first->tag);
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
    const ResultType type = typeOf(*control.tag);
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
            sortByConfig(labels, control);
        } else {
            labels = {label.stored};
        }
        const bool isLastLabel = labels.empty() && !hasOtherLabels(area, control.name);
        if (!isLastLabel || control.tag->flag("allowEmpty")) {
            edit.setAnswer(handle, Answerer{Name(control.name), typeOf(*control.tag)},
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
    m_listener.onProblem(
        {diagnostics::Code::TooManyUsages,
         std::format("You can't use {} more than {} time(s)", label.display, *most),
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
    return labels == nullptr || control.tag->flag("allowEmpty") ||
           std::ranges::any_of(m_armed,
                               [labels](const Armed& armed) { return armed.first == labels; });
}

std::vector<Result> Regions::nextResults(const Control& control, std::string_view object) const {
    std::vector<Result> results{{.control = Name(control.name), .type = typeOf(*control.tag)}};
    if (m_interface.findLabels(*control.tag) != nullptr) {
        results.front().answer = Texts();
    }
    for (const auto& [labels, label] : armedFor(object)) {
        const auto known = std::ranges::find(results, Name(labels->name), &Result::control);
        if (known != results.end()) {
            std::get<Texts>(known->answer).push_back(label->stored);
        } else {
            results.push_back({.control = Name(labels->name),
                               .type = typeOf(*labels->tag),
                               .answer = Texts{label->stored}});
        }
    }
    return results;
}

std::optional<AreaHandle> Regions::create(const Control& control, Area area) {
    const bool wasAny = !armedFor(area.object.text()).empty();
    const auto usedUp = std::erase_if(
        m_armed, [this](const Armed& entry) { return isUsedUp(*entry.first, *entry.second); });
    if (usedUp > 0) {
        m_listener.onSelected();
    }
    if (!canCreate(control) || (wasAny && armedFor(area.object.text()).empty())) {
        return std::nullopt;
    }
    area.results = nextResults(control, area.object.text());
    area.id = m_newId();
    Edit edit(m_history, std::format("{}: new region", control.name));
    const Handle handle = edit.addArea(std::move(area));
    m_selection.clear();
    if (m_interface.findLabels(*control.tag) != nullptr) {
        m_armed.clear();
    }
    finish(edit);
    return handle;
}

bool Regions::isEditable(Handle region) const {
    const Area* area = document().areas().find(region);
    return area != nullptr && !area->isReadonly() && !area->isLocked;
}

void Regions::setShapes(std::string label, std::vector<std::pair<Handle, geometry::Shape>> shapes) {
    Edit edit(m_history, std::move(label));
    for (auto& [handle, shape] : shapes) {
        if (isEditable(handle)) {
            edit.setShape(handle, std::move(shape));
        }
    }
    finish(edit);
}

void Regions::remove(std::span<const Handle> regions) {
    std::vector<Handle> removable;
    std::ranges::copy_if(regions, std::back_inserter(removable),
                         [this](Handle handle) { return isEditable(handle); });
    if (!removable.empty()) {
        Edit edit(m_history, removable.size() == 1
                                 ? std::string("Delete region")
                                 : std::format("Delete {} regions", removable.size()));
        edit.removeAreas(removable);
        finish(edit);
    }
}

void Regions::duplicate(std::span<const Handle> regions) {
    Edit edit(m_history, "Duplicate");
    std::vector<Handle> copies;
    std::unordered_map<std::string, std::string> ids; // old to new
    for (const Handle handle : regions) {
        const Area* original = document().areas().find(handle);
        if (original == nullptr || !original->isRegion()) {
            continue;
        }
        Area copy = *original;
        copy.id = m_newId();
        ids.emplace(original->id, copy.id);
        copy.origin = annotation::Origin::Manual;
        copy.isLocked = false;
        copy.isHidden = false;
        for (Result& result : copy.results) {
            result.position = Result::kNew;
            result.source = {};
            result.isReadonly = false;
            result.score.reset();
        }
        copies.push_back(edit.addArea(std::move(copy)));
    }
    for (const auto handle : document().relations().handles()) {
        annotation::Relation relation = *document().relations().find(handle);
        const auto from = ids.find(relation.from);
        const auto to = ids.find(relation.to);
        if (from != ids.end() && to != ids.end()) {
            edit.addRelation({.from = from->second,
                              .to = to->second,
                              .direction = relation.direction,
                              .labels = relation.labels});
        }
    }
    m_selection = copies;
    finish(edit);
}

void Regions::startRelation() {
    if (m_selection.size() == 1) {
        m_relationFrom = m_selection.front();
        m_listener.onSelected();
    }
}

void Regions::stopRelation() {
    m_relationFrom.reset();
    m_listener.onSelected();
}

void Regions::relateTo(Handle region) {
    const Area* from = m_relationFrom ? document().areas().find(*m_relationFrom) : nullptr;
    const Area* to = document().areas().find(region);
    m_relationFrom.reset();
    if (from == nullptr || to == nullptr) {
        return;
    }
    Edit edit(m_history, "New relation");
    edit.addRelation({.from = from->id, .to = to->id});
    finish(edit);
}

void Regions::turnRelation(annotation::RelationHandle relation) {
    using annotation::Direction;
    const annotation::Relation* found = document().relations().find(relation);
    if (found == nullptr) {
        return;
    }
    Edit edit(m_history, "Direction of a relation");
    edit.setDirection(relation, found->direction == Direction::Right  ? Direction::Left
                                : found->direction == Direction::Left ? Direction::Both
                                                                      : Direction::Right);
    finish(edit);
}

void Regions::removeRelation(annotation::RelationHandle relation) {
    Edit edit(m_history, "Delete a relation");
    edit.removeRelation(relation);
    finish(edit);
}

void Regions::finish(Edit& edit) {
    if (edit.commit()) {
        m_listener.onChanged();
    }
}

void Regions::setHidden(std::span<const Handle> regions, bool isHidden) {
    for (const Handle handle : regions) {
        m_history.setHidden(handle, isHidden);
    }
    m_listener.onSelected();
}

void Regions::setLocked(std::span<const Handle> regions, bool isLocked) {
    for (const Handle handle : regions) {
        m_history.setLocked(handle, isLocked);
    }
    m_listener.onSelected();
}

} // namespace cartouche::editor
