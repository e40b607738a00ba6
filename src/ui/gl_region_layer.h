#pragma once

#include "render/image_textures.h"
#include "render/region_renderer.h"
#include "ui/mask_pictures.h"
#include "ui/region_layers.h"
#include "ui/region_parts.h"
#include "ui/region_runs.h"

#include <array>
#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <utility>
#include <vector>

namespace cartouche::ui {

/// What is drawn of regions, in buffers on the GPU, and in which order.
struct RegionBuffers {
    render::ShapeBuffer rectangles;
    render::ShapeBuffer ellipses;
    render::LineBuffer lines;
    render::FillBuffer fills;
    std::vector<RegionParts::LineEnd> lineEnds;
    std::vector<annotation::AreaHandle> masks;
    std::vector<RegionRun> runs;

    /// Parts of regions that orderForDrawing() brought into this order.
    void assign(const RegionParts& parts, std::span<const DrawnRegion> regions);
    void assignLines(const RegionParts& parts);
    void restore();
    /// But masks of `hidden` regions.
    void draw(render::RegionLayer& layer, const MaskPictures& pictures,
              const std::set<std::uint32_t>& hidden) const;
};

/// One image: what is on the GPU of its regions, and the picture of them all.
class GlRegionLayer {
public:
    explicit GlRegionLayer(render::RegionResources& resources)
        : m_target(resources), m_over(resources) {}

    /// Brings the picture up to date, and returns where it is another now, in device pixels; empty
    /// if it is the same.
    PixelBox paint(editor::ImageWorkspace& image, const annotation::Document& document,
                   editor::RegionStyles& styles, const RegionLayers::Ground& ground);

    std::uint64_t texture() const { return m_target.texture(); }

    /// The same for the mask that is being painted, over nothing.
    PixelBox paintMask(editor::ImageWorkspace& image, std::uint32_t color,
                       const RegionLayers::Ground& ground);
    std::uint64_t maskTexture() const { return m_over.texture(); }

    void restore();

private:
    using Place = RegionPlace;
    struct Slot {
        Place place = Place::None;
        std::uint32_t index = 0; // in its buffer
        int order = 0;           // the area's, when the buffers were made
        geometry::Bounds bounds = geometry::Bounds::nothing(); // where it was drawn last
    };
    struct Shown {
        int widthPx = 0;
        int heightPx = 0;
        std::uint64_t ground = 0;
        std::vector<ImagePart> parts;
        editor::ImageWorkspace::Look look;
        render::View view;

        bool operator==(const Shown&) const = default;
    };

    /// Where what changed in the document was and is, in pixels of the image; nothing if it may be
    /// anywhere.
    std::optional<geometry::Bounds> takeChanges();
    const geometry::Shape* shapeOf(annotation::AreaHandle region) const;
    int orderOf(annotation::AreaHandle region) const;
    geometry::Bounds boundsOf(annotation::AreaHandle region) const;
    /// Its lines and points included.
    geometry::Bounds withStrokes(const geometry::Bounds& bounds) const;

    /// Those that can be seen, as they are drawn.
    std::vector<DrawnRegion> drawnOf(auto&& handles) const;
    /// Whether a region is drawn after all that are in the buffers; it then is the last one.
    bool comesLast(annotation::AreaHandle region);
    std::set<std::uint32_t> previewed() const;

    /// Adds a region behind what is there.
    Slot add(RegionParts& parts, annotation::AreaHandle region) const;
    /// Returns where it was and is.
    geometry::Bounds remakeMask(annotation::AreaHandle region);
    void rebuild();
    static void blankIf(bool isBlank, RegionParts& parts, const Slot& slot);
    void rebuildLines();

    /// False if it cannot be done in place.
    bool update(annotation::AreaHandle region);
    Shown shownNow(const RegionLayers::Ground& ground) const;
    /// All of it.
    static PixelBox pixelsOf(const Shown& shown);
    /// What is to be drawn so that it shows `now`, which becomes what was there before, when this
    /// changed.
    static PixelBox partOf(Shown now, Shown& before,
                           const std::optional<geometry::Bounds>& changed);
    /// Empties it, or a part of what it shows already.
    static void begin(render::RegionLayer& target, const Shown& shown, const PixelBox& part);
    void draw(const RegionLayers::Ground& ground, const geometry::Bounds& area);
    void drawGround(const RegionLayers::Ground& ground);

    /// Whether only a few regions are in an area, which are then made ready by themselves: drawing
    /// it costs as if there were no others.
    bool seesFew(const geometry::Bounds& area);

    static constexpr render::ShapeInstance kBlank{.strokeWidthPx = 0};

    editor::ImageWorkspace* m_image = nullptr;
    const annotation::Document* m_document = nullptr;
    editor::RegionStyles* m_styles = nullptr;
    render::RegionLayer m_target;
    render::RegionLayer m_over;
    MaskPictures m_masks;
    RegionBuffers m_all;
    RegionBuffers m_few;
    std::vector<Slot> m_slots; // by region
    std::array<std::size_t, 2> m_counts{};
    std::pair<int, annotation::AreaHandle> m_last; // the highest order in the buffers, and whose
    std::vector<annotation::AreaHandle> m_lineRegions;
    bool m_isAllStale = true;
    Shown m_shown;
    Shown m_shownOver;
    std::uint32_t m_colorOver = 0;
};

} // namespace cartouche::ui
