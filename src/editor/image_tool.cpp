#include "editor/image_tool.h"

#include <algorithm>
#include <array>

namespace cartouche::editor {

namespace {

using config::TagKind;

constexpr std::array kTools{
    ImageToolRow{ImageTool::Move, "tool:move", "tool.move", "v"},
    ImageToolRow{ImageTool::Pan, "tool:pan-image", "tool.pan", "h"},
    ImageToolRow{ImageTool::Rectangle, "tool:rect", "tool.rectangle", "r"},
    ImageToolRow{ImageTool::ThreePointRectangle, "tool:rect-3point", "tool.rectangle-by-points",
                 "shift+r"},
    ImageToolRow{ImageTool::Ellipse, "tool:ellipse", "tool.ellipse", "o"},
    ImageToolRow{ImageTool::Polygon, "tool:polygon", "tool.polygon", "p"},
    ImageToolRow{ImageTool::Vector, "tool:vector", "tool.vector", "p"},
    ImageToolRow{ImageTool::KeyPoint, "tool:key-point", "tool.key-point", "k"},
    ImageToolRow{ImageTool::Brush, "tool:brush", "tool.brush", "b"},
    ImageToolRow{ImageTool::Bitmask, "tool:bitmask", "tool.bitmask", "b"},
    ImageToolRow{ImageTool::Eraser, "tool:eraser", "tool.eraser", "e"},
    ImageToolRow{ImageTool::MagicWand, "tool:magic-wand", "tool.magic-wand", "w"},
};

} // namespace

std::span<const ImageToolRow> imageTools() {
    return kTools;
}

const ImageToolRow& imageToolRow(ImageTool tool) {
    return *std::ranges::find(kTools, tool, &ImageToolRow::tool);
}

std::optional<ImageTool> toolOf(TagKind control) {
    switch (control) {
    case TagKind::Rectangle:
    case TagKind::RectangleLabels:
    case TagKind::OcrLabels:
    case TagKind::PdfLabels:
        return ImageTool::Rectangle;
    case TagKind::Ellipse:
    case TagKind::EllipseLabels:
        return ImageTool::Ellipse;
    case TagKind::Polygon:
    case TagKind::PolygonLabels:
        return ImageTool::Polygon;
    case TagKind::Vector:
    case TagKind::VectorLabels:
        return ImageTool::Vector;
    case TagKind::KeyPoint:
    case TagKind::KeyPointLabels:
        return ImageTool::KeyPoint;
    case TagKind::Brush:
    case TagKind::BrushLabels:
        return ImageTool::Brush;
    case TagKind::Bitmask:
    case TagKind::BitmaskLabels:
        return ImageTool::Bitmask;
    case TagKind::MagicWand:
        return ImageTool::MagicWand;
    default:
        return std::nullopt;
    }
}

ImageTool firstToolLike(ImageTool tool) {
    return tool == ImageTool::ThreePointRectangle ? ImageTool::Rectangle : tool;
}

std::vector<const config::Control*> drawingControls(const config::LabelingInterface& interface,
                                                    const Assist& assist, std::string_view image) {
    std::vector<const config::Control*> controls;
    for (const config::Control& control : interface.controls()) {
        const bool isDrawing = toolOf(control.tag->kind()) && assist.allows(control);
        if (isDrawing && std::ranges::contains(control.toNames, image)) {
            controls.push_back(&control);
        }
    }
    return controls;
}

} // namespace cartouche::editor
