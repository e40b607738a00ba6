#include "core/geometry/rotated_box.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <variant>

namespace cartouche::geometry {

namespace {

/// Where the handles are, in halves of the box's width and height.
constexpr std::array<Point, kHandleCount> kHandles{
    {{-1, -1}, {0, -1}, {1, -1}, {1, 0}, {1, 1}, {0, 1}, {-1, 1}, {-1, 0}}};

Point directionOf(int handle) {
    return kHandles.at(static_cast<std::size_t>(handle));
}

/// In the box's own axes, from its centre.
Point placeIn(const RotatedBox& box, Point direction) {
    return {direction.x * box.width / 2, direction.y * box.height / 2};
}

Point onImage(const RotatedBox& box, Point inBox) {
    return box.center + rotated(inBox, box.rotation);
}

} // namespace

double normalizedRotation(double degrees) {
    const double rest = std::fmod(degrees, 360);
    const double turned = rest < 0 ? rest + 360 : rest;
    return turned < 360 ? turned : 0; // a tiny negative angle rounds to a full turn
}

RotatedBox boxOf(const Rectangle& rectangle, Size size) {
    const Point corner = toPixels({rectangle.x, rectangle.y}, size);
    const Point diagonal = toPixels({rectangle.width, rectangle.height}, size);
    return {corner + rotated(diagonal * 0.5, rectangle.rotation), std::abs(diagonal.x),
            std::abs(diagonal.y), rectangle.rotation};
}

RotatedBox boxOf(const Ellipse& ellipse, Size size) {
    const Point radii = toPixels({ellipse.radiusX, ellipse.radiusY}, size);
    return {toPixels({ellipse.x, ellipse.y}, size), 2 * std::abs(radii.x), 2 * std::abs(radii.y),
            ellipse.rotation};
}

std::optional<RotatedBox> boxOf(const Shape& shape, Size size) {
    if (const auto* rectangle = std::get_if<Rectangle>(&shape)) {
        return boxOf(*rectangle, size);
    }
    const auto* ellipse = std::get_if<Ellipse>(&shape);
    return ellipse == nullptr ? std::nullopt : std::optional(boxOf(*ellipse, size));
}

Shape withBox(const Shape& shape, const RotatedBox& box, Size size) {
    if (std::holds_alternative<Rectangle>(shape)) {
        return rectangleFrom(box.center, box.width, box.height, box.rotation, size);
    }
    const Point center = toPercent(box.center, size);
    const Point radii = toPercent({box.width / 2, box.height / 2}, size);
    return Ellipse{center.x, center.y, radii.x, radii.y, box.rotation};
}

Rectangle rectangleFrom(Point centerPx, double widthPx, double heightPx, double rotation,
                        Size size) {
    const RotatedBox box{centerPx, widthPx, heightPx, rotation};
    const Point corner = toPercent(handleOf(box, 0), size);
    const Point diagonal = toPercent({widthPx, heightPx}, size);
    return {corner.x, corner.y, diagonal.x, diagonal.y, normalizedRotation(rotation)};
}

Point inBox(const RotatedBox& box, Point px) {
    return rotated(px - box.center, -box.rotation);
}

Point handleOf(const RotatedBox& box, int handle) {
    return onImage(box, placeIn(box, directionOf(handle)));
}

RotatedBox resized(const RotatedBox& box, int handle, Point toPx, bool keepRatio) {
    const Point direction = directionOf(handle);
    const Point fixed = placeIn(box, direction * -1);
    const Point reach = inBox(box, toPx) - fixed;
    // How far the box extends from what is fixed, towards the handle; below 0 it is flipped.
    double width = direction.x == 0 ? box.width : reach.x * direction.x;
    double height = direction.y == 0 ? box.height : reach.y * direction.y;
    if (keepRatio && box.width > 0 && box.height > 0) {
        const double acrossGrowth = direction.x == 0 ? 0 : std::abs(width) / box.width;
        const double downGrowth = direction.y == 0 ? 0 : std::abs(height) / box.height;
        const double growth = std::max(acrossGrowth, downGrowth);
        width = std::copysign(growth * box.width, width);
        height = std::copysign(growth * box.height, height);
    }
    const Point middle = fixed + Point{direction.x * width / 2, direction.y * height / 2};
    return {onImage(box, middle), std::abs(width), std::abs(height), box.rotation};
}

std::array<Point, 4> cornersOf(const RotatedBox& box) {
    return {handleOf(box, 0), handleOf(box, 2), handleOf(box, 4), handleOf(box, 6)};
}

std::array<Point, 4> cornersOf(const Rectangle& rectangle, Size size) {
    return cornersOf(boxOf(rectangle, size));
}

} // namespace cartouche::geometry
