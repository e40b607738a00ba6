#pragma once

#include "core/config/labeling_interface.h"
#include "core/geometry/shapes.h"
#include "core/language/message.h"
#include "editor/assist.h"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace cartouche::editor {

/// What a press on an image does.
enum class ImageTool {
    Move,
    Pan,
    Rectangle,
    ThreePointRectangle,
    Ellipse,
    Polygon,
    Vector,
    KeyPoint,
    Brush,
    Bitmask,
    Eraser,
    MagicWand
};

/// One tool a row: toolbar, tooltips and hotkeys are made from this table.
struct ImageToolRow {
    ImageTool tool;
    /// As in the reference keymap (spec/embedding.md 6).
    std::string_view name;
    language::Key label;
    std::string_view hotkey;
};

std::span<const ImageToolRow> imageTools();
const ImageToolRow& imageToolRow(ImageTool tool);

/// The tool that draws for a kind of control, the first if there are several; nothing for those
/// that draw nothing on images.
std::optional<ImageTool> toolOf(config::TagKind control);
/// The tool that draws for the same controls as this one: itself, or the first of several.
ImageTool firstToolLike(ImageTool tool);

/// The controls that draw on an image, in document order.
std::vector<const config::Control*> drawingControls(const config::LabelingInterface& interface,
                                                    const Assist& assist, std::string_view image);

} // namespace cartouche::editor
