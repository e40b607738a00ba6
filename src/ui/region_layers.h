#pragma once

#include "core/geometry/flood_fill.h"
#include "editor/image_workspace.h"
#include "editor/region_style.h"
#include "ui/frame_damage.h"
#include "ui/image_tiles.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>

namespace cartouche::ui {

/// Draws images with their regions into textures, one a stage, and again only when something of
/// them changed: they are shown as one picture, whatever is drawn over them.
class RegionLayers {
public:
    /// What is below the regions, and how large a CSS pixel is.
    struct Ground {
        std::uint64_t texture = 0;          // 0: nothing, the regions lie on what is below
        std::span<const ImagePart> parts{}; // finer ones of the image, over the texture
        bool isSmooth = true;               // magnified pixels, too
        float pixelRatio = 1;
    };

    RegionLayers() = default;
    RegionLayers(const RegionLayers&) = delete;
    RegionLayers& operator=(const RegionLayers&) = delete;
    virtual ~RegionLayers() = default;

    /// The texture with the image and all its regions but those that have a preview, as large as
    /// the stage. It is good until the next call for the same image.
    virtual std::uint64_t paint(editor::ImageWorkspace& image, const annotation::Document& document,
                                editor::RegionStyles& styles, const Ground& ground) = 0;
    /// The texture with the mask that is being painted, over nothing; 0 if there is none.
    virtual std::uint64_t paintMask(editor::ImageWorkspace& image, std::uint32_t color,
                                    const Ground& ground) = 0;
    /// The pixels of an image as its texture has them; nothing if they cannot be read.
    virtual std::optional<geometry::Picture> readImage(std::uint64_t texture, int width,
                                                       int height) = 0;
    /// A new texture for a tile of an image (ImageTiles::MakeTexture).
    virtual std::uint64_t makeTile() = 0;
    virtual void dropTile(std::uint64_t texture) = 0;
    /// What was drawn of an image is not needed now; its memory is free.
    virtual void forget(const editor::ImageWorkspace& image) = 0;
    /// The images are others: neither layers nor tiles are shown again.
    virtual void clear() = 0;
    /// The surface lost everything it held.
    virtual void restore() = 0;
    virtual TextureState stateOf(std::uint64_t texture) const = 0;
};

/// Draws with WebGL 2 into the current context.
std::unique_ptr<RegionLayers> makeGlRegionLayers();

} // namespace cartouche::ui
