// What is there, found and selected. Beside this: image_tool_choice.cpp (what is in hand),
// image_gestures.cpp (what presses begin and end), image_drawing.cpp (new shapes),
// image_polygons.cpp and image_paths.cpp (those of many points), image_points.cpp (points that are
// chosen), image_painting.cpp and image_wand.cpp (masks), image_moving.cpp (old shapes).

#include "editor/image_workspace.h"

#include "core/json/numbers.h"

#include <algorithm>
#include <format>
#include <iterator>
#include <tuple>
#include <utility>
#include <variant>

namespace cartouche::editor {

namespace {

using annotation::Area;
using annotation::AreaHandle;
using geometry::Bounds;
using geometry::Point;
using geometry::Shape;

constexpr double kReach = 6; // CSS pixels around what can be pressed
constexpr double kTouchReach = 16;

using Rules = Viewport::Rules;

Rules::Align alignOf(const config::Tag& image, std::string_view attribute) {
    const std::string_view text = image.text(attribute);
    // The default of the language leaves half of a wide stage empty; it counts if it is written.
    return !image.hasAttribute(attribute) || text == "center" ? Rules::Align::Center
           : text == "right" || text == "bottom"              ? Rules::Align::End
                                                              : Rules::Align::Start;
}

Rules rulesOf(const config::Tag& image) {
    const std::string_view start = image.text("defaultZoom");
    return {.start = start == "original" ? Rules::Start::Original
                     : start == "auto"   ? Rules::Start::Smaller
                                         : Rules::Start::Fit,
            .horizontal = alignOf(image, "horizontalAlignment"),
            .vertical = alignOf(image, "verticalAlignment"),
            .canShrink = image.flag("negativeZoom")};
}

/// Behind the address of a document, as in links to it.
std::string pageMark(int item) {
    return std::format("#page={}", item + 1);
}

} // namespace

ImageWorkspace::ImageWorkspace(Regions& regions, const config::Tag& image,
                               std::vector<std::string> addresses)
    : m_regions(regions), m_tag(&image), m_addresses(std::move(addresses)),
      m_controls(drawingControls(regions.interface(), regions.assist(), image.name())) {
    m_viewport.setRules(rulesOf(image));
    if (isDocument() && !m_addresses.empty()) {
        m_addresses = {m_addresses.front() + pageMark(0)};
    }
    for (const config::Control* control : m_controls) {
        if (regions.interface().findLabels(*control->tag) == nullptr) {
            m_tool = *toolOf(control->tag->kind()); // a bare tool draws at once
            break;
        }
    }
    takeToolInHand();
    const auto allWands = wands();
    m_wandInHand = allWands.empty() ? nullptr : allWands.front();
    for (const config::Control* control : m_controls) {
        if (toolOf(control->tag->kind()) == ImageTool::KeyPoint) {
            m_pointReach = std::max(m_pointReach, pointLookOf(control->tag).radius);
        }
    }
    for (auto& [tool, size] : m_brushSizes) {
        const auto control = std::ranges::find_if(m_controls, [tool](const auto* candidate) {
            return toolOf(candidate->tag->kind()) == tool;
        });
        if (control != m_controls.end()) {
            size = json::parseNumber((*control)->tag->text("strokeWidth")).value_or(size);
        }
    }
}

void ImageWorkspace::setImageSize(geometry::Size size) {
    m_hasImage = size.width > 0 && size.height > 0;
    m_pixels.reset();
    if (m_hasImage) {
        m_viewport.setImage(size);
        reload();
    }
}

std::string_view ImageWorkspace::address() const {
    return m_addresses.empty() ? ""
                               : std::string_view(m_addresses[static_cast<std::size_t>(m_item)]);
}

void ImageWorkspace::setPageCount(int count) {
    if (!isDocument() || m_addresses.empty()) {
        return;
    }
    const std::string document =
        m_addresses.front().substr(0, m_addresses.front().size() - pageMark(0).size());
    m_addresses.resize(1);
    while (itemCount() < count) {
        m_addresses.push_back(document + pageMark(itemCount()));
    }
    m_item = std::min(m_item, itemCount() - 1);
}

void ImageWorkspace::setLook(const Look& look) {
    m_look = {std::clamp(look.brightness, 0.0, kMostLook),
              std::clamp(look.contrast, 0.0, kMostLook)};
}

void ImageWorkspace::showItem(int item) {
    if (item != m_item && item >= 0 && item < itemCount()) {
        m_item = item;
        m_hasImage = false;
        m_viewport = {};
        m_viewport.setRules(rulesOf(*m_tag));
        reload();
    }
}

bool ImageWorkspace::isMine(const Area& area) const {
    return area.shape && area.object == m_tag->name() && itemOf(area) == m_item;
}

void ImageWorkspace::reload() {
    cancel();
    takeToolInHand();
    m_index.clear();
    m_masks.clear();
    m_hovered.reset();
    if (m_hasImage) { // before that, nothing has a place
        for (const AreaHandle handle : document().areas().handles()) {
            index(handle);
        }
    }
    m_dirty = {.isAll = true, .regions = {}};
}

void ImageWorkspace::index(Handle region) {
    const Area* area = document().areas().find(region);
    const bool isShown = area != nullptr && isMine(*area);
    m_masks.drop(region);
    std::optional<Bounds> bounds;
    if (isShown && geometry::isMask(*area->shape)) {
        const geometry::Mask* mask = maskOf(region);
        bounds = mask == nullptr ? std::nullopt : geometry::boundsOf(*mask);
    } else if (isShown) {
        bounds = geometry::boundsOf(*area->shape, m_viewport.image());
    }
    if (bounds) {
        m_index.update(region.index, *bounds);
    } else {
        m_index.remove(region.index);
    }
}

void ImageWorkspace::update(std::span<const Handle> changed) {
    for (const Handle region : changed) {
        if (m_hasImage) {
            index(region);
        }
        m_dirty.regions.push_back(region);
    }
    if (m_hovered && document().areas().find(*m_hovered) == nullptr) {
        m_hovered.reset();
    }
}

const geometry::Mask* ImageWorkspace::maskOf(Handle region) {
    const Area* area = document().areas().find(region);
    return area == nullptr ? nullptr : m_masks.find(region, *area, m_viewport.image());
}

bool ImageWorkspace::isHit(Handle region, Point pixel, double reachPx) {
    if (const geometry::Mask* mask = maskOf(region)) {
        return geometry::covers(*mask, pixel);
    }
    const Shape& shape = *document().areas().find(region)->shape;
    if (std::holds_alternative<geometry::KeyPoint>(shape)) {
        reachPx = std::max(reachPx, pointLookOf(controlTagOf(region)).radius / m_viewport.scale());
    }
    return geometry::isHit(shape, m_viewport.image(), pixel, reachPx);
}

ImageWorkspace::Dirty ImageWorkspace::takeDirty() {
    return std::exchange(m_dirty, {});
}

Point ImageWorkspace::inImage(Point at) const {
    const Point pixel = m_viewport.toImage(at);
    return {std::clamp(pixel.x, 0.0, m_viewport.image().width),
            std::clamp(pixel.y, 0.0, m_viewport.image().height)};
}

double ImageWorkspace::reachOf(const Pointer& pointer) const {
    return pointer.isTouch ? kTouchReach : kReach;
}

const Shape* ImageWorkspace::shapeOf(Handle region) const {
    const auto preview = std::ranges::find(m_previews, region, &Preview::region);
    if (preview != m_previews.end()) {
        return &preview->shape;
    }
    const Area* area = document().areas().find(region);
    return area != nullptr && isMine(*area) ? &*area->shape : nullptr;
}

std::optional<AreaHandle> ImageWorkspace::find(Point at, double reach) {
    const Point pixel = m_viewport.toImage(at);
    const double reachPx = reach / m_viewport.scale();
    const double farPx = std::max(reach, m_pointReach) / m_viewport.scale();
    const Bounds around{pixel.x - farPx, pixel.y - farPx, pixel.x + farPx, pixel.y + farPx};
    std::optional<Handle> topmost;
    m_index.query(around, [&](std::uint32_t index) {
        const Handle handle{index};
        const Area& area = *document().areas().find(handle);
        // What is selected lies above all others, and what was made later above what was before.
        const auto rank = [this](Handle region) {
            return std::tuple(m_regions.isSelected(region), document().areas().find(region)->order,
                              region.index);
        };
        if (!area.isHidden && (!topmost || rank(handle) > rank(*topmost)) &&
            isHit(handle, pixel, reachPx)) {
            topmost = handle;
        }
    });
    return topmost;
}

std::optional<Bounds> ImageWorkspace::rubberBand() const {
    if (m_gesture != Gesture::Band || !m_hasMoved) {
        return std::nullopt;
    }
    const Point one = m_viewport.toImage(m_pressed.at);
    const Point other = m_viewport.toImage(m_pointer);
    return Bounds{std::min(one.x, other.x), std::min(one.y, other.y), std::max(one.x, other.x),
                  std::max(one.y, other.y)};
}

void ImageWorkspace::selectInBand(bool isAdding) {
    std::vector<Handle> regions = isAdding ? m_regions.selection() : std::vector<Handle>();
    m_index.query(*rubberBand(), [&](std::uint32_t index) {
        const Handle region{index};
        if (!document().areas().find(region)->isHidden && !std::ranges::contains(regions, region)) {
            regions.push_back(region);
        }
    });
    std::ranges::sort(regions);
    m_regions.select(std::move(regions));
}

/// spec/tags.md 5.2
void ImageWorkspace::click(const Pointer& pointer) {
    const bool isToggling = pointer.control || isSelecting(pointer);
    const bool isPlain = !isToggling && !m_regions.isRelating();
    if (!pointer.isKeys && isDoubleClick(m_pressed) && isPlain && m_pressedRegion) {
        m_regions.select({*m_pressedRegion}); // the first click may have unselected it
        m_doubleClicked = m_pressedRegion;
    } else if (m_regions.isRelating()) {
        m_pressedRegion ? m_regions.relateTo(*m_pressedRegion) : m_regions.stopRelation();
    } else if (!m_pressedRegion) {
        if (!m_regions.selectsSeveral()) { // a finger that missed takes nothing back
            m_regions.select({});
        }
    } else if (isToggling) {
        m_regions.toggleSelected(*m_pressedRegion);
    } else if (m_regions.isSelected(*m_pressedRegion)) {
        m_regions.select({});
    } else {
        m_regions.select({*m_pressedRegion});
    }
}

ImageWorkspace::Cursor ImageWorkspace::cursor() const {
    switch (m_gesture) {
    case Gesture::Pan:
        return Cursor::Grabbing;
    case Gesture::Move:
        return Cursor::Move;
    case Gesture::Grip:
        return Cursor::Resize;
    case Gesture::Draw:
    case Gesture::Paint:
    case Gesture::Wand:
        return Cursor::Cross;
    default:
        break;
    }
    if (m_isSpaceHeld || m_tool == ImageTool::Pan || (m_isForShow && !m_hovered)) {
        return Cursor::Grab;
    }
    if (hasBrush()) {
        return Cursor::Cross;
    }
    if (gripAt(m_pointer, kReach)) {
        return Cursor::Resize;
    }
    if (m_hovered && m_regions.isSelected(*m_hovered)) {
        return Cursor::Move;
    }
    return drawingControl() != nullptr ? Cursor::Cross : Cursor::Default;
}

} // namespace cartouche::editor
