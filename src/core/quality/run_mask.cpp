#include "core/quality/run_mask.h"

#include <algorithm>

namespace cartouche::quality {

RunMask runsOf(std::span<const bool> pixels) {
    RunMask mask;
    for (std::size_t at = 0; at < pixels.size(); ++at) {
        if (!pixels[at]) {
            continue;
        }
        if (!mask.empty() && mask.back().end == at) {
            ++mask.back().end;
        } else {
            mask.push_back({at, at + 1});
        }
    }
    return mask;
}

std::size_t areaOf(const RunMask& mask) {
    std::size_t area = 0;
    for (const Run& run : mask) {
        area += run.end - run.begin;
    }
    return area;
}

std::size_t intersectionArea(const RunMask& first, const RunMask& second) {
    std::size_t area = 0;
    auto one = first.begin();
    auto other = second.begin();
    while (one != first.end() && other != second.end()) {
        const std::size_t begin = std::max(one->begin, other->begin);
        const std::size_t end = std::min(one->end, other->end);
        area += begin < end ? end - begin : 0;
        ++(one->end < other->end ? one : other);
    }
    return area;
}

RunMask united(std::span<const RunMask> masks) {
    std::vector<Run> all;
    for (const RunMask& mask : masks) {
        all.insert(all.end(), mask.begin(), mask.end());
    }
    std::ranges::sort(all, {}, &Run::begin);
    RunMask result;
    for (const Run& run : all) {
        if (!result.empty() && run.begin <= result.back().end) {
            result.back().end = std::max(result.back().end, run.end);
        } else {
            result.push_back(run);
        }
    }
    return result;
}

double iou(const RunMask& first, const RunMask& second) {
    const std::size_t shared = intersectionArea(first, second);
    const std::size_t all = areaOf(first) + areaOf(second) - shared;
    return all == 0 ? 1 : static_cast<double>(shared) / static_cast<double>(all);
}

} // namespace cartouche::quality
