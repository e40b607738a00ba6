#include "editor/mask_store.h"

#include <utility>
#include <variant>

namespace cartouche::editor {

const geometry::Mask* MaskStore::find(annotation::AreaHandle region, const annotation::Area& area,
                                      geometry::Size image) {
    const auto* brush = area.shape ? std::get_if<geometry::BrushMask>(&*area.shape) : nullptr;
    if (brush == nullptr) {
        return nullptr;
    }
    const auto [entry, isNew] = m_masks.try_emplace(region.index);
    if (isNew) {
        auto mask =
            geometry::decode(*brush, static_cast<int>(image.width), static_cast<int>(image.height));
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
