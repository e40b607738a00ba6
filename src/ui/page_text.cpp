#include "ui/page_text.h"

#include <imgui_internal.h>

#include <string>

namespace cartouche::ui {

bool hasGlyphs(std::string_view text) {
    const char* at = text.data();
    const char* end = at + text.size();
    while (at < end) {
        unsigned int character = 0;
        at += ImTextCharFromUtf8(&character, at, end);
        const bool isIn = character <= IM_UNICODE_CODEPOINT_MAX &&
                          ImGui::GetFont()->IsGlyphInFont(static_cast<ImWchar>(character));
        if (!isIn) {
            return false;
        }
    }
    return true;
}

void drawAnyLine(Context& context, std::string_view key, const Box& box, std::string_view text,
                 Color color, TextStyle style) {
    if (hasGlyphs(text)) {
        context.painter.textLine(box, text, color, style);
        return;
    }
    SemanticsNode node;
    node.id = ImGui::GetID(key.data(), key.data() + key.size());
    node.role = "shown";
    node.name = text;
    node.box = box.corners();
    context.semantics.add(std::move(node));
}

} // namespace cartouche::ui
