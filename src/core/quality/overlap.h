#pragma once

#include "core/geometry/pixels.h"
#include "core/geometry/rotated_box.h"
#include "core/geometry/shapes.h"

#include <span>

/// How much two regions have in common, in pixels of their image, and as intersection over union
/// (IoU): 1 for the same, 0 for regions that do not touch. Two regions without any area are the
/// same if they are equal.
namespace cartouche::quality {

/// Intersection over union from areas; 0 where both regions are empty.
double overUnion(double intersection, double firstArea, double secondArea);

double iou(const geometry::Bounds& first, const geometry::Bounds& second);
double iou(const geometry::RotatedBox& first, const geometry::RotatedBox& second);

/// From −1 to 1: minus the share of the box around both that neither covers.
/// Source: Rezatofighi et al., "Generalized Intersection over Union" (2019).
double generalizedIou(const geometry::Bounds& first, const geometry::Bounds& second);

/// The area that two simple polygons share, which need not be convex: signed triangles from a
/// corner of each are cut with one another, and what lies outside takes itself back.
double intersectionArea(std::span<const geometry::Point> first,
                        std::span<const geometry::Point> second);
double iou(std::span<const geometry::Point> first, std::span<const geometry::Point> second);

/// Object keypoint similarity, exp(−d² / (2 area (2σ)²)), of a key point on an object of this area
/// in px². `sigma` is how exactly people place it (COCO).
double keyPointSimilarity(geometry::Point first, geometry::Point second, double area, double sigma);

/// The farthest that a corner of one line is from the other line, in px; infinite if one is empty.
double hausdorffDistance(std::span<const geometry::Point> first,
                         std::span<const geometry::Point> second);

} // namespace cartouche::quality
