#include "ui/region_parts.h"

#include "core/geometry/path_lines.h"
#include "core/geometry/rotated_box.h"
#include "core/geometry/triangulation.h"
#include "ui/colors.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numbers>
#include <variant>

namespace cartouche::ui {

namespace {

using editor::RegionStyle;
using geometry::Point;

constexpr float kPointRadius = 4.0F; // CSS pixels, of a key point that no KeyPoint has drawn
constexpr Color kWhite = 0xFFFFFFFF;

render::ShapeInstance boxInstance(const geometry::RotatedBox& box, const RegionStyle& style) {
    const double angle = box.rotation * std::numbers::pi / 180;
    return {.x = static_cast<float>(box.center.x),
            .y = static_cast<float>(box.center.y),
            .halfWidth = static_cast<float>(box.width / 2),
            .halfHeight = static_cast<float>(box.height / 2),
            .cosine = static_cast<float>(std::cos(angle)),
            .sine = static_cast<float>(std::sin(angle)),
            .fillColor = packed(style.fill),
            .strokeColor = packed(style.stroke),
            .strokeWidthPx = static_cast<float>(style.strokeWidth)};
}

/// White where the fill would hide it.
Color ringColor(const RegionStyle& style) {
    constexpr Color kOpaque = 0x00FFFFFF;
    const bool isSame = (packed(style.fill) & kOpaque) == (packed(style.stroke) & kOpaque);
    return isSame ? kWhite : packed(style.stroke);
}

render::ShapeInstance pointInstance(const geometry::KeyPoint& point, const RegionStyle& style,
                                    geometry::Size image) {
    const Point place = geometry::toPixels({point.x, point.y}, image);
    const bool isStyled = style.pointRadius > 0;
    const float radius = isStyled ? static_cast<float>(style.pointRadius) : kPointRadius;
    return {.x = static_cast<float>(place.x),
            .y = static_cast<float>(place.y),
            .halfWidth = radius,
            .halfHeight = radius,
            .fillColor = packed(isStyled ? style.fill : style.stroke),
            .strokeColor = ringColor(style),
            .strokeWidthPx = 1,
            .sizeUnit = render::SizeUnit::screenPixels};
}

void addOutline(RegionParts& parts, const std::vector<Point>& pixels, bool isClosed,
                const RegionStyle& style) {
    const std::size_t count = pixels.size();
    for (std::size_t index = 0; index + (isClosed ? 0 : 1) < count; ++index) {
        const Point& from = pixels[index];
        const Point& to = pixels[(index + 1) % count];
        parts.lines.push_back({.startX = static_cast<float>(from.x),
                               .startY = static_cast<float>(from.y),
                               .endX = static_cast<float>(to.x),
                               .endY = static_cast<float>(to.y),
                               .color = packed(style.stroke),
                               .widthPx = static_cast<float>(style.strokeWidth)});
    }
}

void addFill(RegionParts& parts, const std::vector<Point>& pixels, const RegionStyle& style) {
    const auto first = static_cast<std::uint32_t>(parts.corners.size());
    for (const Point& pixel : pixels) {
        parts.corners.push_back(
            {static_cast<float>(pixel.x), static_cast<float>(pixel.y), packed(style.fill)});
    }
    for (const std::uint32_t index : geometry::triangulate(pixels)) {
        parts.triangles.push_back(first + index);
    }
}

void addPolygon(RegionParts& parts, const geometry::Polygon& polygon, const RegionStyle& style,
                geometry::Size image) {
    std::vector<Point> pixels;
    std::ranges::transform(polygon.points, std::back_inserter(pixels),
                           [image](Point point) { return geometry::toPixels(point, image); });
    if (polygon.isClosed && pixels.size() > 2) {
        addFill(parts, pixels, style);
    }
    addOutline(parts, pixels, polygon.isClosed, style);
}

/// Lines without a length: their round ends are all there is of them.
void addPoints(RegionParts& parts, const geometry::Path& path, const RegionStyle& style,
               geometry::Size image) {
    if (style.pointRadius <= 0) {
        return;
    }
    for (const geometry::Vertex& vertex : path.vertices) {
        const Point place = geometry::toPixels(vertex.place, image);
        const auto x = static_cast<float>(place.x);
        const auto y = static_cast<float>(place.y);
        parts.lines.push_back({.startX = x,
                               .startY = y,
                               .endX = x,
                               .endY = y,
                               .color = packed(style.stroke),
                               .widthPx = static_cast<float>(2 * style.pointRadius)});
    }
}

void addPath(RegionParts& parts, const geometry::Path& path, const RegionStyle& style,
             geometry::Size image) {
    if (const auto ring = geometry::ringOf(path, image); ring.size() > 2) {
        addFill(parts, ring, style);
    }
    for (const geometry::Edge edge : geometry::edgesOf(path)) {
        addOutline(parts, geometry::lineOf(path, edge, image), false, style);
    }
    addPoints(parts, path, style, image);
}

} // namespace

RegionPlace placeOf(const geometry::Shape& shape) {
    if (std::holds_alternative<geometry::Rectangle>(shape)) {
        return RegionPlace::Rectangles;
    }
    if (std::holds_alternative<geometry::Ellipse>(shape) ||
        std::holds_alternative<geometry::KeyPoint>(shape)) {
        return RegionPlace::Ellipses;
    }
    if (std::holds_alternative<geometry::Polygon>(shape) ||
        std::holds_alternative<geometry::Path>(shape)) {
        return RegionPlace::Lines;
    }
    return geometry::isMask(shape) ? RegionPlace::Masks : RegionPlace::None;
}

RegionPlace addRegion(RegionParts& parts, const geometry::Shape& shape, const RegionStyle& style,
                      geometry::Size image) {
    if (const auto* rectangle = std::get_if<geometry::Rectangle>(&shape)) {
        parts.rectangles.push_back(boxInstance(geometry::boxOf(*rectangle, image), style));
    } else if (const auto* ellipse = std::get_if<geometry::Ellipse>(&shape)) {
        parts.ellipses.push_back(boxInstance(geometry::boxOf(*ellipse, image), style));
    } else if (const auto* point = std::get_if<geometry::KeyPoint>(&shape)) {
        parts.ellipses.push_back(pointInstance(*point, style, image));
    } else if (const auto* polygon = std::get_if<geometry::Polygon>(&shape)) {
        addPolygon(parts, *polygon, style, image);
        parts.endLines();
    } else if (const auto* path = std::get_if<geometry::Path>(&shape)) {
        addPath(parts, *path, style, image);
        parts.endLines();
    }
    return placeOf(shape);
}

} // namespace cartouche::ui
