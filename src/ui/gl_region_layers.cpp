// Images with their regions, on the renderer of render/. Compiled for the web only.

#include "ui/gl_region_layer.h"

#include <map>
#include <memory>
#include <optional>
#include <utility>

namespace cartouche::ui {

namespace {

using editor::ImageWorkspace;

class GlRegionLayers final : public RegionLayers {
public:
    std::uint64_t paint(ImageWorkspace& image, const annotation::Document& document,
                        editor::RegionStyles& styles, const Ground& ground) override {
        GlRegionLayer& layer = layerOf(image);
        const auto changed = layer.paint(image, document, styles, ground);
        return shown(layer.texture(), changed);
    }
    std::uint64_t paintMask(ImageWorkspace& image, std::uint32_t color,
                            const Ground& ground) override {
        GlRegionLayer& layer = layerOf(image);
        const auto changed = layer.paintMask(image, color, ground);
        return image.painting() == nullptr ? 0 : shown(layer.maskTexture(), changed);
    }
    std::uint64_t makeTile() override {
        return m_tiles.create(image::TilePyramid::kTileSize, image::TilePyramid::kTileSize,
                              render::Detail::One);
    }
    void dropTile(std::uint64_t texture) override {
        m_tiles.drop(static_cast<std::uint32_t>(texture));
    }
    void forget(const ImageWorkspace& image) override { m_layers.erase(&image); }
    void clear() override {
        m_layers.clear();
        m_tiles.deleteAll();
    }
    std::optional<geometry::Picture> readImage(std::uint64_t texture, int width,
                                               int height) override {
        auto pixels = render::readTexture(static_cast<std::uint32_t>(texture), width, height);
        return pixels.empty() ? std::nullopt
                              : std::optional(geometry::Picture{width, height, std::move(pixels)});
    }
    void restore() override {
        m_tiles.forgetAll();
        m_resources.restore();
        for (auto& [image, layer] : m_layers) {
            layer.restore();
        }
    }
    TextureState stateOf(std::uint64_t texture) const override {
        const auto found = m_states.find(texture);
        return found == m_states.end() ? TextureState() : found->second;
    }

private:
    GlRegionLayer& layerOf(const ImageWorkspace& image) {
        return m_layers.try_emplace(&image, m_resources).first->second;
    }

    std::uint64_t shown(std::uint64_t texture, const PixelBox& changed) {
        if (!changed.isEmpty()) {
            TextureState& state = m_states[texture];
            state = {state.revision + 1, changed};
        }
        return texture;
    }

    render::RegionResources m_resources;
    std::map<const ImageWorkspace*, GlRegionLayer> m_layers;
    render::ImageTextures m_tiles;
    std::map<std::uint64_t, TextureState> m_states; // by texture
};

} // namespace

std::unique_ptr<RegionLayers> makeGlRegionLayers() {
    return std::make_unique<GlRegionLayers>();
}

} // namespace cartouche::ui
