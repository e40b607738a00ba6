// What a page keeps of an annotation while it is being labeled. Only what changed is told, so that
// a step costs the same in an annotation of ten regions as in one of a hundred thousand.

#include "core/annotation/result_json.h"
#include "core/json/object_text.h"
#include "editor/editor.h"

#include <algorithm>
#include <format>
#include <utility>

namespace cartouche::editor {

namespace {

using annotation::Area;
using annotation::Result;
using json::Json;

Json placeJson(std::uint32_t position) {
    return position == Result::kNew ? Json() : Json(position);
}

/// A text rather than JSON: the page keeps it, and need not read it.
std::string resultsJson(std::string results) {
    return json::writeJson(Json(std::move(results)));
}

std::string areaJson(const annotation::Document& document, annotation::AreaHandle handle) {
    const Area* there = document.areas().find(handle);
    const Area& area = document.areas().evenErased(handle);
    Json places = Json::array();
    for (const Result& result : area.results) {
        places.push_back(placeJson(result.position));
    }
    json::ObjectText text;
    text.set("handle", Json(handle.index));
    text.set("id", Json(area.id));
    text.set("object", Json(area.object.text()));
    text.set("item", Json(area.item));
    text.set("order", Json(area.order));
    text.set("places", places);
    text.set("results", resultsJson(there == nullptr ? "[]" : annotation::writeResults(*there)));
    return text.text();
}

std::string relationJson(const annotation::Document& document, annotation::RelationHandle handle) {
    const annotation::Relation* there = document.relations().find(handle);
    json::ObjectText text;
    text.set("handle", Json(handle.index));
    text.set("place", placeJson(document.relations().evenErased(handle).position));
    text.set("results",
             resultsJson(there == nullptr ? "[]" : "[" + annotation::writeResult(*there) + "]"));
    return text.text();
}

template <typename Handles, typename Write>
std::string listJson(const Handles& handles, const Write& write) {
    std::string text = "[";
    for (const auto handle : handles) {
        text += text.size() > 1 ? "," : "";
        text += write(handle);
    }
    return text + "]";
}

/// What the config preselected stands in no loaded text, and counts as changed.
std::vector<annotation::AreaHandle> notLoaded(const annotation::Document& document) {
    std::vector<annotation::AreaHandle> handles;
    for (const annotation::AreaHandle handle : document.areas().handles()) {
        const Area& area = *document.areas().find(handle);
        if (std::ranges::contains(area.results, Result::kNew, &Result::position)) {
            handles.push_back(handle);
        }
    }
    return handles;
}

} // namespace

std::string Editor::takeJournal(std::span<const std::string> known,
                                std::span<const std::string> renew) {
    std::string entries;
    for (const auto& entry : m_entries) {
        Sheet* sheet = entry->sheet.get();
        if (sheet != nullptr && std::ranges::contains(renew, entry->id)) {
            sheet->changedAreas.renew();
            sheet->changedRelations.renew();
        }
        const bool isFresh = sheet != nullptr && (!sheet->changedAreas.fresh().empty() ||
                                                  !sheet->changedRelations.fresh().empty());
        if (!isFresh || entry->isPrediction()) {
            continue;
        }
        const annotation::Document& document = sheet->history.document();
        const bool isKnown = std::ranges::contains(known, entry->id);
        if (!isKnown) {
            sheet->changedAreas.note(notLoaded(document));
            sheet->changedAreas.renew();
            sheet->changedRelations.renew();
        }
        json::ObjectText text;
        text.set("id", Json(entry->id));
        text.set("base", isKnown ? "null" : resultsJson(std::string(document.loaded().text())));
        text.set("leadTime", Json(leadTimeOf(*entry)));
        text.set("areas", listJson(sheet->changedAreas.fresh(), [&document](auto handle) {
                     return areaJson(document, handle);
                 }));
        text.set("relations", listJson(sheet->changedRelations.fresh(), [&document](auto handle) {
                     return relationJson(document, handle);
                 }));
        sheet->changedAreas.forgetFresh();
        sheet->changedRelations.forgetFresh();
        entries += entries.empty() ? "" : ",";
        entries += text.text();
    }
    return std::format("{{\"entries\":[{}]}}", entries);
}

std::string Editor::resume(std::string_view id, annotation::Record record, bool isSubmitted) {
    record.kind = annotation::RecordKind::Draft; // it has what it has: nothing is preselected
    Entry* entry = find(id);
    if (entry == nullptr) {
        entry = find(addAnnotation(std::move(record)).id);
    } else {
        entry->record.kind = record.kind;
        entry->record.leadTime = record.leadTime;
        entry->record.parentPrediction = std::move(record.parentPrediction);
        entry->record.parentAnnotation = std::move(record.parentAnnotation);
        refill(*entry, record.result);
    }
    entry->isSubmitted = entry->isSubmitted || isSubmitted;
    sendEntries();
    return entry->id;
}

bool Editor::markSaved(std::string_view id, std::string key) {
    Entry* entry = find(id);
    if (entry == nullptr) {
        return false;
    }
    entry->isSubmitted = true;
    if (!key.empty()) {
        entry->record.pk = std::move(key);
    }
    sendEntries();
    return true;
}

bool Editor::markUnsaved(std::string_view id) {
    Entry* entry = find(id);
    if (entry == nullptr) {
        return false;
    }
    entry->isSubmitted = false;
    entry->record.pk.clear();
    sendEntries();
    return true;
}

double Editor::leadTimeOf(const Entry& entry) const {
    constexpr double kMsPerSecond = 1000;
    return entry.record.leadTime + (m_services.nowMs() - entry.startedMs) / kMsPerSecond;
}

} // namespace cartouche::editor
