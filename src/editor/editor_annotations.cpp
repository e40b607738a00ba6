// The annotations and predictions of the task, and which of them is shown.

#include "core/annotation/binding.h"
#include "core/annotation/result_json.h"
#include "core/annotation/shape_faults.h"
#include "core/image/drafted_mask.h"
#include "core/json/object_text.h"
#include "editor/editor.h"
#include "editor/first_results.h"
#include "editor/timestamp.h"
#include "editor/visibility.h"

#include <algorithm>
#include <format>
#include <iterator>
#include <utility>

namespace cartouche::editor {

namespace {

using annotation::Record;
using annotation::RecordKind;
using json::Json;

bool isAboutAnnotation(const diagnostics::Diagnostic& problem) {
    return diagnostics::sourceOf(problem.code) == "annotation";
}

/// Whether the server has it (`exists` of spec/embedding.md 4).
bool isSaved(const Record& record) {
    return record.kind == RecordKind::Annotation && !record.pk.empty() &&
           record.result.text() != "null";
}

/// Begun here, and without results of its own.
bool isNew(const Record& record) {
    return record.kind == RecordKind::Annotation && record.pk.empty() &&
           record.result.text() == "null";
}

/// The server counts; a host may have other names.
Json keyJson(const std::string& key) {
    if (key.empty()) {
        return {};
    }
    const auto number = json::parseJson(key);
    return number && number->is_number() ? *number : Json(key);
}

/// Masks of drafts become what is submitted of them: from there on all masks are alike.
void flattenDrafts(annotation::Document& document) {
    auto& areas = document.slots(static_cast<const annotation::Area*>(nullptr));
    for (const annotation::AreaHandle handle : areas.handles()) {
        annotation::Area& area = *areas.find(handle);
        const auto* mask = area.shape ? std::get_if<geometry::BrushMask>(&*area.shape) : nullptr;
        auto flat = mask == nullptr
                        ? std::nullopt
                        : image::flattened(*mask, area.medium.width, area.medium.height);
        if (flat) {
            area.shape = std::move(*flat);
            area.isTouched = true;
        }
    }
}

} // namespace

Entry& Editor::addEntry(Record record) {
    auto entry = std::make_unique<Entry>();
    entry->id = m_services.newId();
    entry->isSubmitted = isSaved(record);
    entry->record = std::move(record);
    entry->startedMs = m_services.nowMs();
    m_entries.push_back(std::move(entry));
    return *m_entries.back();
}

void Editor::loadEntries() {
    for (const json::CheckedText& source : m_task.annotations) {
        addEntry(annotation::readRecord(source, RecordKind::Annotation));
    }
    Entry& first = m_task.annotations.empty()
                       ? addEntry({.createdAt = writeTime(m_services.nowMs())})
                       : *m_entries.front();
    for (const json::CheckedText& source : m_task.predictions) {
        addEntry(annotation::readRecord(source, RecordKind::Prediction));
    }
    sortEntries();
    show(first);
}

/// Those of which nobody says when they were made are the oldest, in the order in which they came.
void Editor::sortEntries() {
    std::ranges::stable_sort(m_entries, std::ranges::greater(), [](const auto& entry) {
        return std::string_view(entry->record.createdAt);
    });
}

void Editor::show(Entry& entry) {
    closeComparison();
    std::unique_ptr<Sheet> made =
        entry.sheet == nullptr ? makeSheet(entry.record) : std::unique_ptr<Sheet>();
    if (m_current != nullptr) {
        dropGestures();
        auto& kept = sheet().problems;
        std::ranges::copy_if(m_diagnostics, std::back_inserter(kept), isAboutAnnotation);
        std::erase_if(m_diagnostics, isAboutAnnotation);
        Sheet& next = made ? *made : *entry.sheet;
        next.lookLike(sheet());
        dropSuggestions(); // they answer prompts of the annotation that goes
        next.findFaults();
    }
    m_current = &entry;
    if (made) {
        entry.sheet = std::move(made);
        followPage();
        for (diagnostics::Diagnostic& problem : std::exchange(sheet().problems, {})) {
            report(std::move(problem));
        }
    } else {
        std::ranges::move(std::exchange(sheet().problems, {}), std::back_inserter(m_diagnostics));
    }
    reportFaults();
    if (m_candidates) {
        m_candidates->refresh(document());
    } else {
        offerFound();
    }
    sendEntries();
    sendChange();
}

void Editor::setReadonly(bool isReadonly) {
    if (isReadonly == m_isReadonly) {
        return;
    }
    dropGestures();
    m_isReadonly = isReadonly;
    for (const auto& entry : m_entries) {
        if (entry->sheet) {
            entry->sheet->history.setReadonly(entry->record.isReadonly || m_isReadonly);
        }
    }
    sendEntries();
}

std::unique_ptr<Sheet> Editor::makeSheet(const Record& record) {
    auto sheet = std::make_unique<Sheet>(m_interface, m_assist, m_task.data, m_services.newId,
                                         regionsListener());
    fill(*sheet, record);
    return sheet;
}

void Editor::fill(Sheet& sheet, const Record& record) {
    sheet.history.restart({}); // its memory is free for what comes
    sheet.problems.clear();
    sheet.restart(readEntry(record, sheet.problems));
    sheet.history.setReadonly(record.isReadonly || m_isReadonly);
    sheet.findFaults();
}

/// What an annotation or prediction that nobody has worked on yet holds.
annotation::Document Editor::readEntry(const Record& record,
                                       diagnostics::Diagnostics& problems) const {
    Record first = record;
    if (isNew(record)) { // what it copies comes from predictions
        first = {.kind = RecordKind::Prediction, .result = automaticResults(m_entries)};
    }
    auto document = annotation::readDocument(first, m_services.newId, problems);
    if (isNew(record) || (document.loadedCount() == 0 && record.kind == RecordKind::Annotation)) {
        addPreselected(document, m_interface, m_services.newId);
    }
    std::ranges::move(annotation::checkBindings(m_interface, document),
                      std::back_inserter(problems));
    flattenDrafts(document);
    return document;
}

void Editor::startAnnotation(const json::CheckedText& results) {
    Entry& entry = *m_current;
    entry.record = {.createdAt = writeTime(m_services.nowMs())};
    entry.id = m_services.newId();
    entry.startedMs = m_services.nowMs();
    entry.isSubmitted = false;
    refill(entry, results);
    sendEntries();
}

void Editor::setResults(std::string_view id, const json::CheckedText& results) {
    if (Entry* entry = find(id)) {
        refill(*entry, results);
    }
}

void Editor::refill(Entry& entry, const json::CheckedText& results) {
    entry.record.result = results;
    if (entry.sheet == nullptr) {
        renewComparison();
        return;
    }
    fill(*entry.sheet, entry.record);
    renewComparison();
    if (&entry == m_current) {
        std::erase_if(m_diagnostics, isAboutAnnotation);
        for (diagnostics::Diagnostic& problem : std::exchange(sheet().problems, {})) {
            report(std::move(problem));
        }
        reportFaults();
        sendChange();
    }
}

Entry* Editor::find(std::string_view id) const {
    const auto found = std::ranges::find_if(
        m_entries, [id](const auto& entry) { return entry->id == id || entry->record.pk == id; });
    return id.empty() || found == m_entries.end() ? nullptr : found->get();
}

const Entry* Editor::findEntry(std::string_view id) const {
    return find(id);
}

bool Editor::selectEntry(std::string_view id) {
    Entry* entry = find(id);
    if (entry != nullptr) {
        closeComparison();
    }
    if (entry != nullptr && entry != m_current) {
        show(*entry);
    }
    return entry != nullptr;
}

const Entry& Editor::addAnnotation(Record record) {
    if (record.createdAt.empty()) {
        record.createdAt = writeTime(m_services.nowMs());
    }
    const Entry& entry = addEntry(std::move(record));
    sortEntries();
    sendEntries();
    return entry;
}

const Entry* Editor::copyEntry(std::string_view id) {
    const Entry* original = findEntry(id);
    if (original == nullptr) {
        return nullptr;
    }
    auto results = json::checkJson(writeResultsOf(*original));
    Record record{.result = std::move(results).value_or(json::CheckedText())};
    (original->isPrediction() ? record.parentPrediction : record.parentAnnotation) =
        original->record.pk;
    const Entry& copy = addAnnotation(std::move(record));
    selectEntry(copy.id);
    return &copy;
}

bool Editor::removeAnnotation(std::string_view id) {
    const Entry* entry = findEntry(id);
    if (entry == nullptr || entry->isPrediction()) {
        return false;
    }
    m_onEvent({Event::Kind::Delete, std::format("{{\"annotation\":{}}}", writeAnnotation(*entry))});
    const auto at = std::ranges::find(m_entries, entry, &std::unique_ptr<Entry>::get);
    m_removed.push_back(std::move(*at));
    const auto after = m_entries.erase(at);
    if (entry != m_current) {
        sendEntries();
    } else if (m_entries.empty()) {
        show(addEntry({.createdAt = writeTime(m_services.nowMs())}));
    } else {
        show(after == m_entries.end() ? *m_entries.back() : **after);
    }
    return true;
}

bool Editor::restoreAnnotation() {
    if (m_removed.empty()) {
        return false;
    }
    m_entries.push_back(std::move(m_removed.back()));
    m_removed.pop_back();
    Entry& entry = *m_entries.back();
    if (entry.sheet) { // a page may have forgotten it meanwhile
        entry.sheet->changedAreas.renew();
        entry.sheet->changedRelations.renew();
    }
    sortEntries();
    show(entry);
    return true;
}

void Editor::setGroundTruth(std::string_view id, bool isGroundTruth) {
    Entry* entry = find(id);
    if (entry == nullptr || entry->isPrediction()) {
        return;
    }
    for (const auto& other : m_entries) {
        other->record.isGroundTruth = false;
    }
    entry->record.isGroundTruth = isGroundTruth;
    m_onEvent(
        {Event::Kind::GroundTruth, json::writeJson({{"id", entry->id}, {"value", isGroundTruth}})});
    sendEntries();
}

void Editor::setImageSize(ImageWorkspace& image, geometry::Size size) {
    image.setImageSize(size);
    if (m_glanced != nullptr) {
        return; // its faults are told when it is shown by itself
    }
    sheet().findFaults();
    reportFaults();
}

const diagnostics::Diagnostic* Editor::findFault(annotation::AreaHandle region) const {
    const auto found = sheet().faults.find(region.index);
    return found == sheet().faults.end() ? nullptr : &found->second;
}

/// Of very many, as many as a person or a host can do anything with.
void Editor::reportFaults() {
    if (sheet().faults.empty() && std::ranges::none_of(m_diagnostics, annotation::isShapeFault)) {
        return;
    }
    constexpr std::size_t kMost = 100;
    diagnostics::Diagnostics now;
    for (const auto& [index, fault] : sheet().faults) {
        if (now.size() < kMost) {
            now.push_back(fault);
        }
    }
    const diagnostics::Diagnostics before = std::exchange(m_diagnostics, {});
    std::ranges::copy_if(before, std::back_inserter(m_diagnostics), [&now](const auto& problem) {
        return !annotation::isShapeFault(problem) || std::ranges::contains(now, problem);
    });
    for (const diagnostics::Diagnostic& fault : now) {
        if (!std::ranges::contains(before, fault)) {
            report(fault);
        }
    }
}

std::string Editor::writeResultsOf(const Entry& entry) const {
    std::string text;
    if (entry.sheet) {
        annotation::appendResults(text, entry.sheet->history.document());
        return text;
    }
    diagnostics::Diagnostics problems; // reported when it is shown
    annotation::appendResults(text,
                              annotation::readDocument(entry.record, m_services.newId, problems));
    return text;
}

std::string Editor::describeEntries() const {
    Json list = Json::array();
    for (const auto& entry : m_entries) {
        const Record& record = entry->record;
        Json item{{"id", entry->id},
                  {"kind", entry->isPrediction() ? "prediction" : "annotation"},
                  {"pk", record.pk.empty() ? Json() : Json(record.pk)},
                  {"createdBy", record.createdBy},
                  {"createdAt", record.createdAt},
                  {"isGroundTruth", record.isGroundTruth},
                  {"isSkipped", record.isSkipped},
                  {"isReadonly", record.isReadonly || m_isReadonly},
                  {"isSubmitted", entry->isSubmitted},
                  {"score", record.score ? Json(*record.score) : Json()},
                  {"parentPrediction", keyJson(record.parentPrediction)},
                  {"parentAnnotation", keyJson(record.parentAnnotation)}};
        list.push_back(std::move(item));
    }
    return json::writeJson({{"selected", m_current->id},
                            {"isComparing", m_comparison != nullptr},
                            {"annotations", std::move(list)}});
}

void Editor::sendEntries() {
    renewComparison();
    m_onEvent({Event::Kind::Annotations, describeEntries()});
}

std::string Editor::writeAnnotation(const Entry& entry) const {
    std::string results;
    if (entry.sheet) {
        const annotation::Document& document = entry.sheet->history.document();
        const Submission submission(m_interface, document, entry.sheet->regions.selection());
        results = annotation::writeResults(
            document, [&](const annotation::Area& area, const annotation::Result& result) {
                return submission.includes(area, result);
            });
    } else {
        results = writeResultsOf(entry);
    }
    const Record& record = entry.record;
    json::ObjectText text;
    text.set("id", Json(entry.id));
    text.set("task", m_task.id);
    text.set("result", results);
    text.set("lead_time", Json(leadTimeOf(entry)));
    text.set("created_at", Json(writeTime(entry.startedMs)));
    text.set("was_cancelled", Json(record.isSkipped));
    for (const auto& [name, key] :
         {std::pair("pk", &record.pk), std::pair("parent_prediction", &record.parentPrediction),
          std::pair("parent_annotation", &record.parentAnnotation)}) {
        if (!key->empty()) {
            text.set(name, keyJson(*key));
        }
    }
    if (record.isGroundTruth) {
        text.set("ground_truth", Json(true));
    }
    return text.text();
}

} // namespace cartouche::editor
