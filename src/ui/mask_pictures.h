#pragma once

#include "editor/image_workspace.h"
#include "render/region_renderer.h"

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace cartouche::ui {

/// The masks of an image's regions as textures, and the one that is being painted. Belongs to one
/// GL context, which must be current for every call. Compiled for the web only.
class MaskPictures {
public:
    MaskPictures() = default;
    MaskPictures(const MaskPictures&) = delete;
    MaskPictures& operator=(const MaskPictures&) = delete;
    ~MaskPictures();

    /// The mask of a region, in this colour, in the place of the one it had.
    void put(annotation::AreaHandle region, const geometry::Mask& mask, std::uint32_t color);
    void remove(annotation::AreaHandle region);
    /// Where it is, in pixels of the image; Bounds::nothing() if it has none.
    geometry::Bounds boxOf(annotation::AreaHandle region) const;
    void clear();
    /// That of a region, if it has one.
    void draw(render::RegionLayer& layer, annotation::AreaHandle region) const;
    std::vector<annotation::AreaHandle> regions() const;

    /// Brings what was painted since the last call to the GPU, and returns where that is, in pixels
    /// of the image (Bounds::nothing() if it is none); nothing if no mask is being painted.
    std::optional<geometry::Bounds> upload(editor::ImageWorkspace::Painting* painting);
    void drawPainting(render::RegionLayer& layer, std::uint32_t color) const;

    /// The context lost all textures.
    void restore();

private:
    struct Picture {
        std::uint32_t texture = 0;
        geometry::Bounds box;
        std::uint32_t color = 0;
    };

    std::map<std::uint32_t, Picture> m_pictures; // by region
    Picture m_painting;                          // of the whole image
};

} // namespace cartouche::ui
