#include "ui/widgets/command_button.h"

#include "ui/hotkey_text.h"

namespace cartouche::ui {

Button commandButton(const Context& context, editor::CommandId id) {
    const editor::Command& command = editor::commandRow(id);
    Button button;
    button.key = command.name;
    button.label = command.label;
    button.availability =
        context.editor.canExecute(id) ? Availability::Enabled : Availability::Disabled;
    const std::string_view key = context.editor.keymap().keyOf(command.name);
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

} // namespace cartouche::ui
