#pragma once

#include "editor/image_workspace.h"

#include <optional>

namespace cartouche::editor {

/// A region, and how much of the area of both another one shares with it: 0 to 1.
struct RegionMatch {
    annotation::AreaHandle region;
    double overlap = 0;
};

/// Of the regions that another document has on the same image, the one that overlaps `region` of
/// `image` most, whatever its label; `other` shows that document. Nothing if none does.
std::optional<RegionMatch> findMatch(ImageWorkspace& image, annotation::AreaHandle region,
                                     ImageWorkspace& other, const annotation::Document& document);

} // namespace cartouche::editor
