// Regions taken to a clipboard, and from one.

#include "core/language/message.h"
#include "editor/clipboard.h"
#include "editor/editor.h"

#include <utility>

namespace cartouche::editor {

std::optional<std::string> Editor::copyRegions() const {
    return m_comparison || sheet().regions.selection().empty()
               ? std::nullopt
               : std::optional(writeRegions(document(), sheet().regions.selection()));
}

Editor::Pasted Editor::pasteRegions(std::string text) {
    if (m_comparison) {
        return {.message = language::say("clipboard.comparing")};
    }
    const PasteTarget target{m_interface, [this](std::string_view object) {
                                 const ImageWorkspace* image = findImage(object);
                                 return image != nullptr && image->hasImage()
                                            ? std::optional(image->viewport().image())
                                            : std::nullopt;
                             }};
    auto clipped = readRegions(std::move(text), target, m_services.newId);
    if (!clipped) {
        return {.message = std::move(clipped.error())};
    }
    Pasted pasted{.count = clipped->areas.size()};
    pasted.message = clipped->leftOut == 0
                         ? language::say("clipboard.pasted", {{"count", pasted.count}})
                         : language::say("clipboard.pasted-partly", {{"count", pasted.count},
                                                                     {"leftOut", clipped->leftOut},
                                                                     {"reason", clipped->reason}});
    for (annotation::Area& area : clipped->areas) {
        const ImageWorkspace* image = findImage(area.object.text());
        if (image != nullptr) { // of several images, the one that is shown
            area.item = image->itemOfNew();
        }
    }
    dropGestures();
    sheet().history.keepText(clipped->text);
    sheet().regions.insert(language::later("history.paste"), std::move(clipped->areas),
                           clipped->relations);
    return pasted;
}

} // namespace cartouche::editor
