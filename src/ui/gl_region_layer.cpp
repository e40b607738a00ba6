#include "ui/gl_region_layer.h"

#include "core/geometry/mask.h"
#include "editor/point_look.h"
#include "ui/colors.h"

#include <algorithm>
#include <cmath>
#include <ranges>
#include <utility>
#include <variant>

namespace cartouche::ui {

using annotation::AreaHandle;
using editor::ImageWorkspace;
using geometry::Point;

namespace {

render::Rect rectOf(const geometry::Bounds& box) {
    return {static_cast<float>(box.left), static_cast<float>(box.top),
            static_cast<float>(box.width()), static_cast<float>(box.height())};
}

PixelBox boxOf(const render::View& view, const geometry::Bounds& box) {
    geometry::Bounds seen = geometry::Bounds::nothing();
    for (const Point corner : {Point{box.left, box.top},
                               {box.right, box.top},
                               {box.left, box.bottom},
                               {box.right, box.bottom}}) {
        seen =
            seen.unite(geometry::Bounds::of({view.xx * corner.x + view.xy * corner.y + view.x0,
                                             view.yx * corner.x + view.yy * corner.y + view.y0}));
    }
    constexpr double kEdge = 1; // pixels of a mask that is made smaller are mixed
    const auto floor = [](double value) { return static_cast<int>(std::floor(value - kEdge)); };
    const auto ceil = [](double value) { return static_cast<int>(std::ceil(value + kEdge)); };
    return {floor(seen.left), floor(seen.top), ceil(seen.right), ceil(seen.bottom)};
}

} // namespace

PixelBox GlRegionLayer::paint(ImageWorkspace& image, const annotation::Document& document,
                              editor::RegionStyles& styles, const RegionLayers::Ground& ground) {
    m_image = &image;
    m_document = &document;
    m_styles = &styles;
    const auto changed = takeChanges();
    const PixelBox part = partOf(shownNow(ground), m_shown, changed);
    if (!part.isEmpty()) {
        begin(m_target, m_shown, part);
        draw(ground, part == pixelsOf(m_shown) ? image.viewport().visible() : *changed);
        m_target.end();
    }
    return part;
}

PixelBox GlRegionLayer::paintMask(ImageWorkspace& image, std::uint32_t color,
                                  const RegionLayers::Ground& ground) {
    m_image = &image;
    auto changed = m_masks.upload(image.painting());
    if (!changed) {
        m_shownOver = {};
        return {};
    }
    if (std::exchange(m_colorOver, color) != color) {
        changed.reset();
    }
    const PixelBox part = partOf(shownNow(ground), m_shownOver, changed);
    if (!part.isEmpty()) {
        begin(m_over, m_shownOver, part);
        m_masks.drawPainting(m_over, color);
        m_over.end();
    }
    return part;
}

void GlRegionLayer::restore() {
    m_over.restore();
    m_masks.restore();
    m_target.restore();
    m_all.restore();
    m_few.restore();
    m_isAllStale = true;
    m_shown = {};
    m_shownOver = {};
}

PixelBox GlRegionLayer::pixelsOf(const Shown& shown) {
    return {0, 0, std::max(shown.widthPx, 1), std::max(shown.heightPx, 1)};
}

PixelBox GlRegionLayer::partOf(Shown now, Shown& before,
                               const std::optional<geometry::Bounds>& changed) {
    const PixelBox all = pixelsOf(now);
    if (now != before || !changed) {
        before = std::move(now);
        return all;
    }
    return changed->isEmpty() ? PixelBox() : intersection(boxOf(now.view, *changed), all);
}

std::optional<geometry::Bounds> GlRegionLayer::takeChanges() {
    ImageWorkspace::Dirty dirty = m_image->takeDirty();
    if (dirty.isAll || m_isAllStale) {
        m_isAllStale = false;
        rebuild();
        return std::nullopt;
    }
    bool hasLines = false;
    geometry::Bounds changed = geometry::Bounds::nothing();
    for (const AreaHandle region : dirty.regions) {
        if (!update(region)) {
            rebuild();
            return std::nullopt;
        }
        Slot& slot = m_slots[region.index];
        hasLines = hasLines || slot.place == Place::Lines;
        const geometry::Bounds before = std::exchange(slot.bounds, boundsOf(region));
        changed = changed.unite(withStrokes(before.unite(slot.bounds))).unite(remakeMask(region));
    }
    if (hasLines) {
        rebuildLines();
    }
    return changed;
}

const geometry::Shape* GlRegionLayer::shapeOf(AreaHandle region) const {
    const annotation::Area* area = m_document->areas().find(region);
    const bool isHere = area != nullptr && !area->isHidden && m_image->isMine(*area);
    return isHere ? &*area->shape : nullptr;
}

int GlRegionLayer::orderOf(AreaHandle region) const {
    const annotation::Area* area = m_document->areas().find(region);
    return area == nullptr ? 0 : area->order;
}

geometry::Bounds GlRegionLayer::boundsOf(AreaHandle region) const {
    const geometry::Bounds* bounds = m_image->index().find(region.index);
    return bounds == nullptr ? geometry::Bounds::nothing() : *bounds;
}

geometry::Bounds GlRegionLayer::withStrokes(const geometry::Bounds& bounds) const {
    constexpr double kStrokes = editor::PointLook::kLargest + 2; // CSS pixels; and its outline
    return bounds.grown(kStrokes / m_image->viewport().scale());
}

std::vector<DrawnRegion> GlRegionLayer::drawnOf(auto&& handles) const {
    std::vector<DrawnRegion> regions;
    for (const AreaHandle region : handles) {
        const geometry::Shape* shape = shapeOf(region);
        const Place place = shape == nullptr ? Place::None : placeOf(*shape);
        if (place != Place::None) {
            regions.push_back({region, place, orderOf(region)});
        }
    }
    orderForDrawing(regions);
    return regions;
}

bool GlRegionLayer::comesLast(AreaHandle region) {
    const std::pair top(orderOf(region), region);
    const bool isLast = m_all.runs.empty() || m_last < top;
    m_last = isLast ? top : m_last;
    return isLast && m_all.runs.size() < 2 * kMostRuns;
}

std::set<std::uint32_t> GlRegionLayer::previewed() const {
    std::set<std::uint32_t> regions;
    for (const ImageWorkspace::Preview& preview : m_image->previews()) {
        regions.insert(preview.region.index);
    }
    return regions;
}

/// Adds a region behind what is there.
GlRegionLayer::Slot GlRegionLayer::add(RegionParts& parts, AreaHandle region) const {
    const geometry::Shape* shape = shapeOf(region);
    if (shape == nullptr) {
        return {};
    }
    const std::size_t rectangles = parts.rectangles.size();
    const std::size_t ellipses = parts.ellipses.size();
    const Place place =
        addRegion(parts, *shape, m_styles->styleOf(*m_document->areas().find(region)),
                  m_image->viewport().image());
    return {place, static_cast<std::uint32_t>(place == Place::Rectangles ? rectangles : ellipses)};
}

geometry::Bounds GlRegionLayer::remakeMask(AreaHandle region) {
    const geometry::Bounds before = m_masks.boxOf(region);
    const geometry::Shape* shape = shapeOf(region);
    const bool isMask = shape != nullptr && geometry::isMask(*shape);
    const geometry::Mask* mask = isMask ? m_image->maskOf(region) : nullptr;
    if (mask == nullptr) {
        m_masks.remove(region);
    } else {
        m_masks.put(region, *mask, maskColor(m_styles->styleOf(*m_document->areas().find(region))));
    }
    return before.unite(m_masks.boxOf(region));
}

void GlRegionLayer::rebuild() {
    m_masks.clear();
    RegionParts parts;
    m_slots.assign(m_document->areas().slotCount(), {});
    m_lineRegions.clear();
    m_last = {};
    const std::set<std::uint32_t> hidden = previewed();
    const std::vector<DrawnRegion> drawn = drawnOf(m_document->areas().handles());
    for (const DrawnRegion& one : drawn) {
        Slot& slot = m_slots[one.region.index];
        slot = add(parts, one.region);
        slot.order = one.order;
        slot.bounds = boundsOf(one.region);
        m_last = std::max(m_last, std::pair(one.order, one.region));
        if (slot.place == Place::Lines) {
            m_lineRegions.push_back(one.region);
        } else if (slot.place == Place::Masks) {
            remakeMask(one.region);
        }
        blankIf(hidden.contains(one.region.index), parts, slot);
    }
    m_counts = {parts.rectangles.size(), parts.ellipses.size()};
    m_all.assign(parts, drawn);
    if (!hidden.empty()) {
        rebuildLines();
    }
}

void GlRegionLayer::blankIf(bool isBlank, RegionParts& parts, const Slot& slot) {
    if (isBlank && slot.place == Place::Rectangles) {
        parts.rectangles[slot.index] = kBlank;
    } else if (isBlank && slot.place == Place::Ellipses) {
        parts.ellipses[slot.index] = kBlank;
    }
}

void GlRegionLayer::rebuildLines() {
    RegionParts parts;
    const std::set<std::uint32_t> hidden = previewed();
    for (std::size_t index = 0; index < m_lineRegions.size(); ++index) {
        const AreaHandle region = m_lineRegions[index];
        if (!hidden.contains(region.index)) {
            add(parts, region);
        }
        if (parts.lineEnds.size() == index) { // nothing of it is seen
            parts.endLines();
        }
    }
    m_all.assignLines(parts);
}

/// False if it cannot be done in place.
bool GlRegionLayer::update(AreaHandle region) {
    m_slots.resize(m_document->areas().slotCount());
    Slot& slot = m_slots[region.index];
    RegionParts parts;
    const Slot now = add(parts, region);
    const bool isSeen =
        now.place != Place::None &&
        !std::ranges::contains(m_image->previews(), region, &ImageWorkspace::Preview::region);
    if (slot.place != Place::None && slot.order != orderOf(region)) {
        return false;
    }
    if (slot.place == Place::None && now.place != Place::None) {
        if (!comesLast(region)) {
            return false;
        }
        addToRuns(m_all.runs, now.place);
        slot = now;
        slot.order = orderOf(region);
        slot.index = static_cast<std::uint32_t>(now.place == Place::Rectangles ? m_counts[0]++
                                                : now.place == Place::Ellipses ? m_counts[1]++
                                                                               : 0);
        if (now.place == Place::Lines) {
            m_lineRegions.push_back(region);
        } else if (now.place == Place::Masks) {
            m_all.masks.push_back(region);
        }
    } else if (now.place != Place::None && now.place != slot.place) {
        return false;
    }
    const auto put = [&](render::ShapeBuffer& buffer, const auto& instances) {
        const render::ShapeInstance instance = isSeen ? instances.front() : kBlank;
        buffer.update(slot.index, {&instance, 1});
    };
    if (slot.place == Place::Rectangles) {
        put(m_all.rectangles, parts.rectangles);
    } else if (slot.place == Place::Ellipses) {
        put(m_all.ellipses, parts.ellipses);
    }
    return true;
}

GlRegionLayer::Shown GlRegionLayer::shownNow(const RegionLayers::Ground& ground) const {
    const editor::Viewport& view = m_image->viewport();
    const double ratio = static_cast<double>(ground.pixelRatio);
    const Point origin = view.toStage({0, 0});
    const Point right = view.toStage({1, 0});
    const Point down = view.toStage({0, 1});
    const auto scaled = [ratio](double value) { return static_cast<float>(value * ratio); };
    return {static_cast<int>(std::lround(view.stage().width * ratio)),
            static_cast<int>(std::lround(view.stage().height * ratio)),
            ground.texture,
            {ground.parts.begin(), ground.parts.end()},
            m_image->look(),
            {.xx = scaled(right.x - origin.x),
             .yx = scaled(right.y - origin.y),
             .xy = scaled(down.x - origin.x),
             .yy = scaled(down.y - origin.y),
             .x0 = scaled(origin.x),
             .y0 = scaled(origin.y),
             .pixelRatio = ground.pixelRatio}};
}

void GlRegionLayer::begin(render::RegionLayer& target, const Shown& shown, const PixelBox& part) {
    const PixelBox all = pixelsOf(shown);
    if (part == all) {
        target.begin(all.right, all.bottom, shown.view);
    } else {
        target.resumeIn({part.left, part.top, part.right - part.left, part.bottom - part.top});
    }
}

void GlRegionLayer::draw(const RegionLayers::Ground& ground, const geometry::Bounds& area) {
    if (ground.texture != 0) {
        drawGround(ground);
    }
    std::set<std::uint32_t> hidden = previewed();
    if (const auto* painting = m_image->painting(); painting != nullptr && painting->region) {
        hidden.insert(painting->region->index);
    }
    (seesFew(area) ? m_few : m_all).draw(m_target, m_masks, hidden);
}

void GlRegionLayer::drawGround(const RegionLayers::Ground& ground) {
    const auto magnification =
        ground.isSmooth ? render::Magnification::smooth : render::Magnification::pixelated;
    const geometry::Size size = m_image->viewport().image();
    m_target.setLook(static_cast<float>(m_image->look().brightness / 100),
                     static_cast<float>(m_image->look().contrast / 100));
    m_target.drawImage(static_cast<std::uint32_t>(ground.texture), static_cast<int>(size.width),
                       static_cast<int>(size.height), magnification);
    for (const ImagePart& part : ground.parts) {
        m_target.drawImagePart(static_cast<std::uint32_t>(part.texture), rectOf(part.shown),
                               rectOf(part.texels), magnification);
    }
}

bool GlRegionLayer::seesFew(const geometry::Bounds& area) {
    constexpr std::size_t kFewOf = 4;
    const geometry::SpatialIndex& index = m_image->index();
    const std::size_t most = index.size() / kFewOf;
    std::vector<std::uint32_t> seen;
    index.query(withStrokes(area), [&](std::uint32_t region) {
        if (seen.size() <= most) {
            seen.push_back(region);
        }
    });
    if (seen.size() > most) {
        return false;
    }
    for (const AreaHandle mask : m_masks.regions()) {
        seen.push_back(mask.index);
    }
    std::ranges::sort(seen);
    const auto [end, last] = std::ranges::unique(seen);
    seen.erase(end, last);
    const std::set<std::uint32_t> hidden = previewed();
    std::erase_if(seen, [&hidden](std::uint32_t region) { return hidden.contains(region); });
    const std::vector<DrawnRegion> drawn = drawnOf(
        seen | std::views::transform([](std::uint32_t region) { return AreaHandle{region}; }));
    RegionParts parts;
    for (const DrawnRegion& one : drawn) {
        add(parts, one.region);
    }
    m_few.assign(parts, drawn);
    return true;
}

} // namespace cartouche::ui
