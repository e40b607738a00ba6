#include "core/geometry/coverage.h"

#include "core/geometry/ellipse_outline.h"
#include "core/geometry/path_lines.h"
#include "core/geometry/pixels.h"
#include "core/geometry/rotated_box.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <vector>

namespace cartouche::geometry {

namespace {

using Ring = std::vector<Point>;

/// Of a pixel: percent do not always come back as the whole pixels that they were.
constexpr double kTolerance = 1e-6;

int clamped(double place, int most) {
    return static_cast<int>(std::clamp(place, 0.0, static_cast<double>(most)));
}

/// Where a ring passes the middle of a row of pixels, and which way.
struct Crossing {
    double x = 0;
    int turn = 0;
};

class Coverage {
public:
    Coverage(int width, int height) : m_width(width), m_height(height) {
        m_alpha.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
        m_crossings.resize(static_cast<std::size_t>(height));
    }

    /// The pixels that an edge passes through, and where it passes the middles of rows.
    void addEdge(Point a, Point b) {
        const auto [top, bottom] = std::minmax({a.y, b.y});
        const int first = clamped(std::floor(top + kTolerance), m_height);
        const int end = clamped(std::floor(bottom - kTolerance) + 1, m_height);
        for (int row = first; row < end; ++row) {
            const double from = std::clamp(row + kTolerance, top, bottom);
            const double to = std::clamp(row + 1 - kTolerance, top, bottom);
            const auto [left, right] = std::minmax({xAt(a, b, from, a.x), xAt(a, b, to, b.x)});
            fill(row, clamped(std::floor(left + kTolerance), m_width),
                 clamped(std::floor(right - kTolerance) + 1, m_width));
            const double middle = row + 0.5;
            if ((a.y <= middle) != (b.y <= middle)) {
                m_crossings[static_cast<std::size_t>(row)].push_back(
                    {xAt(a, b, middle, a.x), a.y < b.y ? 1 : -1});
            }
        }
    }

    /// The pixels whose middles lie inside.
    void fillInside() {
        for (int row = 0; row < m_height; ++row) {
            auto& crossings = m_crossings[static_cast<std::size_t>(row)];
            std::ranges::sort(crossings, {}, &Crossing::x);
            int winding = 0;
            for (std::size_t at = 0; at + 1 < crossings.size(); ++at) {
                winding += crossings[at].turn;
                if (winding != 0) {
                    fill(row, clamped(std::ceil(crossings[at].x - 0.5), m_width),
                         clamped(std::ceil(crossings[at + 1].x - 0.5), m_width));
                }
            }
        }
    }

    Mask mask() const { return cropped(m_alpha, m_width, m_height); }

private:
    /// Of a level edge any place is as good: `level`.
    static double xAt(Point a, Point b, double y, double level) {
        return a.y == b.y ? level : a.x + ((b.x - a.x) * ((y - a.y) / (b.y - a.y)));
    }

    void fill(int row, int begin, int end) {
        const auto start = static_cast<std::ptrdiff_t>(row) * m_width;
        if (begin < end) {
            std::fill(m_alpha.begin() + start + begin, m_alpha.begin() + start + end, 0xFF);
        }
    }

    int m_width;
    int m_height;
    std::vector<std::uint8_t> m_alpha;
    std::vector<std::vector<Crossing>> m_crossings;
};

/// Rings around shapes, none for those that cover nothing.
struct Outline {
    Size size;

    Ring operator()(const Rectangle& shape) const {
        const auto corners = cornersOf(boxOf(shape, size));
        return {corners.begin(), corners.end()};
    }
    /// The corners lie outside, so that the sides touch the ellipse, four of them where it ends.
    Ring operator()(const Ellipse& shape) const {
        constexpr int kCorners = 256;
        RotatedBox box = boxOf(shape, size);
        const double outside = 1 / std::cos(std::numbers::pi / kCorners);
        box.width *= outside;
        box.height *= outside;
        return ellipseOutline(box, kCorners, 0.5);
    }
    Ring operator()(const Polygon& shape) const {
        Ring ring;
        for (const Point point : shape.points) {
            ring.push_back(toPixels(point, size));
        }
        return shape.isClosed ? ring : Ring();
    }
    Ring operator()(const Path& shape) const { return ringOf(shape, size); }
    template <typename Other>
    Ring operator()(const Other&) const {
        return {};
    }
};

} // namespace

Mask coveredPixels(std::span<const Point> ring, int imageWidth, int imageHeight) {
    Bounds bounds = Bounds::nothing();
    for (const Point point : ring) {
        bounds = bounds.unite(Bounds::of(point));
    }
    const int left = clamped(std::floor(bounds.left), imageWidth);
    const int top = clamped(std::floor(bounds.top), imageHeight);
    Coverage coverage(clamped(std::ceil(bounds.right), imageWidth) - left,
                      clamped(std::ceil(bounds.bottom), imageHeight) - top);
    const Point corner{static_cast<double>(left), static_cast<double>(top)};
    for (std::size_t at = 0; at < ring.size(); ++at) {
        coverage.addEdge(ring[at] - corner, ring[(at + 1) % ring.size()] - corner);
    }
    coverage.fillInside();
    Mask mask = coverage.mask();
    mask.left += mask.alpha.empty() ? 0 : left;
    mask.top += mask.alpha.empty() ? 0 : top;
    return mask;
}

std::optional<Mask> coveredPixels(const Shape& shape, int imageWidth, int imageHeight) {
    constexpr double kFarthest = 1e9; // beyond any image, and where pixels are still told apart
    const Size size{static_cast<double>(imageWidth), static_cast<double>(imageHeight)};
    const Ring ring = std::visit(Outline{size}, shape);
    const bool isUsable = std::ranges::all_of(ring, [](Point point) {
        return std::abs(point.x) < kFarthest && std::abs(point.y) < kFarthest;
    });
    return ring.empty() || !isUsable ? std::nullopt
                                     : std::optional(coveredPixels(ring, imageWidth, imageHeight));
}

} // namespace cartouche::geometry
