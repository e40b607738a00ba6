#include "editor/editor.h"

#include "core/annotation/binding.h"
#include "core/annotation/result_json.h"
#include "core/image/drafted_mask.h"
#include "core/json/diagnostic_json.h"
#include "core/json/object_text.h"
#include "core/variables/variables.h"
#include "editor/filter.h"
#include "editor/listed_order.h"
#include "editor/timestamp.h"
#include "editor/visibility.h"

#include <algorithm>
#include <cstddef>
#include <format>
#include <utility>

namespace cartouche::editor {

namespace {

using annotation::Texts;
using config::Choice;
using config::ChoiceMode;
using config::ChoicesControl;
using json::Json;

constexpr double kMsPerSecond = 1000;

/// What is chosen, one answer a text; of a nested answer, its own name.
Texts textsOf(const annotation::Result* result) {
    if (result == nullptr) {
        return {};
    }
    if (const auto* texts = std::get_if<Texts>(&result->answer)) {
        return *texts;
    }
    Texts texts;
    if (const auto* paths = std::get_if<std::vector<annotation::Path>>(&result->answer)) {
        std::ranges::transform(*paths, std::back_inserter(texts),
                               [](const annotation::Path& path) { return path.back(); });
    }
    return texts;
}

/// The answers after a click on one of them, by the rules of the mode (spec/tags.md, Choices).
Texts toggled(const ChoicesControl& control, const Choice& choice, Texts choices) {
    const bool wasChosen = std::ranges::contains(choices, choice.stored);
    if (control.mode == ChoiceMode::SingleRadio) {
        return {choice.stored};
    }
    if (control.mode == ChoiceMode::Single) {
        return wasChosen ? Texts() : Texts{choice.stored};
    }
    if (wasChosen) {
        std::erase(choices, choice.stored);
    } else {
        choices.push_back(choice.stored);
    }
    return choices;
}

/// What `selected="true"` chooses in a new annotation.
annotation::Document preselected(const config::LabelingInterface& interface,
                                 const annotation::IdSource& newId) {
    annotation::Document document;
    for (const ChoicesControl& control : interface.choices()) {
        Texts choices;
        for (const Choice& choice : control.choices) {
            if (choice.selected && (choices.empty() || control.mode == ChoiceMode::Multiple)) {
                choices.push_back(choice.stored);
            }
        }
        if (!choices.empty() && !control.isPerRegion) {
            annotation::Area area{.id = newId(), .object = annotation::Name(control.toName)};
            area.results.push_back({.control = annotation::Name(control.name),
                                    .type = annotation::ResultType::Choices,
                                    .answer = std::move(choices)});
            document.add(std::move(area));
        }
    }
    return document;
}

/// Of the images that a tag shows.
std::vector<std::string> addressesOf(const config::Tag& image, const Json& data) {
    const Json value = task::resolveValue(image, data).value;
    std::vector<std::string> addresses;
    for (const Json& address : value.is_array() ? value : Json::array({value})) {
        if (address.is_string() && (value.is_array() || address != "")) {
            addresses.push_back(address.get<std::string>());
        }
    }
    return addresses;
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

std::string diagnosticDetail(const diagnostics::Diagnostic& diagnostic) {
    return json::writeJson({{"diagnostic", json::writeDiagnostic(diagnostic)}});
}

} // namespace

Editor::Editor(Services services, std::function<void(const Event&)> onEvent)
    : m_services(std::move(services)), m_onEvent(std::move(onEvent)),
      m_interface(config::parseLabelConfig("")),
      m_regions(m_interface, m_history, m_services.newId,
                {.onChanged = [this] { changed(); },
                 .onSelected = [this] { selectionChanged(); },
                 .onProblem =
                     [this](diagnostics::Diagnostic problem) {
                         std::erase(m_diagnostics, problem);
                         report(std::move(problem));
                     }}) {}

void Editor::load(std::string_view configXml, const json::CheckedText& task,
                  const std::vector<std::string>& interfaces) {
    m_interfaces = {interfaces.begin(), interfaces.end()};
    m_filters.clear();
    m_images.clear();
    m_activeImage = nullptr;
    m_task = {};
    m_record = {};
    m_history.restart({});
    m_diagnostics.clear();
    std::expected<task::Task, diagnostics::Diagnostic> read;
    const bool isThere = task.text() != "null";
    if (isThere) {
        read = task::readTask(task);
    }
    if (read) {
        m_task = std::move(*read);
    }
    // Without a task there is no data, rather than data without the lists that the config asks for.
    const bool hasData = read && isThere;
    m_interface = config::parseLabelConfig(configXml, hasData ? &m_task.data : nullptr);
    for (const diagnostics::Diagnostic& problem : m_interface.diagnostics()) {
        report(problem);
    }
    if (!read) {
        report(std::move(read.error()));
    } else if (hasData) {
        for (const diagnostics::Diagnostic& problem : task::checkTask(m_interface, m_task)) {
            report(problem);
        }
    }
    makeImages();
    start(m_task.annotations.empty() ? annotation::Record()
                                     : annotation::readRecord(m_task.annotations.front(),
                                                              annotation::RecordKind::Annotation));
}

void Editor::makeImages() {
    for (const config::Tag* tag : m_interface.objects()) {
        if (tag->kind() == config::TagKind::Image) {
            m_images.push_back(
                std::make_unique<ImageWorkspace>(m_regions, *tag, addressesOf(*tag, m_task.data)));
        }
    }
    m_activeImage = m_images.empty() ? nullptr : m_images.front().get();
}

bool Editor::isDrawnOn() const {
    return std::ranges::any_of(m_images, [](const auto& image) { return image->canDraw(); });
}

ImageWorkspace* Editor::findImage(const config::Tag& tag) {
    const auto found =
        std::ranges::find_if(m_images, [&tag](const auto& image) { return &image->tag() == &tag; });
    return found == m_images.end() ? nullptr : found->get();
}

ImageWorkspace* Editor::findImage(std::string_view name) {
    return const_cast<ImageWorkspace*>(std::as_const(*this).findImage(name));
}

const ImageWorkspace* Editor::findImage(std::string_view name) const {
    const auto found = std::ranges::find_if(
        m_images, [name](const auto& image) { return image->tag().name() == name; });
    return found == m_images.end() ? nullptr : found->get();
}

void Editor::showItem(ImageWorkspace& image, int item) {
    std::vector<annotation::AreaHandle> kept = m_regions.selection();
    std::erase_if(kept, [&](annotation::AreaHandle region) {
        return document().areas().find(region)->object == image.tag().name();
    });
    m_regions.select(std::move(kept));
    image.showItem(item);
    updateHidden();
}

void Editor::startAnnotation(const json::CheckedText& results) {
    start({.result = results});
}

void Editor::start(const annotation::Record& record) {
    m_history.restart({}); // the memory of the last one is free for the next
    diagnostics::Diagnostics problems;
    auto document = annotation::readDocument(record, m_services.newId, problems);
    if (document.loadedCount() == 0) {
        document = preselected(m_interface, m_services.newId);
    }
    for (diagnostics::Diagnostic& problem : annotation::checkBindings(m_interface, document)) {
        problems.push_back(std::move(problem));
    }
    flattenDrafts(document);
    m_record = record;
    m_history.restart(std::move(document));
    m_history.takeChanged();
    m_regions.restart();
    for (const auto& image : m_images) {
        image->reload();
        image->takeArmed();
    }
    m_annotationId = m_services.newId();
    m_startedMs = m_services.nowMs();
    m_isSubmitted = false;
    for (diagnostics::Diagnostic& problem : problems) {
        report(std::move(problem));
    }
    sendChange();
}

/// A region of an image that is not shown brings it, as when it is chosen in the list.
void Editor::showSelected() {
    if (m_regions.selection().size() != 1) {
        return;
    }
    const annotation::Area& area = *document().areas().find(m_regions.selection().front());
    ImageWorkspace* image = findImage(area.object.text());
    if (image != nullptr) {
        image->showItem(ImageWorkspace::itemOf(area));
    }
}

void Editor::selectionChanged() {
    showSelected();
    const auto changed = m_history.takeChanged(); // what was hidden or locked
    for (const auto& image : m_images) {
        image->update(changed);
        image->takeArmed();
    }
    updateHidden();
}

bool Editor::hasInterface(std::string_view name) const {
    return m_interfaces.contains(name);
}

Json Editor::resolve(std::string_view expression) const {
    return variables::resolveVariables(expression, m_task.data);
}

/// What the control says about its object, or about the region that is selected.
/// What an answer is about: the object as a whole, or the item of it that is shown.
int Editor::itemOf(const ChoicesControl& control) const {
    const ImageWorkspace* image =
        control.tag->flag("perItem") ? findImage(control.toName) : nullptr;
    return image == nullptr ? annotation::Area::kWholeObject : image->item();
}

const annotation::Result* Editor::answerOf(const ChoicesControl& control) const {
    if (!control.isPerRegion) {
        return document().findAnswer(control.name, itemOf(control));
    }
    const auto& selection = m_regions.selection();
    const annotation::Area* region =
        selection.size() == 1 ? document().areas().find(selection.front()) : nullptr;
    return region == nullptr ? nullptr : region->find(control.name);
}

bool Editor::canAnswer(const ChoicesControl& control) const {
    const auto& selection = m_regions.selection();
    const annotation::Area* region =
        selection.size() == 1 ? document().areas().find(selection.front()) : nullptr;
    return !control.isPerRegion || (region != nullptr && region->object == control.toName);
}

bool Editor::isChosen(const ChoicesControl& control, const Choice& choice) const {
    return std::ranges::contains(textsOf(answerOf(control)), choice.stored);
}

void Editor::toggleChoice(const ChoicesControl& control, const Choice& choice) {
    const Texts before = textsOf(answerOf(control));
    Texts choices = toggled(control, choice, before);
    sortAsListed(choices, control.choices);
    if (before == choices || !canAnswer(control)) {
        return;
    }
    annotation::Edit edit(m_history, std::format("{}: {}", control.name, choice.display));
    setAnswer(edit, control, choices.empty() ? annotation::Answer() : std::move(choices));
    edit.commit();
    changed();
}

void Editor::setAnswer(annotation::Edit& edit, const ChoicesControl& control,
                       annotation::Answer answer) {
    const annotation::Answerer by{annotation::Name(control.name), annotation::ResultType::Choices};
    if (control.isPerRegion) {
        edit.setAnswer(m_regions.selection().front(), by, std::move(answer));
    } else {
        edit.setAnswer(annotation::Name(control.toName), itemOf(control), by, std::move(answer),
                       m_services.newId);
    }
}

std::string_view Editor::filterText(const config::Tag& filter) const {
    const auto found = m_filters.find(&filter);
    return found == m_filters.end() ? std::string_view() : found->second;
}

void Editor::setFilterText(const config::Tag& filter, std::string text) {
    m_filters.insert_or_assign(&filter, std::move(text));
}

bool Editor::isFilteredOut(const ChoicesControl& control, const Choice& choice) const {
    return std::ranges::any_of(m_filters, [&](const auto& entry) {
        const auto& [filter, typed] = entry;
        return filter->text("toName") == control.name &&
               hidesAnswer(*filter, typed, choice.display);
    });
}

void Editor::applyFilter(const config::Tag& filter) {
    const ChoicesControl* control = m_interface.findChoices(filter.text("toName"));
    if (control == nullptr || filterText(filter).empty()) {
        return;
    }
    const auto first = std::ranges::find_if(
        control->choices, [&](const Choice& choice) { return !isFilteredOut(*control, choice); });
    if (first != control->choices.end()) {
        toggleChoice(*control, *first);
    }
    if (filter.flag("cleanup")) {
        m_filters.erase(&filter);
    }
}

ItemCounter Editor::itemCounter() const {
    return [this](std::string_view object) {
        const ImageWorkspace* image = findImage(object);
        return image == nullptr ? 1 : std::max(image->itemCount(), 1);
    };
}

/// spec/edge-cases.md 6.3
void Editor::showUnanswered(const diagnostics::Diagnostics& refusals) {
    for (const ChoicesControl& control : m_interface.choices()) {
        ImageWorkspace* image = control.tag->flag("perItem") ? findImage(control.toName) : nullptr;
        const bool isRefused =
            std::ranges::contains(refusals, control.tag->where(), &diagnostics::Diagnostic::where);
        const auto item = image == nullptr || !isRefused
                              ? std::nullopt
                              : findUnanswered(control, document(), image->itemCount());
        if (item) {
            showItem(*image, *item);
            return;
        }
    }
}

bool Editor::submit() {
    const auto refusals = validate(m_interface, document(), m_hidden, itemCounter());
    std::erase_if(m_diagnostics, isRefusal);
    for (const diagnostics::Diagnostic& refusal : refusals) {
        report(refusal);
    }
    if (!refusals.empty()) {
        showUnanswered(refusals);
        return false;
    }
    const auto kind = m_isSubmitted ? Event::Kind::Update : Event::Kind::Submit;
    m_isSubmitted = true;
    m_onEvent({kind, std::format("{{\"annotation\":{}}}", writeAnnotation())});
    return true;
}

bool Editor::pressKey(const KeyPress& press) {
    for (const ChoicesControl& control : m_interface.choices()) {
        if (control.isPerRegion && (!canAnswer(control) || !isVisible(*control.tag))) {
            continue;
        }
        for (const Choice& choice : control.choices) {
            if (matchesHotkey(choice.hotkey, press, m_services.platform)) {
                toggleChoice(control, choice);
                return true;
            }
        }
    }
    return pressLabelKey(press);
}

bool Editor::pressLabelKey(const KeyPress& press) {
    for (const config::LabelsControl& control : m_interface.labels()) {
        for (const config::Label& label : control.labels) {
            if (isVisible(*control.tag) &&
                matchesHotkey(label.hotkey, press, m_services.platform)) {
                m_regions.press(control, label);
                return true;
            }
        }
    }
    return false;
}

std::string Editor::writeAnnotation() const {
    const Submission submission(m_interface, document(), m_regions.selection());
    const std::string results = annotation::writeResults(
        document(), [&](const annotation::Area& area, const annotation::Result& result) {
            return submission.includes(area, result);
        });
    json::ObjectText text;
    text.set("id", Json(m_annotationId));
    text.set("task", m_task.id);
    text.set("result", results);
    text.set("lead_time",
             Json(m_record.leadTime + (m_services.nowMs() - m_startedMs) / kMsPerSecond));
    text.set("created_at", Json(writeTime(m_startedMs)));
    text.set("was_cancelled", Json(false));
    return text.text();
}

void Editor::appendResults(std::string& text) const {
    annotation::appendResults(text, document());
}

void Editor::report(diagnostics::Diagnostic diagnostic) {
    m_onEvent({Event::Kind::Error, diagnosticDetail(diagnostic)});
    m_diagnostics.push_back(std::move(diagnostic));
}

void Editor::changed() {
    m_regions.takeChanges();
    const auto changes = m_history.takeChanged();
    for (const auto& image : m_images) {
        image->update(changes);
    }
    updateHidden();
    // A gap that was filled is no problem any more; one that is still there stays in view.
    const auto gaps = validate(m_interface, document(), m_hidden, itemCounter());
    std::erase_if(m_diagnostics, [&gaps](const diagnostics::Diagnostic& problem) {
        return problem.code == diagnostics::Code::TooManyUsages ||
               (isRefusal(problem) && !std::ranges::contains(gaps, problem));
    });
    sendChange();
}

void Editor::sendChange() {
    updateHidden();
    m_onEvent({Event::Kind::Change, json::writeJson({{"canUndo", m_history.canUndo()},
                                                     {"canRedo", m_history.canRedo()}})});
}

void Editor::updateHidden() {
    m_hidden = findHidden(m_interface, document(), m_regions.selection());
}

} // namespace cartouche::editor
