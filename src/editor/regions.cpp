// Selecting, changing and removing regions; region_labels.cpp says what they are.

#include "editor/regions.h"

#include "core/language/message.h"

#include <algorithm>
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

/// A copy is made by a person, and may be changed. Its results keep their sources, and with them
/// the members that are not understood.
void makeNew(Area& area) {
    area.origin = annotation::Origin::Manual;
    area.isLocked = false;
    area.isHidden = false;
    area.isTouched = true;
    for (Result& result : area.results) {
        result.position = Result::kNew;
        result.isReadonly = false;
        result.score.reset();
    }
}

} // namespace

Regions::Regions(const config::LabelingInterface& interface, const Assist& assist,
                 annotation::History& history, annotation::IdSource newId, RegionsListener listener)
    : m_interface(interface), m_assist(assist), m_history(history), m_newId(std::move(newId)),
      m_listener(std::move(listener)) {}

void Regions::restart() {
    setSelection({});
    m_selectsSeveral = false;
    m_relationFrom.reset();
    m_hiddenRelations.clear();
    m_isListStale = true;
    ++m_revision;
    m_armed.clear();
    for (const LabelsControl& control : m_interface.labels()) {
        for (const Label& label : control.labels) {
            if (label.selected && (isMultiple(*control.tag) || armedFor(control.toName).empty())) {
                m_armed.emplace_back(control, label);
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
    const auto usedUp =
        std::erase_if(m_armed, [this](const RegionLabel& label) { return isUsedUp(label); });
    if (usedUp > 0) {
        m_listener.onSelected();
    }
    if (!canCreate(control) || (wasAny && armedFor(area.object.text()).empty())) {
        return std::nullopt;
    }
    area.results = nextResults(control, area.object.text());
    area.id = m_newId();
    area.order = topOrder(); // what is new lies above what was brought to the front before
    Edit edit(m_history, language::later("history.new-region", {{"control", control.name}}));
    const bool isPrompt = area.prompt.has_value();
    const Handle handle = edit.addArea(std::move(area));
    setSelection({});
    if (isLabelsControl(m_interface, *control.tag)) {
        m_armed.clear();
    }
    finish(edit);
    if (isPrompt) {
        m_listener.onPrompted(handle);
    }
    return handle;
}

bool Regions::isEditable(Handle region) const {
    const Area* area = document().areas().find(region);
    return area != nullptr && !area->isReadonly() && !area->isLocked && !isReadonly();
}

void Regions::setShapes(language::Later label,
                        std::vector<std::pair<Handle, geometry::Shape>> shapes, bool isContinued) {
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
        Edit edit(m_history, language::later("history.note"));
        edit.setNote(region, std::move(note));
        finish(edit);
    }
}

void Regions::remove(std::span<const Handle> regions) {
    std::vector<Handle> removable;
    std::ranges::copy_if(regions, std::back_inserter(removable),
                         [this](Handle handle) { return isEditable(handle); });
    if (!removable.empty()) {
        Edit edit(m_history,
                  language::later("history.delete-regions", {{"count", removable.size()}}));
        edit.removeAreas(removable);
        finish(edit);
    }
}

void Regions::duplicate(std::span<const Handle> regions) {
    if (isReadonly()) {
        return;
    }
    std::vector<Area> copies;
    for (const Handle handle : regions) {
        const Area* original = document().areas().find(handle);
        if (original != nullptr && original->isRegion()) {
            copies.push_back(*original);
        }
    }
    std::vector<annotation::Relation> relations;
    std::ranges::copy(document().relations().all(), std::back_inserter(relations));
    insert(language::later("history.duplicate"), std::move(copies), relations);
}

void Regions::insert(language::Later label, std::vector<Area> areas,
                     std::span<const annotation::Relation> relations) {
    std::unordered_map<std::string, std::string> ids; // old to new
    for (Area& area : areas) {
        const auto [found, isNew] = ids.try_emplace(area.id);
        found->second = isNew ? m_newId() : found->second;
        area.id = found->second;
    }
    const int top = topOrder();
    Edit edit(m_history, std::move(label));
    std::vector<Handle> handles;
    for (Area& area : areas) {
        const auto parent = ids.find(area.parent);
        if (!area.parent.empty() && parent != ids.end()) {
            area.parent = parent->second;
        }
        makeNew(area);
        area.order = top;
        handles.push_back(edit.addArea(std::move(area)));
    }
    for (annotation::Relation relation : relations) {
        const auto from = ids.find(relation.from);
        const auto to = ids.find(relation.to);
        if (from != ids.end() && to != ids.end()) {
            relation.from = from->second;
            relation.to = to->second;
            relation.position = Result::kNew;
            relation.isTouched = true;
            edit.addRelation(std::move(relation));
        }
    }
    setSelection(std::move(handles));
    finish(edit);
}

int Regions::topOrder() const {
    int top = 0;
    for (const Area& area : document().areas().all()) {
        top = std::max(top, area.order);
    }
    return top;
}

void Regions::restack(std::span<const Handle> regions, Stack stack) {
    const bool isFront = stack == Stack::Front;
    int edge = 0;
    for (const Area& area : document().areas().all()) {
        edge = isFront ? std::max(edge, area.order) : std::min(edge, area.order);
    }
    std::vector<Handle> ordered(regions.begin(), regions.end());
    std::ranges::sort(ordered, {}, [this](Handle handle) {
        return std::pair(document().areas().find(handle)->order, handle);
    });
    Edit edit(m_history,
              language::later(isFront ? language::Key("history.to-front") : "history.to-back"));
    int order = isFront ? edge : edge - static_cast<int>(ordered.size()) - 1;
    for (const Handle handle : ordered) {
        ++order;
        if (isEditable(handle)) {
            edit.setOrder(handle, order);
        }
    }
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
    Edit edit(m_history, language::later("history.new-relation"));
    edit.addRelation({.from = from->id, .to = to->id});
    finish(edit);
}

void Regions::turnRelation(annotation::RelationHandle relation) {
    using annotation::Direction;
    const annotation::Relation* found = document().relations().find(relation);
    if (found == nullptr) {
        return;
    }
    Edit edit(m_history, language::later("history.relation-direction"));
    edit.setDirection(relation, found->direction == Direction::Right  ? Direction::Left
                                : found->direction == Direction::Left ? Direction::Both
                                                                      : Direction::Right);
    finish(edit);
}

void Regions::removeRelation(annotation::RelationHandle relation) {
    Edit edit(m_history, language::later("history.delete-relation"));
    edit.removeRelation(relation);
    finish(edit);
}

void Regions::toggleRelationLabel(annotation::RelationHandle relation, std::string_view label,
                                  bool isMultiple) {
    const annotation::Relation* found = document().relations().find(relation);
    if (found == nullptr) {
        return;
    }
    annotation::Texts labels = found->labels;
    if (std::erase(labels, label) == 0) {
        if (!isMultiple) {
            labels.clear();
        }
        labels.emplace_back(label);
    }
    Edit edit(m_history, language::later("history.relation-label", {{"label", label}}));
    edit.setLabels(relation, std::move(labels));
    finish(edit);
}

void Regions::setHidden(annotation::RelationHandle relation, bool isHidden) {
    if (isHidden) {
        m_hiddenRelations.insert(relation);
    } else {
        m_hiddenRelations.erase(relation);
    }
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
