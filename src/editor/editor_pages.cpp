// Pages of Repeaters: which are shown, and what comes along with them.

#include "editor/editor.h"

#include <algorithm>

namespace cartouche::editor {

void Editor::showPage(const config::Tag& repeater, std::size_t page) {
    m_pages.show(repeater, page);
    followPage();
}

void Editor::setPageSize(std::size_t size) {
    m_pages.setSize(size);
    followPage();
}

/// Tools and keys are about an image that is seen.
void Editor::followPage() {
    Sheet& shown = sheet();
    if (shown.activeImage == nullptr || m_pages.isShown(shown.activeImage->tag())) {
        return;
    }
    const auto seen = std::ranges::find_if(
        shown.images, [this](const auto& image) { return m_pages.isShown(image->tag()); });
    if (seen != shown.images.end()) {
        shown.activeImage = seen->get();
    }
}

void Editor::reveal(const config::Tag& tag) {
    if (m_pages.reveal(tag)) {
        followPage();
    }
}

bool Editor::canTurnPage(CommandId id) const {
    const config::Tag* repeater = m_pages.current();
    if (repeater == nullptr || !isVisible(*repeater)) {
        return false;
    }
    const std::size_t page = m_pages.page(*repeater);
    return id == CommandId::PreviousPage ? page > 0 : page + 1 < m_pages.pageCount(*repeater);
}

bool Editor::executeOnPages(CommandId id) {
    if (id != CommandId::NextPage && id != CommandId::PreviousPage) {
        return false;
    }
    const config::Tag& repeater = *m_pages.current();
    const std::size_t page = m_pages.page(repeater);
    showPage(repeater, id == CommandId::NextPage ? page + 1 : page - 1);
    return true;
}

} // namespace cartouche::editor
