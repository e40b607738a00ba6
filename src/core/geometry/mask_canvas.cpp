#include "core/geometry/mask_canvas.h"

#include "core/geometry/lines.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <utility>

namespace cartouche::geometry {

namespace {

constexpr std::uint8_t kFull = 0xFF;

/// What of a row of the image the mask has within its frame.
std::span<const std::uint8_t> partOf(const Mask& mask, int y, const MaskCanvas::Area& frame) {
    const auto begin =
        static_cast<std::size_t>(y - mask.top) * static_cast<std::size_t>(mask.width) +
        static_cast<std::size_t>(frame.left - mask.left);
    return std::span(mask.alpha)
        .subspan(begin, static_cast<std::size_t>(std::max(frame.right - frame.left, 0)));
}

/// From where to where a brush reaches on a line across the image, at least: its round ends, and
/// the part between them, are convex.
std::pair<double, double> reachIn(double y, Point from, Point to, double radius) {
    const Point way = to - from;
    const double length = std::hypot(way.x, way.y);
    double least = std::numeric_limits<double>::infinity();
    double most = -least;
    const auto reach = [&](double x) {
        least = std::min(least, x);
        most = std::max(most, x);
    };
    for (const Point end : {from, to}) {
        const double square = (radius * radius) - ((y - end.y) * (y - end.y));
        if (square >= 0) {
            reach(end.x - std::sqrt(square));
            reach(end.x + std::sqrt(square));
        }
    }
    for (const double side : {-radius, radius}) { // the straight edges
        if (length == 0 || way.y == 0) {
            break;
        }
        const Point begin{from.x - way.y / length * side, from.y + way.x / length * side};
        const double part = (y - begin.y) / way.y;
        if (part >= 0 && part <= 1) {
            reach(begin.x + way.x * part);
        }
    }
    return least <= most ? std::pair(least, most) : std::pair(from.x, from.x - 2);
}

} // namespace

MaskCanvas::Area MaskCanvas::Area::unite(const Area& other) const {
    if (isEmpty()) {
        return other;
    }
    if (other.isEmpty()) {
        return *this;
    }
    return {std::min(left, other.left), std::min(top, other.top), std::max(right, other.right),
            std::max(bottom, other.bottom)};
}

MaskCanvas::MaskCanvas(int width, int height)
    : m_width(width), m_height(height),
      m_alpha(static_cast<std::size_t>(width) * static_cast<std::size_t>(height)) {}

MaskCanvas::MaskCanvas(int width, int height, const Mask& mask) : MaskCanvas(width, height) {
    const Area frame = frameOf(mask);
    for (int y = frame.top; y < frame.bottom; ++y) {
        std::ranges::copy(partOf(mask, y, frame), row(y).begin() + frame.left);
    }
}

MaskCanvas::Area MaskCanvas::frameOf(const Mask& mask) const {
    return {std::max(mask.left, 0), std::max(mask.top, 0),
            std::min(mask.left + mask.width, m_width), std::min(mask.top + mask.height, m_height)};
}

MaskCanvas::Area MaskCanvas::stroke(Point from, Point to, double radiusPx, Brush brush) {
    const std::uint8_t value = brush == Brush::Paint ? kFull : 0;
    const auto first = [](double least) { return static_cast<int>(std::floor(least)); };
    const auto behind = [](double most) { return static_cast<int>(std::ceil(most)) + 1; };
    Area area;
    for (int y = std::max(first(std::min(from.y, to.y) - radiusPx), 0);
         y < std::min(behind(std::max(from.y, to.y) + radiusPx), m_height); ++y) {
        const auto [least, most] = reachIn(y + 0.5, from, to, radiusPx);
        const int left = std::max(first(least), 0);
        const int right = std::min(behind(most), m_width);
        for (int x = left; x < right; ++x) {
            if (distanceToSegment({x + 0.5, y + 0.5}, from, to) <= radiusPx) {
                row(y)[static_cast<std::size_t>(x)] = value;
            }
        }
        area = area.unite({left, y, right, y + 1});
    }
    const int startX = first(from.x);
    const int startY = first(from.y);
    if (startX >= 0 && startX < m_width && startY >= 0 && startY < m_height) {
        row(startY)[static_cast<std::size_t>(startX)] = value;
        area = area.unite({startX, startY, startX + 1, startY + 1});
    }
    return area;
}

MaskCanvas::Area MaskCanvas::strokeOnGrid(Point from, Point to, double radiusPx, Brush brush) {
    const auto middle = [](Point point) {
        return Point{std::floor(point.x) + 0.5, std::floor(point.y) + 0.5};
    };
    const Point begin = middle(from);
    const Point way = middle(to) - begin;
    const double steps = std::max({std::abs(way.x), std::abs(way.y), 1.0});
    Area area;
    for (double step = 0; step <= steps; ++step) {
        const Point at = middle(begin + way * (step / steps));
        area = area.unite(stroke(at, at, radiusPx, brush));
    }
    return area;
}

MaskCanvas::Area MaskCanvas::add(const Mask& mask) {
    const Area frame = frameOf(mask);
    for (int y = frame.top; y < frame.bottom; ++y) {
        auto pixel = row(y).begin() + frame.left;
        for (const std::uint8_t added : partOf(mask, y, frame)) {
            *pixel = added != 0 ? kFull : *pixel;
            ++pixel;
        }
    }
    return frame;
}

} // namespace cartouche::geometry
