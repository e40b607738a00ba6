#include "editor/mask_store.h"

#include "core/image/bitmask.h"

#include <utility>
#include <variant>

namespace cartouche::editor {

const geometry::Mask* MaskStore::find(annotation::AreaHandle region, const annotation::Area& area,
                                      geometry::Size size) {
    if (!area.shape || !geometry::isMask(*area.shape)) {
        return nullptr;
    }
    const auto [entry, isNew] = m_masks.try_emplace(region.index);
    if (isNew) {
        const auto width = static_cast<int>(size.width);
        const auto height = static_cast<int>(size.height);
        const auto* brush = std::get_if<geometry::BrushMask>(&*area.shape);
        auto mask = brush != nullptr ? geometry::decode(*brush, width, height)
                                     : image::decode(std::get<geometry::BitmaskImage>(*area.shape),
                                                     width, height);
        if (mask) {
            entry->second.mask = std::move(*mask);
        } else {
            entry->second.problem = mask.error().message;
        }
    }
    return entry->second.problem.empty() ? &entry->second.mask : nullptr;
}

std::string MaskStore::why(annotation::AreaHandle region) const {
    const auto entry = m_masks.find(region.index);
    return entry == m_masks.end() ? std::string() : entry->second.problem;
}

} // namespace cartouche::editor
