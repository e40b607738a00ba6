#pragma once

#include "core/quality/matrix.h"

#include <cstdint>
#include <vector>

namespace cartouche::quality {

/// What there is of one category in one image.
struct TrueObject {
    double area = 0;
    /// Many objects as one region: what lies in it counts neither for nor against a detection.
    bool isCrowd = false;
};

struct Detection {
    double score = 0;
    double area = 0;
};

struct DetectedImage {
    std::uint32_t category = 0;
    std::vector<TrueObject> truth;
    std::vector<Detection> detections;
    /// Detections by true objects: intersection over union, and of a crowd the intersection over
    /// the area of the detection.
    Matrix overlaps;
};

/// Average precision over recalls from 0 to 1 in steps of 0.01, and average recall, over overlaps
/// from 0.5 to 0.95 in steps of 0.05 and over categories; −1 where there is nothing to find. Areas
/// in px²: small up to 32², medium up to 96², large above.
struct DetectionScores {
    double precision = -1;
    double precisionAt50 = -1;
    double precisionAt75 = -1;
    double precisionSmall = -1;
    double precisionMedium = -1;
    double precisionLarge = -1;
    /// With so many detections in an image at most, those with the highest scores.
    double recall1 = -1;
    double recall10 = -1;
    double recall100 = -1;
    double recallSmall = -1;
    double recallMedium = -1;
    double recallLarge = -1;
};

/// Source: Lin et al., "Microsoft COCO" (2014); the same to the last digit as its tools. The images
/// of a category stand in the order of their numbers, as it decides between equal scores.
DetectionScores scoreDetections(const std::vector<DetectedImage>& images);

} // namespace cartouche::quality
