#pragma once

#include "core/geometry/shapes.h"

#include <optional>
#include <vector>

/// How much two tracks of boxes through a video have in common.
namespace cartouche::quality {

/// What claims to have more frames than any video, or boxes of so many percent, is not compared.
inline constexpr double kMostFrames = 1e9;

/// A number that grows by the same from frame to frame.
struct Progress {
    double first = 0;
    double step = 0;

    double at(double frame) const { return first + step * frame; }
    bool operator==(const Progress&) const = default;
};

/// An upright box on so many frames, from frame `begin` on; its edges count frames from there.
struct TrackStretch {
    double begin = 0;
    double frames = 0;
    Progress left;
    Progress top;
    Progress right;
    Progress bottom;

    bool operator==(const TrackStretch&) const = default;
};

/// Stretches in order that do not overlap, in percent of the video's width and height.
using TrackStretches = std::vector<TrackStretch>;

/// The frames on which a track exists, with the box of each: between key frames their numbers are
/// interpolated linearly; a key frame that is not enabled shows on its own frame alone; behind the
/// last one the box stays as it is up to `lastFrame` (spec/results.md 4.14). Nothing where a box is
/// turned, or a number is beyond kMostFrames.
std::optional<TrackStretches> stretchesOf(const geometry::Track& track, double lastFrame);

/// Intersection over union of the tubes of two tracks: what the boxes share, summed over all
/// frames, by what either covers. 1 for the same. Takes time for key frames, not for frames.
/// Source: Yang, Fan, Xu, "Video Instance Segmentation" (2019), as Dave et al., "TAO" (2020), have
/// it of boxes.
double iou(const TrackStretches& first, const TrackStretches& second);

} // namespace cartouche::quality
