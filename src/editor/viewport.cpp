#include "editor/viewport.h"

#include <algorithm>

namespace cartouche::editor {

namespace {

using geometry::Point;

constexpr double kLargestScale = 64; // CSS pixels a pixel of the image
constexpr double kSmallestOfFitted = 0.2;

} // namespace

void Viewport::setImage(geometry::Size image) {
    m_image = image;
    fit();
}

void Viewport::setStage(geometry::Size stage) {
    m_stage = stage;
    if (m_isFitted) {
        fit();
    }
}

double Viewport::fittingScale() const {
    const bool isUpright = m_quarters % 2 == 0;
    const double width = isUpright ? m_image.width : m_image.height;
    const double height = isUpright ? m_image.height : m_image.width;
    return std::min(m_stage.width / width, m_stage.height / height);
}

void Viewport::fit() {
    m_middle = {m_image.width / 2, m_image.height / 2};
    m_scale = fittingScale();
    m_isFitted = true;
}

void Viewport::zoomTo(double scale, Point at) {
    const Point kept = toImage(at);
    const double fitting = fittingScale();
    m_scale = std::clamp(scale, std::min(fitting, 1.0) * kSmallestOfFitted,
                         std::max(fitting, kLargestScale));
    m_isFitted = false;
    const Point moved = toStage(kept);
    panBy(at.x - moved.x, at.y - moved.y);
}

void Viewport::panBy(double x, double y) {
    const Point by = turned({x / m_scale, y / m_scale}, -m_quarters);
    m_middle = {m_middle.x - by.x, m_middle.y - by.y};
    m_isFitted = false;
    keepInView();
}

/// The middle of the stage always shows some of the image.
void Viewport::keepInView() {
    m_middle = {std::clamp(m_middle.x, 0.0, m_image.width),
                std::clamp(m_middle.y, 0.0, m_image.height)};
}

void Viewport::turn(int quarters) {
    m_quarters = ((m_quarters + quarters) % 4 + 4) % 4;
    if (m_isFitted) {
        fit();
    }
}

Point Viewport::turned(Point vector, int quarters) const {
    for (int count = (quarters % 4 + 4) % 4; count > 0; --count) {
        vector = {-vector.y, vector.x};
    }
    return vector;
}

Point Viewport::toStage(Point image) const {
    const Point vector = turned({image.x - m_middle.x, image.y - m_middle.y}, m_quarters);
    return {m_stage.width / 2 + vector.x * m_scale, m_stage.height / 2 + vector.y * m_scale};
}

Point Viewport::toImage(Point stage) const {
    const Point vector =
        turned({(stage.x - m_stage.width / 2) / m_scale, (stage.y - m_stage.height / 2) / m_scale},
               -m_quarters);
    return {m_middle.x + vector.x, m_middle.y + vector.y};
}

geometry::Bounds Viewport::visible() const {
    const Point one = toImage({0, 0});
    const Point other = toImage({m_stage.width, m_stage.height});
    return {std::min(one.x, other.x), std::min(one.y, other.y), std::max(one.x, other.x),
            std::max(one.y, other.y)};
}

} // namespace cartouche::editor
