#include "ui/palette_rows.h"

#include "core/language/message.h"
#include "editor/fuzzy.h"
#include "editor/image_tool.h"
#include "editor/offered_labels.h"
#include "ui/hotkey_text.h"

#include <algorithm>
#include <format>
#include <functional>
#include <iterator>
#include <limits>
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

    std::string_view typed() const { return m_typed; }

    std::vector<PaletteRow> rows;

private:
    const Context& m_context;
    std::string_view m_typed;
};

/// The items of Taxonomies that fit best, of all that fit.
class FoundItems {
public:
    explicit FoundItems(std::string_view typed) : m_typed(typed) {}

    void add(const editor::OfferedLabel& item) {
        const auto score =
            m_typed.empty() ? std::nullopt : editor::fuzzyScore(m_typed, item.display());
        if (score && (m_found.size() < kMost || *score > m_least)) {
            m_found.push_back({*score, item});
            if (m_found.size() == 2 * kMost) {
                keepBest();
            }
        }
    }
    std::vector<editor::OfferedLabel> best() {
        keepBest();
        std::vector<editor::OfferedLabel> items;
        std::ranges::transform(m_found, std::back_inserter(items), &Found::item);
        return items;
    }

private:
    static constexpr std::size_t kMost = 50; // nobody scrolls through more
    static constexpr int kNoScore = std::numeric_limits<int>::min();
    struct Found {
        int score = 0;
        editor::OfferedLabel item;
    };

    void keepBest() {
        std::ranges::stable_sort(m_found, std::ranges::greater(), &Found::score);
        m_found.erase(m_found.begin() +
                          static_cast<std::ptrdiff_t>(std::min(m_found.size(), kMost)),
                      m_found.end());
        m_least = m_found.size() < kMost ? kNoScore : m_found.back().score;
    }

    std::string_view m_typed;
    std::vector<Found> m_found;
    int m_least = kNoScore; // of the best ones, once there are enough
};

void addLabel(Rows& rows, const Context& context, const editor::OfferedLabel& offered) {
    const editor::RegionLabel label = offered.label();
    std::string name(offered.control().name());
    for (const std::string& part : label.path) {
        name += ':' + part;
    }
    const std::string holders = offered.holders();
    rows.add({.name = std::move(name),
              .label = std::string(offered.display()),
              .kind = holders.empty() ? std::string(offered.control().name()) : holders,
              .isEnabled = !context.editor.isReadonly(),
              .act = [label](editor::Editor& on) { on.pressLabel(label); }},
             offered.hotkey());
}

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

/// Those of a Taxonomy are perhaps 50,000, and are only found.
void addLabels(Rows& rows, const Context& context) {
    const editor::Editor& editor = context.editor;
    FoundItems items(rows.typed());
    editor::visitLabels(editor.interface(), [&](const editor::OfferedLabel& label) {
        if (label.taxonomy != nullptr) {
            items.add(label);
        } else if (editor.isVisible(label.control())) {
            addLabel(rows, context, label);
        }
        return true;
    });
    for (const editor::OfferedLabel& item : items.best()) {
        if (editor.isVisible(item.control())) {
            addLabel(rows, context, item);
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
