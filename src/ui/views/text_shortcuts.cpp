#include "ui/views/text_shortcuts.h"

#include "ui/colors.h"
#include "ui/widgets/label_chip.h"
#include "ui/widgets/wrapped.h"

#include <string>
#include <vector>

namespace cartouche::ui {

namespace {

constexpr float kHeight = 30.0F;
constexpr float kGap = 6.0F;

struct TextShortcut {
    std::string text;
    std::string shown;
    std::string hotkey;
    Color color = 0;
};

std::vector<TextShortcut> shortcutsOf(const Context& context, const config::Tag& textArea) {
    std::vector<TextShortcut> shortcuts;
    for (const auto& child : textArea.children()) {
        if (child->kind() != config::TagKind::Shortcut) {
            continue;
        }
        const json::Json value = context.editor.resolve(child->text("value"));
        const std::string text = value.is_string() ? value.get<std::string>() : "";
        const std::string_view alias = child->text("alias");
        const auto color = config::parseCssColor(child->text("background"));
        if (!text.empty()) {
            shortcuts.push_back({text, alias.empty() ? text : std::string(alias),
                                 std::string(child->text("hotkey")),
                                 color ? packed(*color) : context.palette.textMuted});
        }
    }
    return shortcuts;
}

LabelChip chipOf(const Context& context, const TextShortcut& shortcut) {
    LabelChip chip;
    chip.key = "shortcut";
    chip.label = shortcut.shown;
    chip.hotkey = editor::describeHotkey(shortcut.hotkey, context.editor.platform());
    chip.color = shortcut.color;
    chip.role = "button";
    return chip;
}

std::vector<Box> placeShortcuts(const Context& context, const std::vector<TextShortcut>& shortcuts,
                                float width) {
    std::vector<float> widths;
    for (const TextShortcut& shortcut : shortcuts) {
        widths.push_back(labelChipWidth(context, chipOf(context, shortcut)));
    }
    return wrapBoxes(widths, width, kHeight, kGap);
}

} // namespace

float textShortcutsHeight(const Context& context, const config::Tag& textArea, float width) {
    const auto boxes = placeShortcuts(context, shortcutsOf(context, textArea), width);
    return boxes.empty() ? 0 : wrappedHeight(boxes) + kGap;
}

void drawTextShortcuts(Context& context, const config::Tag& textArea, std::uint32_t field,
                       const Box& box) {
    const auto shortcuts = shortcutsOf(context, textArea);
    const auto boxes = placeShortcuts(context, shortcuts, box.width);
    for (std::size_t index = 0; index < boxes.size(); ++index) {
        const TextShortcut& shortcut = shortcuts[index];
        ImGui::PushID(static_cast<int>(index));
        Box place = boxes[index];
        place.left += box.left;
        place.top += box.top;
        if (drawLabelChip(context, chipOf(context, shortcut), place)) {
            context.wishes.insertion = Insertion{field, shortcut.text};
        }
        ImGui::PopID();
        if (!shortcut.hotkey.empty()) {
            context.typingKeys.push_back({shortcut.hotkey, {field, shortcut.text}});
        }
    }
}

} // namespace cartouche::ui
