// Selecting, changing and removing regions; region_labels.cpp says what they are.

#include "editor/regions.h"

#include <algorithm>
#include <format>
#include <iterator>
#include <optional>
#include <unordered_map>

namespace cartouche::editor {

namespace {

using annotation::Area;
using annotation::AreaHandle;
using annotation::Document;
using annotation::Edit;
using annotation::Result;
using config::Control;
using config::Label;
using config::LabelsControl;

std::vector<AreaHandle> regionsOf(const Document& document) {
    std::vector<AreaHandle> regions;
    std::ranges::copy_if(
        document.areas().handles(), std::back_inserter(regions),
        [&document](AreaHandle handle) { return document.areas().find(handle)->isRegion(); });
    return regions;
}

} // namespace

Regions::Regions(const config::LabelingInterface& interface, annotation::History& history,
                 annotation::IdSource newId, RegionsListener listener)
    : m_interface(interface), m_history(history), m_newId(std::move(newId)),
      m_listener(std::move(listener)) {}

void Regions::restart() {
    setSelection({});
    m_relationFrom.reset();
    m_isListStale = true;
    ++m_revision;
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
    return region.index < m_isSelected.size() && m_isSelected[region.index];
}

void Regions::setSelection(std::vector<Handle> regions) {
    for (const Handle region : m_selection) {
        m_isSelected[region.index] = false;
    }
    m_selection = std::move(regions);
    for (const Handle region : m_selection) {
        m_isSelected.resize(std::max<std::size_t>(m_isSelected.size(), region.index + 1));
        m_isSelected[region.index] = true;
    }
}

void Regions::select(std::vector<Handle> regions) {
    std::erase_if(regions,
                  [this](Handle handle) { return document().areas().find(handle) == nullptr; });
    if (regions != m_selection) {
        setSelection(std::move(regions));
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
    ++m_revision;
    std::vector<Handle> selection = m_selection;
    std::erase_if(selection,
                  [this](Handle handle) { return document().areas().find(handle) == nullptr; });
    setSelection(std::move(selection));
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
    setSelection({});
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

void Regions::setShapes(std::string label, std::vector<std::pair<Handle, geometry::Shape>> shapes,
                        bool isContinued) {
    if (isContinued) {
        m_history.undo();
    }
    Edit edit(m_history, std::move(label));
    for (auto& [handle, shape] : shapes) {
        if (isEditable(handle)) {
            edit.setShape(handle, std::move(shape));
        }
    }
    finish(edit);
}

void Regions::setNote(Handle region, std::string note) {
    if (isEditable(region)) {
        Edit edit(m_history, "Note of a region");
        edit.setNote(region, std::move(note));
        finish(edit);
    }
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
    setSelection(std::move(copies));
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
