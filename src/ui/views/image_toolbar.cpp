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

/// What the host, the tag (spec/tags.md 3, Image) and its tools want buttons for. They are there
/// whichever tool is in hand, so that the image stays where it is.
std::vector<CommandIcon> commandsOf(const editor::Editor& editor,
                                    const editor::ImageWorkspace& workspace) {
    const config::Tag& image = workspace.tag();
    std::vector<CommandIcon> commands;
    if (editor.canAssist()) {
        commands = {{CommandId::ToggleAssist, Icon::Sparkle},
                    {CommandId::ToggleAcceptsAll, Icon::Check}};
    }
    commands.push_back({CommandId::SelectSeveral, Icon::SelectSeveral});
    if (image.flag("zoomControl") || image.kind() == config::TagKind::Pdf) {
        commands.push_back({CommandId::ZoomIn, Icon::ZoomIn});
        commands.push_back({CommandId::ZoomOut, Icon::ZoomOut});
        commands.push_back({CommandId::ZoomToFit, Icon::ZoomToFit});
    }
    if (image.flag("rotateControl")) {
        commands.push_back({CommandId::TurnLeft, Icon::TurnLeft});
        commands.push_back({CommandId::TurnRight, Icon::TurnRight});
    }
    if (std::ranges::contains(workspace.tools(), ImageTool::Eraser)) {
        commands.push_back({CommandId::GrowBrush, Icon::ArrowUp});
        commands.push_back({CommandId::ShrinkBrush, Icon::ArrowDown});
        commands.push_back({CommandId::TogglePressure, Icon::Pressure});
    }
    return commands;
}

bool isOfBrush(CommandId command) {
    return command == CommandId::GrowBrush || command == CommandId::ShrinkBrush ||
           command == CommandId::TogglePressure;
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

    /// `of`: the control that it draws for, where the tool alone does not say.
    bool tool(const editor::ImageToolRow& row, bool isChosen, std::string_view of = {}) {
        const std::string_view hotkey = m_context.editor.keymap().keyOf(row.name);
        Button button;
        button.key = of.empty() ? row.name : of;
        button.label = language::say(row.label);
        if (!of.empty()) {
            button.label = language::say("tool.for", {{"tool", button.label}, {"control", of}});
        }
        button.icon = iconOf(row.tool);
        button.isIconOnly = true;
        button.isChosen = isChosen;
        button.hotkey = editor::describeHotkey(hotkey, m_context.editor.platform());
        button.keyShortcuts = ariaKeyShortcuts(hotkey, m_context.editor.platform());
        return draw(button);
    }

    bool draw(const Button& button) {
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

/// Of several magic wands each has a button.
void drawTool(Context& context, editor::ImageWorkspace& image, ImageTool tool, Toolbar& toolbar) {
    const editor::ImageToolRow& row = editor::imageToolRow(tool);
    const bool isInHand = image.tool() == tool;
    const auto wands = image.wands();
    if (tool != ImageTool::MagicWand || wands.size() < 2) {
        if (toolbar.tool(row, isInHand)) {
            image.selectTool(tool);
            context.wishes.needsFrame = true;
        }
        return;
    }
    for (const config::Control* wand : wands) {
        if (toolbar.tool(row, isInHand && image.wand() == wand, wand->name)) {
            image.selectWand(*wand);
            context.wishes.needsFrame = true;
        }
    }
}

} // namespace

Box drawImageToolbar(Context& context, editor::ImageWorkspace& image, const Box& box) {
    const auto tools = image.tools();
    const auto commands = commandsOf(context.editor, image);
    const auto wands = image.wands();
    const std::size_t otherWands = wands.empty() ? 0 : wands.size() - 1;
    const auto count = static_cast<float>(tools.size() + otherWands + commands.size());
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
        drawTool(context, image, tool, toolbar);
    }
    if (lines == 1) {
        toolbar.space();
    }
    for (const auto& [command, icon] : commands) {
        Button button = commandButton(context, command, icon);
        button.availability = isOfBrush(command) && !image.hasBrush() ? Availability::Disabled
                                                                      : Availability::Enabled;
        if (toolbar.draw(button)) {
            context.editor.setActiveImage(image);
            context.wishes.command = command;
        }
    }
    context.semantics.close();
    return isUpright ? Box{box.left + thickness, box.top, box.width - thickness, box.height}
                     : Box{box.left, box.top + thickness, box.width, box.height - thickness};
}

} // namespace cartouche::ui
