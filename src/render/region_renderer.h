#pragma once

#include "render/mask_texture.h"
#include "render/region_buffers.h"
#include "render/region_resources.h"

#include <cstddef>
#include <cstdint>
#include <limits>

namespace cartouche::render {

/// How pixels of the image come to device pixels, counted from the upper left of the layer:
/// x' = xx x + xy y + x0 and y' = yx x + yy y + y0. It may scale, mirror and turn, but not shear.
struct View {
    float xx = 1;
    float yx = 0;
    float xy = 0;
    float yy = 1;
    float x0 = 0;
    float y0 = 0;
    float pixelRatio = 1; // device pixels to a CSS pixel

    bool operator==(const View&) const = default;
};

enum class ShapeKind : std::uint8_t { rectangle, ellipse };
enum class Magnification : std::uint8_t { smooth, pixelated };

/// Upper left corner and size.
struct Rect {
    float left = 0;
    float top = 0;
    float width = 1;
    float height = 1;
};

/// An image and its regions, drawn with WebGL 2 into a texture with alpha multiplied in, whose
/// first row is the top one: shown by one quadrilateral of the TriangleRenderer, and drawn again
/// only when something in it changes. Belongs to one GL context, which must be current for every
/// call. It asks GL no question, like the TriangleRenderer, whose begin() must come after end().
///
/// What comes later lies above. The sides of a rectangle that run along the pixel grid are moved
/// onto it, so that they are crisp; all other edges but those of fills and masks are smooth.
class RegionLayer {
public:
    /// All that there are, from the first one named.
    static constexpr std::size_t kAll = std::numeric_limits<std::size_t>::max();

    /// `resources` must outlive it.
    explicit RegionLayer(RegionResources& resources) : m_resources(resources) {}
    RegionLayer(const RegionLayer&) = delete;
    RegionLayer& operator=(const RegionLayer&) = delete;
    ~RegionLayer();

    /// Starts an empty layer of this size in device pixels; another size makes another texture.
    void begin(int widthPx, int heightPx, const View& view);
    /// Goes on with what the last end() left in it, so that many regions can be drawn over several
    /// frames.
    void resume();
    /// Goes on with it, but empties a part in device pixels, and draws nowhere else until end().
    void resumeIn(const PixelArea& part);
    /// How the images that follow look: factors of their own brightness and contrast, in this
    /// order, as CSS filters have them.
    void setLook(float brightness, float contrast);
    /// An image of this size in its pixels, from its texture with all levels of detail.
    void drawImage(std::uint32_t texture, int width, int height, Magnification magnification);
    /// A part of an image, in its pixels, from a part of a texture, whose sides are 1.
    void drawImagePart(std::uint32_t texture, const Rect& part, const Rect& texels,
                       Magnification magnification);
    /// A mask of mask_texture.h, in one colour, stretched over a box in pixels of the image.
    void drawMask(std::uint32_t mask, float left, float top, float width, float height,
                  std::uint32_t color);
    void drawShapes(ShapeKind kind, const ShapeBuffer& shapes, std::size_t first = 0,
                    std::size_t count = kAll);
    /// Ends and joints of lines that are not opaque show where two of them overlap.
    void drawLines(const LineBuffer& lines, std::size_t first = 0, std::size_t count = kAll);
    /// Counts indices, three a triangle.
    void drawFills(const FillBuffer& fills, std::size_t first = 0, std::size_t count = kAll);
    /// Back to the default framebuffer.
    void end();

    /// The layer, until the next begin() with another size; 0 before the first one. It is sampled
    /// without smoothing: meant to be shown in its own size.
    std::uint32_t texture() const { return m_texture; }

    /// After the context was lost and restored: the layer is to be drawn again.
    void restore();

private:
    void resize(int widthPx, int heightPx);
    void drawPicture(RegionResources::Program program, std::uint32_t texture, const Rect& box,
                     const Rect& texels);

    RegionResources& m_resources;
    std::uint32_t m_framebuffer = 0;
    std::uint32_t m_texture = 0;
    int m_widthPx = 0;
    int m_heightPx = 0;
    View m_view;
};

} // namespace cartouche::render
