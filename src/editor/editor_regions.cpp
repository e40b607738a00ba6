// Single regions: what the host hears of them, and what it does to them by their ids.

#include "core/annotation/binding.h"
#include "core/annotation/result_json.h"
#include "core/language/message.h"
#include "editor/editor.h"

#include <algorithm>
#include <set>
#include <utility>

namespace cartouche::editor {

namespace {

using annotation::Area;
using annotation::AreaHandle;
using annotation::Document;
using json::Json;

Json namesOf(const Document& document, std::span<const AreaHandle> regions) {
    Json names = Json::array();
    for (const AreaHandle region : regions) {
        names.push_back({{"handle", region.index}, {"id", document.areas().evenErased(region).id}});
    }
    return names;
}

/// The one region that they are; nullptr: they are none, several, or answers about an object.
const Area* onlyRegion(const Document& results) {
    const Area* only = nullptr;
    for (const Area& area : results.areas().all()) {
        if (only != nullptr || !area.isRegion()) {
            return nullptr;
        }
        only = &area;
    }
    return only;
}

/// What is said of a region by new results: each stands where one of the same control stood.
std::vector<annotation::Result> inPlacesOf(const Area& before,
                                           std::vector<annotation::Result> results) {
    for (annotation::Result& result : results) {
        const annotation::Result* replaced = before.find(result.control.text());
        result.position = replaced == nullptr ? annotation::Result::kNew : replaced->position;
    }
    return results;
}

} // namespace

/// While annotations are compared, what is selected is not what is labeled.
void Editor::tellRegions(std::span<const AreaHandle> touched, Cause cause) {
    if (m_comparison || m_glanced != nullptr) {
        return;
    }
    const RegionNews::Lists news =
        sheet().news.take(document(), touched, sheet().regions.selection());
    if (!news.areEmpty()) {
        m_onEvent({Event::Kind::Regions,
                   json::writeJson({{"annotation", m_current->id},
                                    {"isHistory", cause == Cause::History},
                                    {"created", namesOf(document(), news.created)},
                                    {"changed", namesOf(document(), news.changed)},
                                    {"deleted", namesOf(document(), news.deleted)},
                                    {"selected", namesOf(document(), news.selected)},
                                    {"unselected", namesOf(document(), news.unselected)}})});
    }
}

/// A handle of another document names another region there, or none.
std::string Editor::writeRegion(const Entry& entry, std::string_view id,
                                std::optional<AreaHandle> handle) const {
    if (entry.sheet == nullptr) {
        return "null";
    }
    const Document& document = entry.sheet->history.document();
    const auto found = handle ? handle : document.findArea(id);
    if (!found || found->index >= document.areas().slotCount()) {
        return "null";
    }
    const Area& area = document.areas().evenErased(*found);
    return area.id == id && area.isRegion() ? annotation::writeResults(area) : "null";
}

/// Each once, in the order of the ids.
std::vector<AreaHandle> Editor::regionsOf(std::span<const std::string> ids) const {
    std::vector<AreaHandle> regions;
    std::set<AreaHandle> known;
    for (const std::string& id : ids) {
        const auto region = document().findArea(id);
        if (region && document().areas().find(*region)->isRegion() &&
            known.insert(*region).second) {
            regions.push_back(*region);
        }
    }
    return regions;
}

std::size_t Editor::doToRegions(RegionDeed deed, std::span<const std::string> ids) {
    if (m_comparison) {
        return 0;
    }
    std::vector<AreaHandle> named = regionsOf(ids);
    Regions& regions = sheet().regions;
    if (deed == RegionDeed::Delete) {
        std::erase_if(named, [&regions](AreaHandle region) { return !regions.isEditable(region); });
    }
    const std::size_t count = named.size();
    switch (deed) {
    case RegionDeed::Select:
        regions.select(std::move(named));
        break;
    case RegionDeed::Delete:
        dropGestures();
        regions.remove(named);
        break;
    case RegionDeed::Hide:
    case RegionDeed::Show:
        regions.setHidden(named, deed == RegionDeed::Hide);
        break;
    }
    return count;
}

bool Editor::updateRegion(std::string_view id, const json::CheckedText& results) {
    const auto region = m_comparison ? std::nullopt : document().findArea(id);
    if (!region || !sheet().regions.isEditable(*region)) {
        return false;
    }
    diagnostics::Diagnostics problems;
    const Document read = annotation::readResults(results, m_services.newId, problems);
    std::ranges::move(annotation::checkBindings(m_interface, read), std::back_inserter(problems));
    for (const diagnostics::Diagnostic& problem : problems) {
        report(problem);
    }
    const Area& area = *document().areas().find(*region);
    const Area* given = onlyRegion(read);
    if (!problems.empty() || given == nullptr || !area.isRegion() || given->object != area.object ||
        given->item != area.item) {
        return false;
    }
    dropGestures();
    sheet().history.keepText(read.loaded()); // the results are parts of it
    annotation::Edit edit(sheet().history, language::later("history.update-region"));
    edit.setShape(*region, *given->shape);
    edit.setResults(*region, inPlacesOf(area, given->results));
    edit.setNote(*region, given->note);
    edit.setParent(*region, given->parent);
    if (edit.commit()) {
        changed();
    }
    return true;
}

} // namespace cartouche::editor
