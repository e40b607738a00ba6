#include "ui/widgets/command_button.h"

#include "core/language/message.h"
#include "ui/hotkey_text.h"
#include "ui/workbench.h"

#include <optional>
#include <utility>

namespace cartouche::ui {

namespace {

/// Of what stays on until it is pressed again.
std::optional<bool> isChosen(const Context& context, editor::CommandId id) {
    switch (id) {
    case editor::CommandId::Relate:
        return context.editor.regions().isRelating();
    case editor::CommandId::SelectSeveral:
        return context.editor.regions().selectsSeveral();
    case editor::CommandId::TogglePressure: {
        const editor::ImageWorkspace* image = context.editor.activeImage();
        return image != nullptr && image->isPressureSized();
    }
    case editor::CommandId::ToggleGroundTruth:
        return context.editor.current().record.isGroundTruth;
    case editor::CommandId::ShowPredictions:
        return context.editor.candidates() != nullptr &&
               context.editor.offer() != editor::Editor::Offer::Found;
    case editor::CommandId::ToggleAssist:
        return context.editor.assist().isOn;
    case editor::CommandId::ToggleAcceptsAll:
        return context.editor.assist().acceptsAll;
    case editor::CommandId::Compare:
        return context.editor.comparison() != nullptr;
    case editor::CommandId::LinkViews:
        return context.editor.comparison() != nullptr && context.editor.comparison()->isLinked();
    case editor::CommandId::ShowHistory:
        return context.workbench.isHistoryShown;
    default:
        return std::nullopt;
    }
}

} // namespace

Button commandButton(const Context& context, editor::CommandId id) {
    const editor::Command& command = editor::commandRow(id);
    Button button;
    button.key = command.name;
    button.label = language::say(command.label);
    button.availability =
        context.editor.canExecute(id) ? Availability::Enabled : Availability::Disabled;
    button.isChosen = isChosen(context, id);
    const std::string_view key = context.editor.keyOf(id);
    button.hotkey = editor::describeHotkey(key, context.editor.platform());
    button.keyShortcuts = ariaKeyShortcuts(key, context.editor.platform());
    return button;
}

Button commandButton(const Context& context, editor::CommandId id, Icon icon) {
    Button button = commandButton(context, id);
    button.icon = icon;
    button.isIconOnly = true;
    return button;
}

float drawCommandRow(Context& context, std::string_view name, std::span<const CommandIcon> row,
                     const Box& box, float gap) {
    SemanticsNode toolbar;
    toolbar.id = ImGui::GetID(name.data(), name.data() + name.size());
    toolbar.role = "toolbar";
    toolbar.name = name;
    toolbar.box = box.corners();
    context.semantics.open(std::move(toolbar));
    float left = box.left;
    for (const auto& [command, icon] : row) {
        if (drawButton(context, commandButton(context, command, icon),
                       {left, box.top, box.height, box.height})) {
            context.wishes.command = command;
        }
        left += box.height + gap;
    }
    context.semantics.close();
    return left;
}

} // namespace cartouche::ui
