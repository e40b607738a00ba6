#include "core/geometry/triangulation.h"

#include "core/geometry/lines.h"
#include "core/geometry/pixels.h"
#include "core/geometry/spatial_index.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace cartouche::geometry {

namespace {

constexpr std::size_t kMostOneByOne = 80;
constexpr std::size_t kMostWork = 5'000'000; // looks at other corners

/// What an ear must be; less is asked for when a whole round found none.
enum class Demand {
    Empty,    // no other corner in it or on its edges
    Reversed, // the other way around: parts beyond a crossing
    Nothing,
};

class EarClipper {
public:
    explicit EarClipper(std::span<const Point> points)
        : m_points(points), m_direction(signedArea(points) < 0 ? -1 : 1), m_count(points.size()) {
        for (std::size_t at = 0; at < m_count; ++at) {
            m_previous.push_back(static_cast<std::uint32_t>((at + m_count - 1) % m_count));
            m_next.push_back(static_cast<std::uint32_t>((at + 1) % m_count));
        }
        if (m_count > kMostOneByOne) {
            for (std::uint32_t at = 0; at < m_count; ++at) {
                indexEdge(at);
            }
        }
    }

    std::vector<std::uint32_t> clip() {
        std::uint32_t at = 0;
        std::size_t misses = 0;
        Demand demand = Demand::Empty;
        while (m_count > 2) {
            demand = m_work < kMostWork ? demand : Demand::Nothing;
            const std::uint32_t next = m_next[at];
            const double turned = turnAt(at);
            if (turned == 0 || isEar(at, turned, demand)) {
                cutOff(at, turned);
                at = turned == 0 ? next : m_next[next]; // every other one makes for fewer slivers
                misses = 0;
                demand = Demand::Empty;
            } else if (++misses < m_count) {
                at = next;
            } else {
                misses = 0;
                demand = static_cast<Demand>(static_cast<int>(demand) + 1);
            }
        }
        return std::move(m_triangles);
    }

private:
    Point point(std::uint32_t at) const { return m_points[at]; }

    /// Above 0 if a, b and c turn in the direction of the polygon.
    double turn(Point a, Point b, Point c) const {
        const Point ab = b - a;
        const Point ac = c - a;
        return m_direction * ((ab.x * ac.y) - (ab.y * ac.x));
    }
    double turnAt(std::uint32_t at) const {
        return turn(point(m_previous[at]), point(at), point(m_next[at]));
    }

    bool isEar(std::uint32_t at, double turned, Demand demand) {
        if (demand == Demand::Nothing) {
            return true;
        }
        return (turned > 0) != (demand == Demand::Reversed) && !isBlocked(at, turned);
    }

    /// Whether another corner is in the triangle, or an edge across the one that would cut it off;
    /// only where the polygon crosses itself does the second come without the first.
    bool isBlocked(std::uint32_t at, double turned) {
        const Point a = point(m_previous[at]);
        const Point b = point(at);
        const Point c = point(m_next[at]);
        const double sign = turned > 0 ? 1 : -1;
        const auto blocks = [&](std::uint32_t other) {
            ++m_work;
            const Point p = point(other);
            const bool isCorner = p == a || p == b || p == c;
            const double depth =
                std::min({sign * turn(a, b, p), sign * turn(b, c, p), sign * turn(c, a, p)});
            return (depth >= 0 && !isCorner) || isCrossed(a, c, p, point(m_next[other]));
        };
        if (m_points.size() > kMostOneByOne) {
            const Bounds area = Bounds::of(a).unite(Bounds::of(b)).unite(Bounds::of(c));
            return m_index.hasAny(area, blocks);
        }
        for (std::uint32_t other = m_next[m_next[at]]; other != m_previous[at];
             other = m_next[other]) {
            if (blocks(other)) {
                return true;
            }
        }
        return false;
    }

    /// Whether two lines cross between their ends.
    bool isCrossed(Point a, Point b, Point c, Point d) const {
        return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
    }

    /// A corner that does not turn covers nothing.
    void cutOff(std::uint32_t at, double turned) {
        const std::uint32_t previous = m_previous[at];
        const std::uint32_t next = m_next[at];
        if (turned != 0) {
            m_triangles.insert(m_triangles.end(), {previous, at, next});
        }
        m_next[previous] = next;
        m_previous[next] = previous;
        if (m_points.size() > kMostOneByOne) {
            m_index.remove(at);
            indexEdge(previous);
        }
        --m_count;
    }

    void indexEdge(std::uint32_t from) {
        m_index.update(from, Bounds::of(point(from)).unite(Bounds::of(point(m_next[from]))));
    }

    std::span<const Point> m_points;
    double m_direction;  // 1 clockwise on the screen, -1 the other way
    std::size_t m_count; // of corners that are left
    std::vector<std::uint32_t> m_previous;
    std::vector<std::uint32_t> m_next;
    SpatialIndex m_index; // if they are many, of the edges from them
    std::size_t m_work = 0;
    std::vector<std::uint32_t> m_triangles;
};

} // namespace

std::vector<std::uint32_t> triangulate(std::span<const Point> polygon) {
    if (polygon.size() < 3 || !std::ranges::all_of(polygon, isFinite)) {
        return {};
    }
    return EarClipper(polygon).clip();
}

} // namespace cartouche::geometry
