#pragma once

#include "cli/check.h"
#include "core/geometry/mask.h"

#include <cstddef>
#include <string>
#include <vector>

namespace cartouche::cli {

/// Which regions of a file are meant.
struct RegionChoice {
    /// JSON: Label Studio tasks, one task, an annotation, or a list of results.
    std::string file;
    /// Of several tasks, the id of the one, or "#" and its place; "": the one whose data names the
    /// picture's file, also with the eight digits before it that Label Studio puts there.
    std::string task;
    /// Of several images that are labeled in it, the name of the one (`to_name`), with "/" and
    /// `item_index` behind it if it has several; "": there is only one.
    std::string object;
    /// Regions with any of these labels; empty: all.
    std::vector<std::string> labels;
};

/// The picture that they are to be hidden on, upright.
struct HiddenPicture {
    std::string name;
    int width = 0; // pixels
    int height = 0;
};

/// A region of the picture, and its pixels: those that it reaches into, however little.
struct HiddenRegion {
    std::string id;
    std::vector<std::string> labels;
    geometry::Mask mask;
};

struct HiddenRegions {
    std::vector<HiddenRegion> regions;
    /// Those without any of the labels that were asked for.
    std::size_t others = 0;
    /// Labels that were asked for, and that no region has.
    std::vector<std::string> unusedLabels;
    /// If there are any, not all that is meant can be hidden, and `regions` is not to be used: what
    /// cannot be read, is of an image of another size, covers nothing, or is not clear.
    std::vector<Finding> findings;
};

/// Reads regions to be hidden: those of all annotations of the task that are not skipped, or of its
/// predictions if nobody annotated it. Rectangles and ellipses, turned ones too, closed polygons
/// and vectors, masks and bitmasks can be hidden; what lies on texts, sounds and videos is left
/// out.
HiddenRegions readHiddenRegions(const RegionChoice& choice, const HiddenPicture& picture);

} // namespace cartouche::cli
