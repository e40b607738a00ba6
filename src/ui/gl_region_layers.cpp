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
        GlRegionLayer& layer = m_layers[&image];
        m_revision += layer.paint(image, document, styles, ground) ? 1 : 0;
        return layer.texture();
    }
    std::uint64_t paintMask(ImageWorkspace& image, std::uint32_t color,
                            const Ground& ground) override {
        m_revision += image.painting() == nullptr ? 0 : 1;
        return m_layers[&image].paintMask(image, color, ground);
    }
    std::uint64_t makeTile() override {
        return m_tiles.create(image::TilePyramid::kTileSize, image::TilePyramid::kTileSize,
                              render::Detail::One);
    }
    void dropTile(std::uint64_t texture) override {
        m_tiles.drop(static_cast<std::uint32_t>(texture));
    }
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
        for (auto& [image, layer] : m_layers) {
            layer.restore();
        }
    }
    std::uint64_t revision() const override { return m_revision; }

private:
    std::map<const ImageWorkspace*, GlRegionLayer> m_layers;
    render::ImageTextures m_tiles;
    std::uint64_t m_revision = 0;
};

} // namespace

std::unique_ptr<RegionLayers> makeGlRegionLayers() {
    return std::make_unique<GlRegionLayers>();
}

} // namespace cartouche::ui
