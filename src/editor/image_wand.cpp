// The magic wand (spec/tags.md 4.2): what is connected by like colours, on the original's pixels. A
// press fills by the default threshold, and dragging right or down raises it.

#include "core/geometry/mask_smoothing.h"
#include "core/json/numbers.h"
#include "core/language/message.h"
#include "editor/image_workspace.h"

#include <algorithm>
#include <cmath>

namespace cartouche::editor {

namespace {

constexpr double kRising = 3;  // CSS pixels of a drag for one step of the threshold
constexpr double kFalling = 5; // the same to the left or up (the reference's MagicWand.js)
constexpr int kMostThreshold = 255;

double numberOf(const config::Control& wand, std::string_view attribute, double otherwise) {
    return json::parseNumber(wand.tag->text(attribute)).value_or(otherwise);
}

} // namespace

/// Read once; nullptr, which is reported, if they cannot be.
const geometry::Picture* ImageWorkspace::pixels() {
    if (!m_pixels && m_pixelSource) {
        m_pixels = m_pixelSource();
    }
    if (!m_pixels) {
        m_regions.report({diagnostics::Code::PixelsUnreadable,
                          language::say("image.pixels-unreadable"), m_tag->where()});
    }
    return m_pixels ? &*m_pixels : nullptr;
}

bool ImageWorkspace::startWand(const Pointer& pointer) {
    const geometry::Point seed = m_viewport.toImage(pointer.at);
    const geometry::Size image = m_viewport.image();
    const bool isInside =
        seed.x >= 0 && seed.y >= 0 && seed.x < image.width && seed.y < image.height;
    const bool isPossible = isInside && (paintedRegion() || drawingControl() != nullptr);
    if (!isPossible || pixels() == nullptr || !preparePainting()) {
        return false;
    }
    m_wand = Wand{.seed = seed};
    wandTo(pointer);
    return true;
}

/// Only notes the threshold: the painting is filled when it is asked for, once a frame.
void ImageWorkspace::wandTo(const Pointer& pointer) {
    const double right = pointer.at.x - m_pressed.at.x;
    const double down = pointer.at.y - m_pressed.at.y;
    const double way = std::abs(right) > std::abs(down) ? right : down;
    const double steps = way / (way < 0 ? kFalling : kRising);
    const double start = numberOf(*m_wandInHand, "defaultThreshold", 15);
    m_wand.threshold = static_cast<int>(
        std::clamp(start + std::trunc(steps), 1.0, static_cast<double>(kMostThreshold)));
}

void ImageWorkspace::fillByWand() {
    if (m_gesture != Gesture::Wand || m_wand.filled == m_wand.threshold) {
        return;
    }
    const int width = m_painting->canvas.width();
    const int height = m_painting->canvas.height();
    const geometry::Mask* before = m_painting->region ? maskOf(*m_painting->region) : nullptr;
    const auto radius = static_cast<int>(numberOf(*m_wandInHand, "blurRadius", 5));
    const geometry::Mask filled =
        geometry::floodFill(*m_pixels, static_cast<int>(m_wand.seed.x),
                            static_cast<int>(m_wand.seed.y), m_wand.threshold);
    m_painting->canvas = before == nullptr ? geometry::MaskCanvas(width, height)
                                           : geometry::MaskCanvas(width, height, *before);
    m_painting->canvas.add(geometry::smoothed(filled, radius, width, height));
    m_painting->changed = {0, 0, width, height};
    m_wand.filled = m_wand.threshold;
}

void ImageWorkspace::finishWand() {
    m_gesture = Gesture::Wand; // the last threshold counts, too
    fillByWand();
    m_gesture = Gesture::None;
    finishPainting();
}

} // namespace cartouche::editor
