#pragma once

#include "core/annotation/document.h"
#include "core/geometry/mask.h"
#include "core/geometry/pixels.h"

#include <cstdint>
#include <map>
#include <string>

namespace cartouche::editor {

/// The masks of an image's brush and bitmask regions, decoded once each: as documents hold them
/// they are code, or a PNG.
class MaskStore {
public:
    /// nullptr if the region has no mask, or none of an image of this size; why() then tells.
    const geometry::Mask* find(annotation::AreaHandle region, const annotation::Area& area,
                               geometry::Size size);
    /// What is wrong with a mask that was looked for; empty: nothing.
    std::string why(annotation::AreaHandle region) const;
    /// It may be another now.
    void drop(annotation::AreaHandle region) { m_masks.erase(region.index); }
    void clear() { m_masks.clear(); }

private:
    struct Entry {
        geometry::Mask mask;
        std::string problem;
    };

    std::map<std::uint32_t, Entry> m_masks; // by region
};

} // namespace cartouche::editor
