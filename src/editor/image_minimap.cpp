// A small map of the image while a part of it is seen: a press on it goes there.

#include "editor/image_workspace.h"

#include <algorithm>

namespace cartouche::editor {

namespace {

using geometry::Point;

constexpr double kMostSide = 140; // CSS pixels
constexpr double kMargin = 12;
constexpr double kLeastStage = 320; // on smaller ones it would hide too much

} // namespace

std::optional<geometry::Bounds> ImageWorkspace::minimap() const {
    const geometry::Size stage = m_viewport.stage();
    const geometry::Size image = m_viewport.image();
    const bool hasRoom = stage.width >= kLeastStage && stage.height >= kLeastStage;
    if (!m_hasImage || !hasRoom || m_viewport.rotation() != 0 || m_viewport.seesAll()) {
        return std::nullopt;
    }
    const double scale = kMostSide / std::max(image.width, image.height);
    const double right = stage.width - kMargin;
    const double bottom = stage.height - kMargin;
    return geometry::Bounds{right - image.width * scale, bottom - image.height * scale, right,
                            bottom};
}

bool ImageWorkspace::pressMinimap(const Pointer& pointer) {
    const auto map = minimap();
    const bool isOn = map && pointer.at.x >= map->left && pointer.at.x < map->right &&
                      pointer.at.y >= map->top && pointer.at.y < map->bottom;
    if (isOn) {
        moveMinimap(pointer.at);
    }
    return isOn;
}

void ImageWorkspace::moveMinimap(Point at) {
    if (const auto map = minimap()) {
        const geometry::Size image = m_viewport.image();
        m_viewport.centerOn({(at.x - map->left) / map->width() * image.width,
                             (at.y - map->top) / map->height() * image.height});
    }
}

} // namespace cartouche::editor
