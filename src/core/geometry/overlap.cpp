#include "core/geometry/overlap.h"

#include <algorithm>

namespace cartouche::geometry {

namespace {

constexpr int kGrid = 64; // points a side

bool isCovered(const Cover& cover, Point point) {
    return cover.bounds.contains(point) && (!cover.covers || cover.covers(point));
}

/// How many points of a grid each of two covers, and both.
struct Count {
    int one = 0;
    int other = 0;
    int both = 0;
};

Count countOn(const Bounds& area, const Cover& one, const Cover& other) {
    Count count;
    for (int row = 0; row < kGrid; ++row) {
        for (int column = 0; column < kGrid; ++column) {
            const Point point{area.left + (area.width() * (column + 0.5) / kGrid),
                              area.top + (area.height() * (row + 0.5) / kGrid)};
            const bool isInOne = isCovered(one, point);
            const bool isInOther = isCovered(other, point);
            count.one += isInOne ? 1 : 0;
            count.other += isInOther ? 1 : 0;
            count.both += isInOne && isInOther ? 1 : 0;
        }
    }
    return count;
}

double areaOf(const Bounds& box) {
    return box.isEmpty() ? 0 : box.width() * box.height();
}

} // namespace

double overlapOf(const Bounds& one, const Bounds& other) {
    const Bounds both{std::max(one.left, other.left), std::max(one.top, other.top),
                      std::min(one.right, other.right), std::min(one.bottom, other.bottom)};
    const double intersection = areaOf(both);
    const double united = areaOf(one) + areaOf(other) - intersection;
    return united > 0 ? intersection / united : 0;
}

double overlapOf(const Cover& one, const Cover& other) {
    if (!one.bounds.intersects(other.bounds)) {
        return 0;
    }
    if (!one.covers && !other.covers) {
        return overlapOf(one.bounds, other.bounds);
    }
    const Count count = countOn(one.bounds.unite(other.bounds), one, other);
    if (count.one == 0 || count.other == 0) {
        return overlapOf(one.bounds, other.bounds);
    }
    return static_cast<double>(count.both) / (count.one + count.other - count.both);
}

} // namespace cartouche::geometry
