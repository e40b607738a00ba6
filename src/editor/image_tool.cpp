#include "editor/image_tool.h"

#include <algorithm>
#include <array>

namespace cartouche::editor {

namespace {

using config::TagKind;

constexpr std::array kTools{
    ImageToolRow{ImageTool::Move, "tool:move", "Select and move", "v"},
    ImageToolRow{ImageTool::Pan, "tool:pan-image", "Pan", "h"},
    ImageToolRow{ImageTool::Rectangle, "tool:rect", "Rectangle", "r"},
    ImageToolRow{ImageTool::Ellipse, "tool:ellipse", "Ellipse", "o"},
    ImageToolRow{ImageTool::Polygon, "tool:polygon", "Polygon", "p"},
    ImageToolRow{ImageTool::KeyPoint, "tool:key-point", "Key point", "k"},
    ImageToolRow{ImageTool::Brush, "tool:brush", "Brush", "b"},
    ImageToolRow{ImageTool::Eraser, "tool:eraser", "Eraser", "e"},
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
        return ImageTool::Rectangle;
    case TagKind::Ellipse:
    case TagKind::EllipseLabels:
        return ImageTool::Ellipse;
    case TagKind::Polygon:
    case TagKind::PolygonLabels:
        return ImageTool::Polygon;
    case TagKind::KeyPoint:
    case TagKind::KeyPointLabels:
        return ImageTool::KeyPoint;
    case TagKind::Brush:
    case TagKind::BrushLabels:
        return ImageTool::Brush;
    default:
        return std::nullopt;
    }
}

std::vector<const config::Control*> drawingControls(const config::LabelingInterface& interface,
                                                    std::string_view image) {
    std::vector<const config::Control*> controls;
    for (const config::Control& control : interface.controls()) {
        if (toolOf(control.tag->kind()) && std::ranges::contains(control.toNames, image)) {
            controls.push_back(&control);
        }
    }
    return controls;
}

} // namespace cartouche::editor
