#include "core/annotation/document.h"

#include <algorithm>
#include <ranges>
#include <utility>
#include <variant>

namespace cartouche::annotation {

std::span<const std::string> Result::labels() const {
    const auto* texts = std::get_if<Texts>(&answer);
    const bool isLabels = resultTypeRow(type).answer == AnswerKind::Labels;
    return texts != nullptr && isLabels ? std::span<const std::string>(*texts)
                                        : std::span<const std::string>();
}

bool Area::isReadonly() const {
    return std::ranges::any_of(results, &Result::isReadonly);
}

const Result* Area::find(std::string_view control) const {
    const auto found = std::ranges::find_if(
        results, [control](const Result& result) { return result.control == control; });
    return found == results.end() ? nullptr : &*found;
}

AreaHandle Document::add(Area&& area) {
    return file(m_areas.add(std::move(area)));
}

Area& Document::addLoaded(std::string id, std::optional<geometry::Shape>&& shape) {
    const AreaHandle handle =
        m_areas.add(std::move(id), Name(), Area::kWholeObject, false, std::move(shape));
    return *m_areas.find(file(handle));
}

AreaHandle Document::file(AreaHandle added) {
    const Area& area = *std::as_const(m_areas).find(added);
    m_byId.add(area.id, added.index);
    if (!area.isRegion()) {
        m_wholeObjects.push_back(added);
    }
    return added;
}

std::optional<AreaHandle> Document::findArea(std::string_view id) const {
    std::optional<AreaHandle> found;
    m_byId.find(id, [&](std::uint32_t index) {
        const Area* area = m_areas.find(AreaHandle{index});
        found = area != nullptr && area->id == id ? std::optional(AreaHandle{index}) : std::nullopt;
        return found.has_value();
    });
    return found;
}

std::optional<AreaHandle> Document::findArea(std::string_view id, std::string_view object,
                                             int item) const {
    std::optional<AreaHandle> found;
    m_byId.find(id, [&](std::uint32_t index) {
        const Area* area = m_areas.find(AreaHandle{index});
        const bool isIt =
            area != nullptr && area->id == id && area->object == object && area->item == item;
        found = isIt ? std::optional(AreaHandle{index}) : std::nullopt;
        return isIt;
    });
    return found;
}

std::vector<AreaHandle> Document::wholeObjects() const {
    std::vector<AreaHandle> handles;
    std::ranges::copy_if(m_wholeObjects, std::back_inserter(handles), [this](AreaHandle handle) {
        const Area* area = m_areas.find(handle);
        return area != nullptr && !area->isRegion();
    });
    return handles;
}

const Result* Document::findAnswer(std::string_view control, int item) const {
    for (const AreaHandle handle : std::views::reverse(m_wholeObjects)) {
        const Area* area = m_areas.find(handle);
        const Result* result = area == nullptr || area->isRegion() || area->item != item
                                   ? nullptr
                                   : area->find(control);
        if (result != nullptr) {
            return result;
        }
    }
    return nullptr;
}

void Document::setOrigin(Origin origin) {
    for (const AreaHandle handle : m_areas.handles()) {
        Area& area = *m_areas.find(handle);
        area.isTouched = area.isTouched || area.origin != origin;
        area.origin = origin;
    }
}

void Document::touchAll() {
    for (const AreaHandle handle : m_areas.handles()) {
        m_areas.find(handle)->isTouched = true;
    }
    for (const RelationHandle handle : m_relations.handles()) {
        m_relations.find(handle)->isTouched = true;
    }
}

void Document::setHidden(AreaHandle area, bool isHidden) {
    if (Area* found = m_areas.find(area)) {
        found->isHidden = isHidden;
    }
}

void Document::setLocked(AreaHandle area, bool isLocked) {
    if (Area* found = m_areas.find(area)) {
        found->isLocked = isLocked;
    }
}

} // namespace cartouche::annotation
