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
    restart();
}

void Viewport::setStage(geometry::Size stage) {
    const bool isStart = m_isStart;
    m_stage = stage;
    if (isStart) {
        restart();
    } else if (m_isFitted) {
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
    m_scale = fittingScale();
    m_isFitted = true;
    m_isStart = false;
    align();
}

void Viewport::restart() {
    fit();
    const bool isSmaller = m_rules.start == Rules::Start::Smaller && m_scale > 1;
    if (m_rules.start == Rules::Start::Original || isSmaller) {
        m_scale = 1;
        m_isFitted = m_isFitted && seesAll();
        align();
    }
    m_isStart = true;
}

/// Where the image is smaller than the stage, it lies as the rules say; a turned one in the middle.
void Viewport::align() {
    const auto middle = [this](double image, double stage, Rules::Align align) {
        const double half = stage / m_scale / 2;
        const bool isCentered = align == Rules::Align::Center || m_quarters != 0;
        return isCentered || 2 * half < image ? image / 2
               : align == Rules::Align::Start ? half
                                              : image - half;
    };
    m_middle = {middle(m_image.width, m_stage.width, m_rules.horizontal),
                middle(m_image.height, m_stage.height, m_rules.vertical)};
}

bool Viewport::seesAll() const {
    const geometry::Bounds seen = visible();
    constexpr double kTolerance = 0.5; // pixels of the image
    return seen.left <= kTolerance && seen.top <= kTolerance &&
           seen.right >= m_image.width - kTolerance && seen.bottom >= m_image.height - kTolerance;
}

void Viewport::zoomTo(double scale, Point at) {
    const Point kept = toImage(at);
    const double fitting = fittingScale();
    const double least = std::min(fitting, 1.0) * (m_rules.canShrink ? kSmallestOfFitted : 1);
    const double wanted = std::clamp(scale, least, std::max(fitting, kLargestScale));
    if (wanted == fitting && !m_rules.canShrink) {
        fit();
        return;
    }
    m_scale = wanted;
    m_isFitted = false;
    m_isStart = false;
    const Point moved = toStage(kept);
    panBy(at.x - moved.x, at.y - moved.y);
}

void Viewport::panBy(double x, double y) {
    const Point by = turned({x / m_scale, y / m_scale}, -m_quarters);
    centerOn({m_middle.x - by.x, m_middle.y - by.y});
}

void Viewport::centerOn(Point image) {
    m_middle = image;
    m_isFitted = false;
    m_isStart = false;
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
