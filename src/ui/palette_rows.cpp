#include "ui/palette_rows.h"

#include "core/language/message.h"
#include "editor/fuzzy.h"
#include "editor/image_tool.h"
#include "ui/hotkey_text.h"

#include <algorithm>
#include <format>
#include <functional>
#include <utility>

namespace cartouche::ui {

namespace {

class Rows {
public:
    Rows(const Context& context, std::string_view typed) : m_context(context), m_typed(typed) {}

    /// `name` is what hosts and the keymap call it.
    void add(PaletteRow row, std::string_view key) {
        const auto byLabel = editor::fuzzyScore(m_typed, row.label);
        const auto byName = editor::fuzzyScore(m_typed, row.name);
        if (!byLabel && !byName) {
            return;
        }
        row.score = std::max(byLabel.value_or(0) * 2, byName.value_or(0));
        row.hotkey = editor::describeHotkey(key, m_context.editor.platform());
        row.keyShortcuts = ariaKeyShortcuts(key, m_context.editor.platform());
        rows.push_back(std::move(row));
    }

    std::vector<PaletteRow> rows;

private:
    const Context& m_context;
    std::string_view m_typed;
};

void addCommands(Rows& rows, const Context& context) {
    for (const editor::Command& command : editor::commandTable()) {
        if (command.id != editor::CommandId::OpenPalette) {
            rows.add({.name = std::string(command.name),
                      .label = language::say(command.label),
                      .kind = language::say("palette.command"),
                      .isEnabled = context.editor.canExecute(command.id),
                      .act = command.id},
                     context.editor.keyOf(command.id));
        }
    }
}

void addTools(Rows& rows, const Context& context) {
    const editor::ImageWorkspace* image = context.editor.activeImage();
    if (image == nullptr || !image->canDraw()) {
        return;
    }
    for (const editor::ImageTool tool : image->tools()) {
        const editor::ImageToolRow& row = editor::imageToolRow(tool);
        rows.add({.name = std::string(row.name),
                  .label = language::say(row.label),
                  .kind = language::say("palette.tool"),
                  .act =
                      [tool](editor::Editor& editor) {
                          if (editor::ImageWorkspace* active = editor.activeImage()) {
                              active->selectTool(tool);
                          }
                      }},
                 context.editor.keymap().keyOf(row.name));
    }
}

void addLabels(Rows& rows, const Context& context) {
    const editor::Editor& editor = context.editor;
    for (const config::LabelsControl& control : editor.interface().labels()) {
        for (const config::Label& label : control.labels) {
            if (editor.isVisible(*control.tag)) {
                rows.add({.name = std::format("{}:{}", control.name, label.stored),
                          .label = label.display,
                          .kind = control.name,
                          .isEnabled = !editor.isReadonly(),
                          .act = [&control, &label](
                                     editor::Editor& on) { on.regions().press({control, label}); }},
                         label.hotkey);
            }
        }
    }
}

void addChoices(Rows& rows, const Context& context) {
    const editor::Editor& editor = context.editor;
    for (const config::ChoicesControl& control : editor.interface().choices()) {
        for (const config::Choice& choice : control.choices) {
            if (editor.isVisible(*control.tag)) {
                rows.add({.name = std::format("{}:{}", control.name, choice.stored),
                          .label = choice.display,
                          .kind = control.name,
                          .isEnabled =
                              editor.canAnswer(editor.controlOf(control)) && !editor.isReadonly(),
                          .act = [&control, &choice](
                                     editor::Editor& on) { on.toggleChoice(control, choice); }},
                         choice.hotkey);
            }
        }
    }
}

} // namespace

std::vector<PaletteRow> paletteRows(const Context& context, std::string_view typed) {
    Rows rows(context, typed);
    addCommands(rows, context);
    addTools(rows, context);
    addLabels(rows, context);
    addChoices(rows, context);
    std::ranges::stable_sort(rows.rows, std::ranges::greater(), [](const PaletteRow& row) {
        return std::pair(row.isEnabled, row.score);
    });
    return std::move(rows.rows);
}

} // namespace cartouche::ui
