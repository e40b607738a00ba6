// Commands that are the screen's: they ask something, or move the focus.

#include "core/language/message.h"
#include "ui/app.h"

#include <utility>

namespace cartouche::ui {

/// False if the command is the editor's alone.
bool App::executeOnScreen(editor::CommandId command) {
    if (!m_editor.canExecute(command)) {
        return false;
    }
    switch (command) {
    case editor::CommandId::EditNote:
        m_sidePanel.isNoteWanted = true;
        openSideTab(SideTab::Regions);
        return true;
    case editor::CommandId::NestRegions:
        if (!m_sidePanel.list.nestSelected()) {
            m_notice = {.text = language::say("regions.nothing-above")};
        }
        return true;
    case editor::CommandId::SearchText:
        m_sidePanel.isSearchWanted = true;
        openSideTab(SideTab::Find);
        return true;
    case editor::CommandId::FindAgain:
        openSideTab(SideTab::Find);
        return false; // what is found is the editor's
    case editor::CommandId::FocusRegion:
        m_requests.attention = attentionFor(*m_editor.findRegionControl());
        return true;
    case editor::CommandId::Compare:
        return toggleComparison();
    case editor::CommandId::Exit:
        return m_editor.comparison() != nullptr && toggleComparison();
    default:
        return false;
    }
}

void App::openSideTab(SideTab tab) {
    m_sidePanel.tab = tab;
    m_sidePanel.focusBefore = m_focusedId;
    m_sidePanel.isSheetOpen = true; // where the panel has no place of its own
}

std::optional<std::string> App::copyRegions() {
    touch();
    const auto text = m_editor.copyRegions();
    if (text) {
        const std::size_t count = m_editor.regions().selection().size();
        m_notice = {.text = language::say("clipboard.copied", {{"count", count}})};
    }
    return text;
}

std::size_t App::pasteRegions(std::string text) {
    touch();
    editor::Editor::Pasted pasted = m_editor.pasteRegions(std::move(text));
    m_notice = {.kind = pasted.count > 0 ? Notice::Kind::Info : Notice::Kind::Error,
                .text = std::move(pasted.message)};
    return pasted.count;
}

} // namespace cartouche::ui
