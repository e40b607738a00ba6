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
        const bool isOther = layer.paint(image, document, styles, ground);
        return isOther ? changed(layer.texture()) : layer.texture();
    }
    std::uint64_t paintMask(ImageWorkspace& image, std::uint32_t color,
                            const Ground& ground) override {
        const std::uint64_t texture = layerOf(image).paintMask(image, color, ground);
        return texture == 0 ? 0 : changed(texture);
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
    std::uint64_t revisionOf(std::uint64_t texture) const override {
        const auto found = m_revisions.find(texture);
        return found == m_revisions.end() ? 0 : found->second;
    }

private:
    GlRegionLayer& layerOf(const ImageWorkspace& image) {
        return m_layers.try_emplace(&image, m_resources).first->second;
    }

    std::uint64_t changed(std::uint64_t texture) {
        m_revisions[texture] = ++m_changeCount;
        return texture;
    }

    render::RegionResources m_resources;
    std::map<const ImageWorkspace*, GlRegionLayer> m_layers;
    render::ImageTextures m_tiles;
    std::map<std::uint64_t, std::uint64_t> m_revisions; // by texture
    std::uint64_t m_changeCount = 0;
};

} // namespace

std::unique_ptr<RegionLayers> makeGlRegionLayers() {
    return std::make_unique<GlRegionLayers>();
}

} // namespace cartouche::ui
