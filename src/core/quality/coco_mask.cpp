#include "core/quality/coco_mask.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <utility>

namespace cartouche::quality {

namespace {

constexpr double kScale = 5;

/// A point of the enlarged grid.
struct GridPoint {
    int x = 0;
    int y = 0;
};

GridPoint enlarged(geometry::Point point) {
    return {static_cast<int>((kScale * point.x) + 0.5), static_cast<int>((kScale * point.y) + 0.5)};
}

/// The value of a line at `at`, counted from the lower end of its longer axis, so that both
/// directions along an edge pass the same points.
int valueAt(int at, int lowAt, int lowValue, int highAt, int highValue) {
    const double slope =
        static_cast<double>(highValue - lowValue) / static_cast<double>(highAt - lowAt);
    return static_cast<int>(lowValue + (slope * (at - lowAt)) + 0.5);
}

/// Every point of an edge, one for each step along its longer axis.
void appendEdge(std::vector<GridPoint>& points, GridPoint from, GridPoint to) {
    const bool isFlat = std::abs(to.x - from.x) >= std::abs(to.y - from.y);
    const int steps = isFlat ? std::abs(to.x - from.x) : std::abs(to.y - from.y);
    if (steps == 0) {
        points.push_back(from);
        return;
    }
    const bool isBackward = isFlat ? from.x > to.x : from.y > to.y;
    const GridPoint low = isBackward ? to : from;
    const GridPoint high = isBackward ? from : to;
    for (int step = 0; step <= steps; ++step) {
        const int along = isBackward ? steps - step : step;
        const int at = (isFlat ? low.x : low.y) + along;
        points.push_back(isFlat ? GridPoint{at, valueAt(at, low.x, low.y, high.x, high.y)}
                                : GridPoint{valueAt(at, low.y, low.x, high.y, high.x), at});
    }
}

/// Back in pixels, of the middle of a cell of the enlarged grid.
double reduced(int cell) {
    return ((cell + 0.5) / kScale) - 0.5;
}

/// Where the outline enters or leaves the mask between two neighbouring points: a place in the
/// image, if it crosses the middle of a column there.
std::optional<std::size_t> crossing(GridPoint before, GridPoint after, GridSize size) {
    if (before.x == after.x) {
        return std::nullopt;
    }
    const double column = reduced(after.x < before.x ? after.x : after.x - 1);
    if (std::floor(column) != column || column < 0 ||
        column > static_cast<double>(size.width) - 1) {
        return std::nullopt;
    }
    const double row =
        std::clamp(reduced(std::min(before.y, after.y)), 0.0, static_cast<double>(size.height));
    return (static_cast<std::size_t>(column) * size.height) +
           static_cast<std::size_t>(std::ceil(row));
}

void appendRun(RunMask& mask, Run run) {
    if (run.begin == run.end) {
        return;
    }
    if (!mask.empty() && mask.back().end == run.begin) {
        mask.back().end = run.end;
    } else {
        mask.push_back(run);
    }
}

} // namespace

RunMask cocoMask(std::span<const geometry::Point> ring, GridSize size) {
    constexpr double kFarthest = 1e6; // no image is as large, and an outline is walked step by step
    if (std::ranges::any_of(ring, [](geometry::Point point) {
            return !(std::abs(point.x) <= kFarthest && std::abs(point.y) <= kFarthest);
        })) {
        return {};
    }
    std::vector<GridPoint> outline;
    for (std::size_t corner = 0; corner < ring.size(); ++corner) {
        appendEdge(outline, enlarged(ring[corner]), enlarged(ring[(corner + 1) % ring.size()]));
    }
    std::vector<std::size_t> places;
    for (std::size_t at = 1; at < outline.size(); ++at) {
        if (const auto place = crossing(outline[at - 1], outline[at], size)) {
            places.push_back(*place);
        }
    }
    std::ranges::sort(places);
    if (places.size() % 2 == 1) {
        places.push_back(size.width * size.height);
    }
    RunMask mask;
    for (std::size_t at = 0; at < places.size(); at += 2) {
        appendRun(mask, {places[at], places[at + 1]});
    }
    return mask;
}

std::vector<std::uint32_t> cocoCounts(const RunMask& mask, GridSize size) {
    std::vector<std::uint32_t> counts;
    std::size_t at = 0;
    const auto append = [&](std::size_t end) {
        counts.push_back(static_cast<std::uint32_t>(end - at));
        at = end;
    };
    for (const Run& run : mask) {
        append(run.begin);
        append(run.end);
    }
    if (at < size.width * size.height || counts.empty()) {
        append(size.width * size.height);
    }
    return counts;
}

RunMask maskOfCounts(std::span<const std::uint32_t> counts) {
    RunMask mask;
    std::size_t at = 0;
    for (std::size_t index = 0; index < counts.size(); ++index) {
        if (index % 2 == 1) {
            appendRun(mask, {at, at + counts[index]});
        }
        at += counts[index];
    }
    return mask;
}

std::string cocoText(std::span<const std::uint32_t> counts) {
    std::string text;
    for (std::size_t index = 0; index < counts.size(); ++index) {
        std::int64_t value = counts[index];
        value -= index > 2 ? static_cast<std::int64_t>(counts[index - 2]) : 0;
        for (bool isLast = false; !isLast;) {
            const auto bits = static_cast<unsigned>(value & 0x1F);
            value >>= 5;
            isLast = value == ((bits & 0x10U) != 0 ? -1 : 0);
            text += static_cast<char>((isLast ? bits : bits | 0x20U) + '0');
        }
    }
    return text;
}

std::optional<std::vector<std::uint32_t>> countsOfText(std::string_view text) {
    constexpr unsigned kMostBits = 35;
    std::vector<std::uint32_t> counts;
    std::int64_t value = 0;
    unsigned shift = 0;
    for (const char character : text) {
        const int code = character - '0';
        if (code < 0 || code > 0x3F || shift > kMostBits) {
            return std::nullopt;
        }
        value |= static_cast<std::int64_t>(code & 0x1F) << shift;
        shift += 5;
        if ((code & 0x20) != 0) {
            continue;
        }
        if ((code & 0x10) != 0) { // a negative number: all higher bits are set
            value -= std::int64_t{1} << shift;
        }
        value += counts.size() > 2 ? counts[counts.size() - 2] : 0;
        if (value < 0 || value > 0xFFFFFFFF) {
            return std::nullopt;
        }
        counts.push_back(static_cast<std::uint32_t>(value));
        value = 0;
        shift = 0;
    }
    return shift == 0 ? std::optional(std::move(counts)) : std::nullopt;
}

} // namespace cartouche::quality
