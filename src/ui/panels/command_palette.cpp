// The command palette: everything that can be done, found by a few letters.

#include "core/language/message.h"
#include "ui/palette_rows.h"
#include "ui/panels/panels.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/text_field.h"

#include <algorithm>
#include <string>
#include <utility>

namespace cartouche::ui {

namespace {

constexpr float kWidth = 560.0F;
constexpr float kHeight = 460.0F;
constexpr float kPadding = 12.0F;
constexpr float kRowHeight = 38.0F;
constexpr TextStyle kRowStyle{metrics::kTextSize, Weight::Regular};
constexpr TextStyle kKeyStyle{metrics::kSmallTextSize, Weight::Regular};

void describeRow(Context& context, const Interaction& state, const PaletteRow& row, bool isActive,
                 const Box& box) {
    SemanticsNode node;
    node.id = state.id;
    node.role = "option";
    node.name = row.label;
    node.description = row.kind;
    node.keyShortcuts = row.keyShortcuts;
    node.isDisabled = !row.isEnabled;
    node.checked = isActive;
    node.box = box.corners();
    context.semantics.add(std::move(node));
}

/// True if it was pressed.
bool drawRow(Context& context, const PaletteRow& row, bool isActive, const Box& box) {
    const Palette& palette = context.palette;
    const Interaction state = interact(
        context, row.name, box, row.isEnabled ? Availability::Enabled : Availability::Disabled);
    if (isActive || state.isHovered) {
        context.painter.fill(box, isActive ? palette.accentSoft : palette.hovered, 6);
    }
    const float keyWidth = context.painter.measure(row.hotkey, kKeyStyle).x;
    const float kindWidth = context.painter.measure(row.kind, kKeyStyle).x;
    const Box key{box.right() - 12 - keyWidth, box.top, keyWidth, box.height};
    const Box kind{key.left - (keyWidth > 0 ? 16.0F : 0.0F) - kindWidth, box.top, kindWidth,
                   box.height};
    context.painter.textLine({box.left + 12, box.top, kind.left - box.left - 24, box.height},
                             row.label, row.isEnabled ? palette.text : palette.textMuted,
                             kRowStyle);
    context.painter.textLine(kind, row.kind, palette.textMuted, kKeyStyle);
    context.painter.textLine(key, row.hotkey, palette.text, kKeyStyle);
    describeRow(context, state, row, isActive, box);
    return state.isPressed;
}

void scrollToActive(Workbench::Palette& state, std::size_t count, float height) {
    const float row = static_cast<float>(state.active) * kRowHeight;
    const float end = std::max(0.0F, static_cast<float>(count) * kRowHeight - height);
    state.scroll = std::clamp(state.scroll, 0.0F, end);
    if (state.isRevealing) {
        state.scroll = std::clamp(state.scroll, row + kRowHeight - height, row);
        state.isRevealing = false;
    }
}

/// The rows that are seen; gives the one that was pressed.
std::optional<std::size_t> drawRows(Context& context, const std::vector<PaletteRow>& rows,
                                    const Box& box) {
    Workbench::Palette& state = *context.workbench.palette;
    scrollToActive(state, rows.size(), box.height);
    SemanticsNode list;
    list.id = ImGui::GetID("commands");
    list.role = "listbox";
    list.name = language::say("palette.title");
    list.box = box.corners();
    context.semantics.open(std::move(list));
    ImGui::PushClipRect(box.min(), box.max(), true);
    std::optional<std::size_t> pressed;
    const auto first = static_cast<std::size_t>(state.scroll / kRowHeight);
    const auto shown = static_cast<std::size_t>(box.height / kRowHeight) + 2;
    for (std::size_t index = first; index < std::min(first + shown, rows.size()); ++index) {
        const float top = box.top + static_cast<float>(index) * kRowHeight - state.scroll;
        if (drawRow(context, rows[index], index == state.active,
                    {box.left, top, box.width, kRowHeight})) {
            pressed = index;
        }
    }
    ImGui::PopClipRect();
    context.semantics.close();
    return pressed;
}

TextFieldResult drawField(Context& context, const std::vector<PaletteRow>& rows, const Box& box) {
    Workbench::Palette& state = *context.workbench.palette;
    const std::string label = language::say("palette.search");
    const std::string placeholder = language::say("palette.placeholder");
    TextField field{
        .key = "search", .label = label, .value = state.typed, .placeholder = placeholder};
    field.isCombobox = true;
    if (state.active < rows.size()) {
        const std::string& name = rows[state.active].name;
        field.activeDescendant = ImGui::GetID(name.data(), name.data() + name.size());
    }
    if (context.workbench.isFresh) {
        context.wishes.focused = ImGui::GetID("search");
    }
    return drawSearchField(context, field, box);
}

} // namespace

bool drawCommandPalette(Context& context) {
    Workbench::Palette& state = *context.workbench.palette;
    const Box box = dialogBox(kWidth, kHeight);
    bool isOpen = beginDialog(context, language::say("palette.title"), box) != Dismissal::Beside;
    const Box inner = box.inset(kPadding);
    std::vector<PaletteRow> rows = paletteRows(context, state.typed);
    const TextFieldResult input =
        drawField(context, rows, {inner.left, inner.top, inner.width, metrics::kControlHeight});
    if (input.hasChanged) {
        state = {.typed = input.value};
        rows = paletteRows(context, state.typed);
        context.wishes.needsFrame = true;
    }
    state.active = rows.empty() ? 0 : std::min(state.active, rows.size() - 1);
    const float top = inner.top + metrics::kControlHeight + metrics::kSmallGap;
    auto chosen = drawRows(context, rows, {inner.left, top, inner.width, inner.bottom() - top});
    if (rows.empty()) {
        context.painter.textLine({inner.left + 12, top, inner.width - 24, kRowHeight},
                                 language::say("palette.nothing"), context.palette.textMuted,
                                 kRowStyle);
    }
    if (input.isCommitted && state.active < rows.size()) {
        chosen = state.active;
    }
    if (chosen && rows[*chosen].isEnabled) {
        context.wishes.change = std::move(rows[*chosen].act);
        isOpen = false;
    }
    endDialog(context);
    return isOpen;
}

} // namespace cartouche::ui
