#pragma once

#include "core/annotation/document.h"
#include "core/config/labeling_interface.h"
#include "core/geometry/pixels.h"
#include "core/json/checked_text.h"

#include <cstddef>
#include <expected>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cartouche::editor {

/// Regions with the relations between them as JSON text of a result array, which is how they lie on
/// a clipboard (spec/embedding.md 6).
std::string writeRegions(const annotation::Document& document,
                         std::span<const annotation::AreaHandle> regions);

/// What was understood of a clipboard.
struct ClippedRegions {
    std::vector<annotation::Area> areas;
    std::vector<annotation::Relation> relations;
    /// In whose memory their sources are.
    json::CheckedText text;
    /// Results that have no place here, and why the first of them has none.
    std::size_t leftOut = 0;
    std::string reason;
};

/// Where regions are to be pasted.
struct PasteTarget {
    const config::LabelingInterface& interface;
    /// The size of an object's image; nothing: it is not known, or the object has none.
    std::function<std::optional<geometry::Size>(std::string_view object)> imageOf;
};

/// Reads the regions of a result array as far as the config has objects and controls for them. A
/// failure says in words why there are none at all.
std::expected<ClippedRegions, std::string> readRegions(std::string text, const PasteTarget& target,
                                                       const annotation::IdSource& newId);

} // namespace cartouche::editor
