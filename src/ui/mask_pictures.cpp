#include "ui/mask_pictures.h"

#include "core/geometry/mask.h"
#include "render/mask_texture.h"

#include <cstddef>
#include <utility>
#include <vector>

namespace cartouche::ui {

using geometry::MaskCanvas;

namespace {

void drawIn(render::RegionLayer& layer, std::uint32_t texture, const geometry::Bounds& box,
            std::uint32_t color) {
    layer.drawMask(texture, static_cast<float>(box.left), static_cast<float>(box.top),
                   static_cast<float>(box.width()), static_cast<float>(box.height()), color);
}

std::vector<std::uint8_t> pixelsOf(const MaskCanvas& canvas, const MaskCanvas::Area& area) {
    std::vector<std::uint8_t> pixels;
    for (int y = area.top; y < area.bottom; ++y) {
        const auto row = canvas.pixels().subspan(static_cast<std::size_t>(y) *
                                                         static_cast<std::size_t>(canvas.width()) +
                                                     static_cast<std::size_t>(area.left),
                                                 static_cast<std::size_t>(area.right - area.left));
        pixels.insert(pixels.end(), row.begin(), row.end());
    }
    return pixels;
}

} // namespace

MaskPictures::~MaskPictures() {
    clear();
    render::deleteMask(m_painting.texture);
}

void MaskPictures::put(annotation::AreaHandle region, const geometry::Mask& mask,
                       std::uint32_t color) {
    remove(region);
    if (const auto box = geometry::boundsOf(mask)) {
        m_pictures[region.index] = {render::createMask(mask.width, mask.height, mask.alpha), *box,
                                    color};
    }
}

void MaskPictures::remove(annotation::AreaHandle region) {
    const auto known = m_pictures.find(region.index);
    if (known != m_pictures.end()) {
        render::deleteMask(known->second.texture);
        m_pictures.erase(known);
    }
}

geometry::Bounds MaskPictures::boxOf(annotation::AreaHandle region) const {
    const auto known = m_pictures.find(region.index);
    return known == m_pictures.end() ? geometry::Bounds::nothing() : known->second.box;
}

void MaskPictures::clear() {
    for (const auto& [region, picture] : m_pictures) {
        render::deleteMask(picture.texture);
    }
    m_pictures.clear();
}

void MaskPictures::draw(render::RegionLayer& layer, annotation::AreaHandle region) const {
    if (const auto found = m_pictures.find(region.index); found != m_pictures.end()) {
        drawIn(layer, found->second.texture, found->second.box, found->second.color);
    }
}

std::vector<annotation::AreaHandle> MaskPictures::regions() const {
    std::vector<annotation::AreaHandle> regions;
    for (const auto& [region, picture] : m_pictures) {
        regions.push_back({region});
    }
    return regions;
}

std::optional<geometry::Bounds> MaskPictures::upload(editor::ImageWorkspace::Painting* painting) {
    if (painting == nullptr) {
        render::deleteMask(std::exchange(m_painting.texture, 0));
        return std::nullopt;
    }
    const MaskCanvas& canvas = painting->canvas;
    const MaskCanvas::Area changed = std::exchange(painting->changed, {});
    if (m_painting.texture == 0) {
        m_painting.texture = render::createMask(canvas.width(), canvas.height(), canvas.pixels());
        m_painting.box = {0, 0, static_cast<double>(canvas.width()),
                          static_cast<double>(canvas.height())};
        return m_painting.box;
    }
    if (changed.isEmpty()) {
        return geometry::Bounds::nothing();
    }
    render::updateMask(
        m_painting.texture,
        {changed.left, changed.top, changed.right - changed.left, changed.bottom - changed.top},
        pixelsOf(canvas, changed));
    return geometry::Bounds{static_cast<double>(changed.left), static_cast<double>(changed.top),
                            static_cast<double>(changed.right),
                            static_cast<double>(changed.bottom)};
}

void MaskPictures::drawPainting(render::RegionLayer& layer, std::uint32_t color) const {
    drawIn(layer, m_painting.texture, m_painting.box, color);
}

void MaskPictures::restore() {
    m_pictures.clear();
    m_painting = {};
}

} // namespace cartouche::ui
