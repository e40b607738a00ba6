#include "core/quality/track_overlap.h"

#include "core/quality/overlap.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace cartouche::quality {

namespace {

using geometry::KeyFrame;

bool isUsable(const KeyFrame& key) {
    const geometry::Rectangle& box = key.box;
    return box.rotation == 0 &&
           std::ranges::all_of(std::array{key.frame, box.x, box.y, box.width, box.height},
                               [](double number) { return std::abs(number) <= kMostFrames; });
}

/// From one place to another in so many frames; one that is smaller than nothing is turned back.
std::array<Progress, 2> edges(double from, double fromSize, double to, double toSize,
                              double frames) {
    const auto progress = [frames](double begin, double end) {
        return Progress{begin, frames > 0 ? (end - begin) / frames : 0};
    };
    return {progress(std::min(from, from + fromSize), std::min(to, to + toSize)),
            progress(std::max(from, from + fromSize), std::max(to, to + toSize))};
}

/// From one key frame towards the next.
TrackStretch stretchBetween(const KeyFrame& from, const KeyFrame& to, double frames) {
    const double apart = to.frame - from.frame;
    const auto [left, right] = edges(from.box.x, from.box.width, to.box.x, to.box.width, apart);
    const auto [top, bottom] = edges(from.box.y, from.box.height, to.box.y, to.box.height, apart);
    return {from.frame, frames, left, top, right, bottom};
}

/// The sum of the products of two numbers over so many frames from 0 on.
double sumOfProducts(const Progress& one, const Progress& other, double frames) {
    const double sum = frames * (frames - 1) / 2;
    const double sumOfSquares = sum * (2 * frames - 1) / 3;
    return frames * one.first * other.first +
           (one.first * other.step + one.step * other.first) * sum +
           one.step * other.step * sumOfSquares;
}

Progress difference(const Progress& one, const Progress& other) {
    return {one.first - other.first, one.step - other.step};
}

Progress from(const Progress& progress, double frame) {
    return {progress.at(frame), progress.step};
}

/// So many frames of a stretch, from that frame of the video on.
TrackStretch part(const TrackStretch& whole, double begin, double frames) {
    const double skipped = begin - whole.begin;
    return {begin,
            frames,
            from(whole.left, skipped),
            from(whole.top, skipped),
            from(whole.right, skipped),
            from(whole.bottom, skipped)};
}

double areaOf(const TrackStretch& stretch) {
    return sumOfProducts(difference(stretch.right, stretch.left),
                         difference(stretch.bottom, stretch.top), stretch.frames);
}

double areaOf(const TrackStretches& track) {
    double area = 0;
    for (const TrackStretch& stretch : track) {
        area += areaOf(stretch);
    }
    return area;
}

/// What two intervals share over so many frames, on all of which their four ends have one order;
/// nothing if they share nothing.
std::optional<Progress> shared(const Progress& begin, const Progress& end,
                               const Progress& otherBegin, const Progress& otherEnd,
                               double frames) {
    const auto sum = [frames](const Progress& progress) {
        return progress.at(0) + progress.at(frames - 1);
    };
    const Progress& later = sum(begin) > sum(otherBegin) ? begin : otherBegin;
    const Progress& earlier = sum(end) < sum(otherEnd) ? end : otherEnd;
    const Progress length = difference(earlier, later);
    return sum(length) > 0 ? std::optional(length) : std::nullopt;
}

/// Of two stretches of the same frames, the frames at which edges of theirs have passed each other,
/// and the first and the last.
std::vector<double> partsOf(const TrackStretch& one, const TrackStretch& other) {
    std::vector<double> parts{0, one.frames};
    const auto addCrossing = [&](const Progress& edge, const Progress& otherEdge) {
        const Progress apart = difference(edge, otherEdge);
        const double frame = std::ceil(-apart.first / apart.step);
        if (apart.step != 0 && frame > 0 && frame < one.frames) {
            parts.push_back(frame);
        }
    };
    for (const auto& edge : {one.left, one.right}) {
        addCrossing(edge, other.left);
        addCrossing(edge, other.right);
    }
    for (const auto& edge : {one.top, one.bottom}) {
        addCrossing(edge, other.top);
        addCrossing(edge, other.bottom);
    }
    std::ranges::sort(parts);
    return parts;
}

/// Of two stretches of the same frames.
double sharedByBoxes(const TrackStretch& one, const TrackStretch& other) {
    const std::vector<double> parts = partsOf(one, other);
    double area = 0;
    for (std::size_t at = 1; at < parts.size(); ++at) {
        const double frames = parts[at] - parts[at - 1];
        if (frames <= 0) {
            continue;
        }
        const TrackStretch first = part(one, one.begin + parts[at - 1], frames);
        const TrackStretch second = part(other, one.begin + parts[at - 1], frames);
        const auto width = shared(first.left, first.right, second.left, second.right, frames);
        const auto height = shared(first.top, first.bottom, second.top, second.bottom, frames);
        area += width && height ? sumOfProducts(*width, *height, frames) : 0;
    }
    return area;
}

double sharedByTracks(const TrackStretches& first, const TrackStretches& second) {
    double area = 0;
    auto one = first.begin();
    auto other = second.begin();
    while (one != first.end() && other != second.end()) {
        const double oneEnd = one->begin + one->frames;
        const double otherEnd = other->begin + other->frames;
        const double begin = std::max(one->begin, other->begin);
        const double frames = std::min(oneEnd, otherEnd) - begin;
        if (frames > 0) {
            area += sharedByBoxes(part(*one, begin, frames), part(*other, begin, frames));
        }
        ++(oneEnd < otherEnd ? one : other);
    }
    return area;
}

} // namespace

std::optional<TrackStretches> stretchesOf(const geometry::Track& track, double lastFrame) {
    if (!std::ranges::all_of(track.sequence, isUsable) || !(lastFrame <= kMostFrames)) {
        return std::nullopt;
    }
    std::vector<KeyFrame> keys = track.sequence;
    for (KeyFrame& key : keys) {
        key.frame = std::round(key.frame);
    }
    std::ranges::stable_sort(keys, {}, &KeyFrame::frame);
    TrackStretches stretches;
    for (std::size_t at = 0; at < keys.size(); ++at) {
        const bool isLast = at + 1 == keys.size();
        const KeyFrame& next = keys[isLast ? at : at + 1];
        const double most =
            isLast ? std::max(lastFrame - keys[at].frame, 0.0) + 1 : next.frame - keys[at].frame;
        const double frames = keys[at].isEnabled ? most : std::min(most, 1.0);
        if (frames > 0) {
            stretches.push_back(stretchBetween(keys[at], next, frames));
        }
    }
    return stretches;
}

double iou(const TrackStretches& first, const TrackStretches& second) {
    return first == second
               ? 1
               : overUnion(sharedByTracks(first, second), areaOf(first), areaOf(second));
}

} // namespace cartouche::quality
