// While annotations are compared: keys, the focus, and what is dropped when it ends.

#include "ui/app.h"

#include <utility>

namespace cartouche::ui {

namespace {

constexpr float kLine = 60; // CSS pixels that an arrow key scrolls
constexpr float kPage = 400;

ImVec2 scrollBy(std::string_view key) {
    return key == "arrowdown"    ? ImVec2(0, kLine)
           : key == "arrowup"    ? ImVec2(0, -kLine)
           : key == "arrowright" ? ImVec2(kLine, 0)
           : key == "arrowleft"  ? ImVec2(-kLine, 0)
           : key == "pagedown"   ? ImVec2(0, kPage)
           : key == "pageup"     ? ImVec2(0, -kPage)
                                 : ImVec2(0, 0);
}

} // namespace

/// The focus comes back to where it was.
bool App::toggleComparison() {
    const bool isOpening = m_editor.comparison() == nullptr;
    if (!m_editor.execute(editor::CommandId::Compare)) {
        return false;
    }
    m_stages.clear();
    m_pointed = nullptr;
    m_isPressed = false;
    m_workbench.isComparisonFresh = isOpening;
    if (isOpening) {
        // From a dialog, the focus goes to where that had it from.
        m_workbench.focusedBeforeComparison = m_focusBack != 0 ? m_focusBack : m_focusedId;
        m_workbench.leadingHeader = 0;
    } else {
        m_focusBack = std::exchange(m_workbench.focusedBeforeComparison, 0);
    }
    return true;
}

bool App::pressKeyInComparison(const editor::KeyPress& press) {
    if (pressCommandKey(press)) {
        return true;
    }
    const bool isPlain = !press.control && !press.alt && !press.meta;
    return isPlain && !m_scrollAreas.empty() && scroll(m_scrollAreas.back(), scrollBy(press.key));
}

/// Before its sheets go: nothing may refer to them any more.
void App::forgetComparison() {
    m_stages.clear();
    m_pointed = nullptr;
    m_isPressed = false;
    editor::Comparison& comparison = *m_editor.comparison();
    for (std::size_t column = 0; m_layers && column < comparison.count(); ++column) {
        if (const editor::Sheet* sheet = comparison.findSheet(column)) {
            for (const auto& image : sheet->images) {
                m_layers->forget(*image);
            }
        }
    }
}

} // namespace cartouche::ui
