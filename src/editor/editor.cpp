#include "editor/editor.h"

#include "core/annotation/result_json.h"
#include "core/json/diagnostic_json.h"
#include "core/variables/variables.h"
#include "editor/refusals.h"
#include "editor/region_text.h"
#include "editor/visibility.h"

#include <algorithm>
#include <cstddef>
#include <format>
#include <span>
#include <utility>

namespace cartouche::editor {

namespace {

using config::Choice;
using config::ChoicesControl;
using json::Json;

std::string diagnosticDetail(const diagnostics::Diagnostic& diagnostic) {
    return json::writeJson({{"diagnostic", json::writeDiagnostic(diagnostic)}});
}

/// Among the answers and those that they hold; nullptr: none has the key.
const Choice* findByKey(std::span<const Choice> choices, const KeyPress& press, Platform platform) {
    for (const Choice& choice : choices) {
        if (matchesHotkey(choice.hotkey, press, platform)) {
            return &choice;
        }
        if (const Choice* found = findByKey(choice.children, press, platform)) {
            return found;
        }
    }
    return nullptr;
}

} // namespace

Editor::Editor(Services services, std::function<void(const Event&)> onEvent)
    : m_services(std::move(services)), m_onEvent(std::move(onEvent)),
      m_interface(config::parseLabelConfig("")) {
    m_entries.push_back(std::make_unique<Entry>());
    m_current = m_entries.back().get();
    m_current->sheet = std::make_unique<Sheet>(m_interface, m_assist, m_task.data, m_services.newId,
                                               regionsListener());
}

RegionsListener Editor::regionsListener() {
    return {.onChanged = [this] { changed(); },
            .onSelected = [this] { selectionChanged(); },
            .onProblem =
                [this](diagnostics::Diagnostic problem) {
                    std::erase(m_diagnostics, problem);
                    report(std::move(problem));
                },
            .onPrompted = [this](annotation::AreaHandle prompt) { prompted(prompt); }};
}

void Editor::load(std::string_view configXml, const json::CheckedText& task,
                  const std::vector<std::string>& interfaces) {
    m_interfaces = {interfaces.begin(), interfaces.end()};
    m_filters.clear();
    closeComparison();
    m_current = nullptr; // the memory of the last task is free for the next
    m_candidates.reset();
    dropSuggestions();
    m_finder.restart();
    m_search = {};
    m_privateData.restart();
    m_assist.isOffered = hasInterface("auto-annotation");
    m_entries.clear();
    m_removed.clear();
    m_task = {};
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
    m_pages.restart(m_interface.root());
    restartItems();
    for (const diagnostics::Diagnostic& problem : m_keymapProblems) {
        report(problem);
    }
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
    loadEntries();
}

void Editor::setKeymap(const json::CheckedText& keys) {
    const auto read = json::parseJson(keys.text());
    m_keymapProblems = m_keymap.change(read.value_or(Json()), m_services.platform);
}

void Editor::changeKeymap(const json::CheckedText& keys) {
    for (const diagnostics::Diagnostic& problem : m_keymapProblems) {
        std::erase(m_diagnostics, problem);
    }
    setKeymap(keys);
    for (const diagnostics::Diagnostic& problem : m_keymapProblems) {
        report(problem);
    }
}

bool Editor::isDrawnOn() const {
    return std::ranges::any_of(sheet().images,
                               [](const auto& image) { return image->canDraw(); }) ||
           std::ranges::any_of(sheet().texts, [](const auto& text) { return text->canLabel(); });
}

void Editor::setTextContent(TextWorkspace& text, std::shared_ptr<const TextContent> content) {
    text.setContent(std::move(content));
    sheet().findFaults();
    reportFaults();
    m_search.renew(sheet().texts);
    offerFound();
}

std::string Editor::excerptOf(const annotation::Area& area) const {
    constexpr std::size_t kMost = 200; // more is not seen in one line
    const TextWorkspace* text = sheet().findText(area.object.text());
    if (text != nullptr) {
        return text->excerptOf(area, kMost, m_privateData);
    }
    const auto transcribed = std::ranges::find(area.results, annotation::ResultType::TextArea,
                                               &annotation::Result::type);
    const auto* texts = transcribed == area.results.end()
                            ? nullptr
                            : std::get_if<annotation::Texts>(&transcribed->answer);
    return texts == nullptr || texts->empty() ? "" : singleLine(texts->front(), kMost);
}

void Editor::pressLabel(const RegionLabel& label) {
    TextWorkspace* text = sheet().findText(label.object);
    if (text != nullptr && text->selection()) {
        text->label(label);
        return;
    }
    if (const ImageWorkspace* image = activeImage(); image != nullptr && image->isPaintingOn()) {
        regions().select({}); // strokes went on with it; this label is for the next one
    }
    regions().press(label);
}

ImageWorkspace* Editor::findImage(const config::Tag& tag) {
    const auto found = std::ranges::find_if(
        sheet().images, [&tag](const auto& image) { return &image->tag() == &tag; });
    return found == sheet().images.end() ? nullptr : found->get();
}

ImageWorkspace* Editor::findImage(std::string_view name) {
    return sheet().findImage(name);
}

const ImageWorkspace* Editor::findImage(std::string_view name) const {
    return sheet().findImage(name);
}

void Editor::setActiveImage(ImageWorkspace& image) {
    if (m_comparison) {
        m_comparison->lead(image);
    } else {
        sheet().activeImage = &image;
    }
}

void Editor::showItem(ImageWorkspace& image, int item) {
    if (m_comparison) {
        m_comparison->showItem(image, item);
        return;
    }
    std::vector<annotation::AreaHandle> kept = regions().selection();
    std::erase_if(kept, [&](annotation::AreaHandle region) {
        return document().areas().find(region)->object == image.tag().name();
    });
    regions().select(std::move(kept));
    image.showItem(item);
    updateHidden();
}

/// A region of an image that is not shown brings it, as when it is chosen in the list; so does one
/// on another page.
void Editor::showSelected() {
    if (regions().selection().size() != 1) {
        return;
    }
    const annotation::Area& area = *document().areas().find(regions().selection().front());
    ImageWorkspace* image = findImage(area.object.text());
    if (image != nullptr) {
        image->showItem(ImageWorkspace::itemOf(area));
    }
    if (const config::Tag* object = m_interface.findObject(area.object.text())) {
        reveal(*object);
    }
}

void Editor::selectionChanged() {
    showSelected();
    sheet().update(); // what was hidden or locked
    for (const auto& image : sheet().images) {
        image->takeArmed();
    }
    for (const auto& text : sheet().texts) {
        if (!regions().selection().empty()) {
            text->unselect(); // a label that is pressed now is for them
        }
    }
    updateHidden();
    tellRegions({}, Cause::Edit);
}

bool Editor::hasInterface(std::string_view name) const {
    return m_interfaces.contains(name);
}

Json Editor::resolve(std::string_view expression) const {
    return variables::resolveVariables(expression, m_task.data);
}

ItemCounter Editor::itemCounter() const {
    return itemCounterOf(*this);
}

const config::Control* Editor::refusedControl() const {
    return findRefused(m_interface, document(), sheet().hidden, itemCounter());
}

/// spec/edge-cases.md 6.3
void Editor::showUnanswered(const diagnostics::Diagnostics& refusals) {
    if (const config::Control* refused = refusedControl()) {
        reveal(*refused->tag);
    }
    for (const config::Control& control : m_interface.controls()) {
        if (!std::ranges::contains(refusals, control.tag->where(),
                                   &diagnostics::Diagnostic::where)) {
            continue;
        }
        const auto region = control.tag->flag("perRegion")
                                ? findUnansweredRegion(m_interface, control, document())
                                : std::nullopt;
        if (region) {
            regions().select({*region});
            return;
        }
        ImageWorkspace* image =
            control.tag->flag("perItem") ? findImage(control.toNames.front()) : nullptr;
        const auto item =
            image == nullptr ? std::nullopt
                             : findUnanswered(m_interface, control, document(), image->itemCount());
        if (item) {
            showItem(*image, *item);
            return;
        }
    }
}

bool Editor::pressKey(const KeyPress& press) {
    for (const ChoicesControl& control : m_interface.choices()) {
        const bool isAsked =
            !control.isPerRegion || (canAnswer(controlOf(control)) && isVisible(*control.tag));
        if (!isAsked || !m_pages.isShown(*control.tag)) {
            continue;
        }
        if (const Choice* choice = findByKey(control.choices, press, m_services.platform)) {
            toggleChoice(control, *choice);
            return true;
        }
    }
    return pressFormKey(press) || pressLabelKey(press);
}

bool Editor::pressLabelKey(const KeyPress& press) {
    for (const config::LabelsControl& control : m_interface.labels()) {
        for (const config::Label& label : control.labels) {
            if (isVisible(*control.tag) &&
                matchesHotkey(label.hotkey, press, m_services.platform)) {
                pressLabel({control, label});
                return true;
            }
        }
    }
    return false;
}

void Editor::appendResults(std::string& text) const {
    annotation::appendResults(text, document());
}

void Editor::report(diagnostics::Diagnostic diagnostic) {
    m_onEvent({Event::Kind::Error, diagnosticDetail(diagnostic)});
    m_diagnostics.push_back(std::move(diagnostic));
}

void Editor::changed(Cause cause) {
    sheet().regions.takeChanges();
    const auto touched = sheet().update();
    sheet().findFaults(touched);
    reportFaults();
    if (m_candidates) {
        m_candidates->refresh(document());
    }
    updateHidden();
    // A gap that was filled is no problem any more; one that is still there stays in view.
    const auto gaps = std::ranges::any_of(m_diagnostics, isRefusal)
                          ? validate(m_interface, document(), sheet().hidden, itemCounter())
                          : diagnostics::Diagnostics();
    std::erase_if(m_diagnostics, [&gaps](const diagnostics::Diagnostic& problem) {
        return problem.code == diagnostics::Code::TooManyUsages ||
               (isRefusal(problem) && !std::ranges::contains(gaps, problem));
    });
    sendChange();
    tellRegions(touched, cause);
}

void Editor::sendChange() {
    updateHidden();
    m_onEvent(
        {Event::Kind::Change,
         json::writeJson({{"canUndo", sheet().history.canUndo()},
                          {"canRedo", sheet().history.canRedo()},
                          {"isDecided", isDecided(m_interface, document(), sheet().hidden)}})});
}

void Editor::updateHidden() {
    sheet().hidden = findHidden(m_interface, document(), sheet().regions.selection());
}

} // namespace cartouche::editor
