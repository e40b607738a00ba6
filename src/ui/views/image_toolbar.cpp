#include "ui/views/image_toolbar.h"

#include "core/language/message.h"
#include "ui/hotkey_text.h"
#include "ui/widgets/command_button.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

namespace cartouche::ui {

namespace {

using editor::CommandId;
using editor::ImageTool;

constexpr float kSize = 36.0F;
constexpr float kGap = 4.0F;

/// What the host, the tag (spec/tags.md 3, Image) and the tool in hand want buttons for.
std::vector<CommandIcon> commandsOf(const editor::Editor& editor,
                                    const editor::ImageWorkspace& workspace) {
    const config::Tag& image = workspace.tag();
    std::vector<CommandIcon> commands;
    if (editor.canAssist()) {
        commands = {{CommandId::ToggleAssist, Icon::Sparkle},
                    {CommandId::ToggleAcceptsAll, Icon::Check}};
    }
    if (image.flag("zoomControl") || image.kind() == config::TagKind::Pdf) {
        commands.push_back({CommandId::ZoomIn, Icon::ZoomIn});
        commands.push_back({CommandId::ZoomOut, Icon::ZoomOut});
        commands.push_back({CommandId::ZoomToFit, Icon::ZoomToFit});
    }
    if (image.flag("rotateControl")) {
        commands.push_back({CommandId::TurnLeft, Icon::TurnLeft});
        commands.push_back({CommandId::TurnRight, Icon::TurnRight});
    }
    if (workspace.hasBrush()) {
        commands.push_back({CommandId::GrowBrush, Icon::ArrowUp});
        commands.push_back({CommandId::ShrinkBrush, Icon::ArrowDown});
    }
    return commands;
}

Icon iconOf(ImageTool tool) {
    switch (tool) {
    case ImageTool::Move:
        return Icon::Arrow;
    case ImageTool::Pan:
        return Icon::Hand;
    case ImageTool::Rectangle:
        return Icon::Rectangle;
    case ImageTool::ThreePointRectangle:
        return Icon::TurnedRectangle;
    case ImageTool::Ellipse:
        return Icon::Ellipse;
    case ImageTool::Polygon:
        return Icon::Polygon;
    case ImageTool::Vector:
        return Icon::Vector;
    case ImageTool::KeyPoint:
        return Icon::KeyPoint;
    case ImageTool::Brush:
        return Icon::Brush;
    case ImageTool::Bitmask:
        return Icon::Bitmask;
    case ImageTool::Eraser:
        return Icon::Eraser;
    case ImageTool::MagicWand:
        return Icon::MagicWand;
    }
    return Icon::Arrow;
}

class Toolbar {
public:
    Toolbar(Context& context, const Box& box, bool isUpright)
        : m_context(context), m_isUpright(isUpright), m_left(box.left + kGap), m_right(box.right()),
          m_next{m_left, box.top + kGap, kSize, kSize} {}

    bool button(std::string_view key, language::Key label, Icon icon,
                std::optional<bool> isChosen) {
        const std::string_view hotkey = m_context.editor.keymap().keyOf(key);
        Button button;
        button.key = key;
        button.label = language::say(label);
        button.icon = icon;
        button.isIconOnly = true;
        button.isChosen = isChosen;
        button.hotkey = editor::describeHotkey(hotkey, m_context.editor.platform());
        button.keyShortcuts = ariaKeyShortcuts(hotkey, m_context.editor.platform());
        if (!m_isUpright && m_next.right() > m_right) { // another row
            m_next.left = m_left;
            m_next.top += kSize + kGap;
        }
        const bool isPressed = drawButton(m_context, button, m_next);
        (m_isUpright ? m_next.top : m_next.left) += kSize + kGap;
        return isPressed;
    }

    void space() { (m_isUpright ? m_next.top : m_next.left) += 2 * kGap; }

private:
    Context& m_context;
    bool m_isUpright;
    float m_left;
    float m_right;
    Box m_next;
};

} // namespace

Box drawImageToolbar(Context& context, editor::ImageWorkspace& image, const Box& box) {
    const auto tools = image.tools();
    const auto commands = commandsOf(context.editor, image);
    const auto count = static_cast<float>(tools.size() + commands.size());
    const bool isUpright = box.height >= count * (kSize + kGap) + 4 * kGap;
    const float perRow = std::max(1.0F, std::floor((box.width - 3 * kGap) / (kSize + kGap)));
    const float lines = isUpright ? 1 : std::ceil(count / perRow);
    const float thickness = lines * (kSize + kGap) + kGap;
    SemanticsNode node;
    node.id = ImGui::GetID("tools");
    node.role = "toolbar";
    node.name = language::say("image.tools");
    node.box = {box.left, box.top, isUpright ? box.left + thickness : box.right(),
                isUpright ? box.bottom() : box.top + thickness};
    context.semantics.open(std::move(node));
    Toolbar toolbar(context, box, isUpright);
    for (const ImageTool tool : tools) {
        const editor::ImageToolRow& row = editor::imageToolRow(tool);
        if (toolbar.button(row.name, row.label, iconOf(tool), image.tool() == tool)) {
            image.selectTool(tool);
            context.wishes.needsFrame = true;
        }
    }
    if (lines == 1) {
        toolbar.space();
    }
    for (const auto& [command, icon] : commands) {
        const editor::Command& row = editor::commandRow(command);
        const Button button = commandButton(context, command);
        if (toolbar.button(row.name, row.label, icon, button.isChosen)) {
            context.editor.setActiveImage(image);
            context.wishes.command = command;
        }
    }
    context.semantics.close();
    return isUpright ? Box{box.left + thickness, box.top, box.width - thickness, box.height}
                     : Box{box.left, box.top + thickness, box.width, box.height - thickness};
}

} // namespace cartouche::ui
