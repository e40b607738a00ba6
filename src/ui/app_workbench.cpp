// Annotations, dialogs and lists around the labeling interface.

#include "core/language/message.h"
#include "ui/app.h"
#include "ui/panels/panels.h"

#include <algorithm>
#include <utility>

namespace cartouche::ui {

namespace {

using editor::CommandId;

/// How many regions go, and how many stay.
std::string describeDeletion(const editor::Editor& editor) {
    const auto& regions = editor.regions().list();
    const auto kept = std::ranges::count_if(regions, [&editor](annotation::AreaHandle region) {
        return !editor.regions().isEditable(region);
    });
    const auto count = static_cast<std::ptrdiff_t>(regions.size()) - kept;
    return kept == 0
               ? language::say("question.delete-regions", {{"count", count}})
               : language::say("question.delete-some-regions", {{"count", count}, {"kept", kept}});
}

/// What is asked before a command is done; nothing: it can simply be undone.
std::optional<Workbench::Question> questionBefore(const editor::Editor& editor, CommandId command) {
    if (!editor.canExecute(command)) {
        return std::nullopt;
    }
    if (command == CommandId::DeleteAnnotation) {
        return Workbench::Question{language::say("question.delete-annotation"),
                                   language::say("question.delete"), command};
    }
    if (command == CommandId::DeleteAllRegions) {
        return Workbench::Question{describeDeletion(editor), language::say("question.delete"),
                                   command};
    }
    return std::nullopt;
}

} // namespace

void App::startAnnotation(const json::CheckedText& results) {
    touch();
    m_editor.startAnnotation(results);
}

void App::setKeymap(const json::CheckedText& keys) {
    touch();
    m_editor.setKeymap(keys);
}

void App::changeKeymap(const json::CheckedText& keys) {
    touch();
    m_editor.changeKeymap(keys);
}

void App::setReadonly(bool isReadonly) {
    touch();
    m_editor.setReadonly(isReadonly);
}

void App::setNeighbors(editor::Editor::Neighbors neighbors) {
    touch();
    m_editor.setNeighbors(neighbors);
}

bool App::selectAnnotation(std::string_view id) {
    touch();
    return m_editor.selectEntry(id);
}

std::string App::addAnnotation(annotation::Record record) {
    touch();
    return m_editor.addAnnotation(std::move(record)).id;
}

std::optional<std::string> App::copyAnnotation(std::string_view id) {
    touch();
    const editor::Entry* copy = m_editor.copyEntry(id);
    return copy == nullptr ? std::nullopt : std::optional(copy->id);
}

bool App::removeAnnotation(std::string_view id) {
    touch();
    return m_editor.removeAnnotation(id);
}

std::string App::takeJournal(std::span<const std::string> known,
                             std::span<const std::string> renew) {
    return m_editor.takeJournal(known, renew);
}

std::string App::resume(std::string_view id, annotation::Record record, bool isSubmitted) {
    touch();
    return m_editor.resume(id, std::move(record), isSubmitted);
}

bool App::markSaved(std::string_view id, std::string key) {
    touch();
    return m_editor.markSaved(id, std::move(key));
}

bool App::markUnsaved(std::string_view id) {
    touch();
    return m_editor.markUnsaved(id);
}

void App::setResults(std::string_view id, const json::CheckedText& results) {
    touch();
    m_editor.setResults(id, results);
}

std::size_t App::doToRegions(editor::Editor::RegionDeed deed, std::span<const std::string> ids) {
    touch();
    return m_editor.doToRegions(deed, ids);
}

bool App::updateRegion(std::string_view id, const json::CheckedText& results) {
    touch();
    return m_editor.updateRegion(id, results);
}

void App::setAssist(bool isOn, bool acceptsAll) {
    touch();
    m_editor.setAssist(isOn, acceptsAll);
}

void App::setSuggestions(const json::CheckedText& results) {
    touch();
    m_editor.setSuggestions(results);
}

void App::setPrivateData(editor::PrivateData::Mode mode, std::vector<std::string> types) {
    touch();
    m_editor.setPrivateData(mode, std::move(types));
}

void App::setExpressions(const json::CheckedText& list) {
    touch();
    const auto parsed = json::parseJson(list.text());
    auto expressions = editor::readExpressions(parsed.value_or(json::Json()));
    if (expressions) {
        m_editor.setExpressions(std::move(*expressions));
    } else {
        m_editor.report({diagnostics::Code::BadExpression, std::move(expressions.error()), {}});
    }
}

void App::setGroundTruth(std::string_view id, bool isGroundTruth) {
    touch();
    m_editor.setGroundTruth(id, isGroundTruth);
}

void App::step(std::uint32_t widget, double by) {
    touch();
    m_requests.steps[widget] += by;
}

void App::makeStyles() {
    constexpr double kFaint = 0.6;
    m_styles.emplace(m_editor.interface());
    m_faintStyles.emplace(m_editor.interface(), kFaint);
    m_viewStyles.emplace(m_editor.interface().root());
}

/// The region of a prediction that a press there is about: with the tool that selects in hand, and
/// where the annotation has none of its own.
std::optional<annotation::AreaHandle>
App::candidateAt(const Stage& stage, const editor::ImageWorkspace::Pointer& pointer) {
    constexpr double kReach = 6; // CSS pixels
    editor::Candidates* candidates = m_editor.candidates();
    editor::ImageWorkspace* offered =
        candidates == nullptr ? nullptr : candidates->findImage(*stage.image);
    if (offered == nullptr || pointer.button != 0 || stage.image->isBusy() ||
        stage.image->tool() != editor::ImageTool::Move || stage.image->find(pointer.at, kReach)) {
        return std::nullopt;
    }
    return offered->find(pointer.at, kReach);
}

/// A click on a region that is offered takes it over. True if the event was about that.
bool App::pressCandidate(const Stage& stage, PointerKind kind,
                         const editor::ImageWorkspace::Pointer& pointer) {
    if (kind == PointerKind::Down) {
        m_pressedCandidate = candidateAt(stage, pointer);
        m_isPressed = m_isPressed || m_pressedCandidate.has_value();
        return m_pressedCandidate.has_value();
    }
    if (!m_pressedCandidate) {
        return false;
    }
    if (kind == PointerKind::Up || kind == PointerKind::Cancel) {
        const auto pressed = std::exchange(m_pressedCandidate, std::nullopt);
        m_isPressed = false;
        if (kind == PointerKind::Up && candidateAt(stage, pointer) == pressed) {
            m_editor.accept({*pressed});
        }
    }
    return true;
}

bool App::execute(CommandId command) {
    touch();
    return open(command) || executeOnScreen(command) || executeNow(command);
}

/// True if the command opens something, or asks first.
bool App::open(CommandId command) {
    if (command == CommandId::OpenPalette) {
        openDialog();
        m_workbench.palette.emplace();
        return true;
    }
    if (command == CommandId::ShowHistory) {
        m_workbench.isHistoryShown = !m_workbench.isHistoryShown;
        return true;
    }
    if (m_editor.canExecute(command) &&
        m_editor.commentWish(command) != editor::Editor::CommentWish::None) {
        openDialog();
        m_workbench.comment = Workbench::Comment{.command = command};
        return true;
    }
    if (auto question = questionBefore(m_editor, command)) {
        openDialog();
        m_workbench.question = std::move(question);
        return true;
    }
    return false;
}

void App::openDialog() {
    if (!m_workbench.hasDialog()) {
        // A dialog that follows another one gives the focus back to where that had it from.
        m_workbench.focusedBefore = m_focusBack != 0 ? m_focusBack : m_focusedId;
        m_focusBack = 0;
    }
    m_workbench.closeDialogs();
    m_workbench.isFresh = true;
}

void App::closeDialog() {
    m_workbench.closeDialogs();
    m_focusBack = m_workbench.focusedBefore;
}

void App::drawDialogs(Context& context) {
    if (!m_workbench.hasDialog()) {
        return;
    }
    m_stages.clear(); // no image can be pressed under a dialog
    context.wishes.cursor = Cursor::Default;
    const bool isOpen = m_workbench.palette   ? drawCommandPalette(context)
                        : m_workbench.comment ? drawCommentDialog(context)
                                              : drawQuestion(context);
    m_workbench.isFresh = false;
    if (!isOpen) {
        closeDialog();
        touch();
    }
}

/// While a dialog is open, keys are its own; other hotkeys are not done behind it.
bool App::pressKeyInDialog(const editor::KeyPress& press) {
    if (press.key == "escape") {
        closeDialog();
        return true;
    }
    constexpr int kPage = 8;
    if (m_workbench.palette) {
        const int by = press.key == "arrowdown"  ? 1
                       : press.key == "arrowup"  ? -1
                       : press.key == "pagedown" ? kPage
                       : press.key == "pageup"   ? -kPage
                                                 : 0;
        auto& palette = *m_workbench.palette;
        palette.active = static_cast<std::size_t>(
            std::max(0, static_cast<int>(palette.active) + by)); // drawing knows the last one
        palette.isRevealing = true;
        return by != 0;
    }
    if (m_workbench.comment && editor::matchesHotkey(kSendKey, press, m_editor.platform())) {
        m_workbench.comment->isSent = true;
        return true;
    }
    return false;
}

} // namespace cartouche::ui
