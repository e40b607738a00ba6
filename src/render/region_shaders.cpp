#include "render/region_shaders.h"

#include "render/program.h"

// The shaders of the region layer. On software rendering the cost of a shape is that of its pixels,
// then of its triangles: each is one quadrilateral, a little larger than itself, and its pixels
// find out by their distance from the outline whether they are fill, stroke or smooth edge.

namespace cartouche::render {

namespace {

constexpr const char* kVersion = "#version 300 es\n";

/// What all vertex shaders begin with. Device pixels count from the upper left, and so do the rows
/// of the layer's texture: nothing is turned upside down.
constexpr const char* kView = R"(
layout(location = 8) in vec4 linear; // image to device pixels
layout(location = 9) in vec4 frame; // offset, then size of the layer in device pixels
layout(location = 10) in float pixelRatio;
vec2 toDevice(vec2 place) {
    return mat2(linear.xy, linear.zw) * place + frame.xy;
}
vec4 toClip(vec2 devicePlace) {
    return vec4(devicePlace / frame.zw * 2.0 - 1.0, 0.0, 1.0);
}
vec4 premultiplied(vec4 color) {
    return vec4(color.rgb * color.a, color.a);
}
// Of the four corners, around: (-1, -1), (1, -1), (1, 1), (-1, 1).
vec2 corner() {
    int number = gl_VertexID & 3;
    return vec2(number == 0 || number == 3 ? -1.0 : 1.0, number < 2 ? -1.0 : 1.0);
}
)";

/// `kSnaps` is defined before it: whether edges along the pixel grid are moved onto it.
constexpr const char* kShapeVertices = R"(
layout(location = 0) in vec4 box; // centre, then half of the size
layout(location = 1) in vec2 turn; // cosine and sine
layout(location = 2) in vec4 fillColor;
layout(location = 3) in vec4 strokeColor;
layout(location = 4) in float strokeWidth;
layout(location = 5) in uint sizeUnit;
out vec2 at; // from the centre, along the sides of the shape, in device pixels
flat out vec4 fill;
flat out vec4 stroke;
flat out vec4 reach; // half of the size: to the outside, then to the inside of the stroke
flat out vec4 inverse; // of that
void main() {
    mat2 axes = mat2(linear.xy, linear.zw) * mat2(turn, vec2(-turn.y, turn.x));
    vec2 scale = vec2(length(axes[0]), length(axes[1]));
    axes = mat2(axes[0] / scale.x, axes[1] / scale.y);
    vec2 halfSize = box.zw * (sizeUnit == 1u ? vec2(pixelRatio) : scale);
    vec2 center = toDevice(box.xy);
    float width = strokeWidth > 0.0 ? max(strokeWidth * pixelRatio, 1.0) : 0.0;
    float fringe = 1.0;
    if (kSnaps && min(abs(axes[0].x), abs(axes[0].y)) < 1e-4) {
        axes = mat2(round(axes[0]), round(axes[1]));
        width = round(width);
        vec2 extent = abs(axes * halfSize) + width * 0.5;
        vec2 lower = round(center - extent);
        vec2 upper = max(round(center + extent), lower + 1.0);
        center = (lower + upper) * 0.5;
        halfSize = abs((upper - lower) * 0.5 * axes) - width * 0.5;
        fringe = 0.0;
    }
    halfSize = max(halfSize, 0.5 - width * 0.5);
    reach = vec4(halfSize + width * 0.5, halfSize - width * 0.5);
    inverse = 1.0 / max(reach, 1e-3);
    at = corner() * (reach.xy + fringe);
    fill = premultiplied(fillColor);
    stroke = premultiplied(strokeColor);
    gl_Position = toClip(center + axes * at);
})";

/// What all fragment shaders of shapes begin with.
constexpr const char* kShapePixels = R"(#version 300 es
precision highp float;
in vec2 at;
flat in vec4 fill;
flat in vec4 stroke;
flat in vec4 reach;
flat in vec4 inverse;
out vec4 pixel;
)";

constexpr const char* kUprightRectanglePixels = R"(
void main() {
    vec2 place = abs(at);
    pixel = place.x < reach.z && place.y < reach.w ? fill : stroke;
})";

constexpr const char* kRectanglePixels = R"(
void main() {
    vec4 covered = clamp(reach - abs(at.xyxy) + 0.5, 0.0, 1.0);
    pixel = mix(stroke, fill, covered.z * covered.w) * (covered.x * covered.y);
})";

/// Both sides of the stroke are ellipses. The distance from one, which matters within a pixel of
/// it, is the excess of its equation over the length of the gradient.
constexpr const char* kEllipsePixels = R"(
void main() {
    vec4 scaled = at.xyxy * inverse;
    vec4 gradient = scaled * inverse;
    vec2 excess = vec2(dot(scaled.xy, scaled.xy), dot(scaled.zw, scaled.zw)) - 1.0;
    vec2 steepness = vec2(dot(gradient.xy, gradient.xy), dot(gradient.zw, gradient.zw));
    vec2 distance = 0.5 * excess * inversesqrt(max(steepness, 1e-12));
    vec2 covered = clamp(0.5 - distance, 0.0, 1.0);
    covered.y *= clamp(2.0 * min(reach.z, reach.w), 0.0, 1.0); // a stroke may leave no inside
    pixel = mix(stroke, fill, covered.y) * covered.x;
})";

constexpr const char* kLineVertices = R"(
layout(location = 0) in vec4 ends;
layout(location = 1) in vec4 color;
layout(location = 2) in float width;
out vec2 at; // from the middle, along the line and across it, in device pixels
flat out vec2 reach; // half of its length and width
flat out vec4 tint;
void main() {
    vec2 start = toDevice(ends.xy);
    vec2 way = toDevice(ends.zw) - start;
    float size = length(way);
    vec2 along = size > 0.0 ? way / size : vec2(1.0, 0.0);
    reach = vec2(size, max(width * pixelRatio, 1.0)) * 0.5;
    at = corner() * (vec2(reach.x, 0.0) + reach.y + 1.0);
    tint = premultiplied(color);
    gl_Position = toClip(start + way * 0.5 + mat2(along, vec2(-along.y, along.x)) * at);
})";

constexpr const char* kLinePixels = R"(#version 300 es
precision highp float;
in vec2 at;
flat in vec2 reach;
flat in vec4 tint;
out vec4 pixel;
void main() {
    float distance = length(vec2(max(abs(at.x) - reach.x, 0.0), at.y));
    pixel = tint * clamp(reach.y - distance + 0.5, 0.0, 1.0);
})";

constexpr const char* kFillVertices = R"(
layout(location = 0) in vec2 place;
layout(location = 1) in vec4 color;
flat out vec4 tint;
void main() {
    tint = premultiplied(color);
    gl_Position = toClip(toDevice(place));
})";

constexpr const char* kFillPixels = R"(#version 300 es
precision highp float;
flat in vec4 tint;
out vec4 pixel;
void main() {
    pixel = tint;
})";

constexpr const char* kPictureVertices = R"(
layout(location = 0) in vec4 box; // upper left, then size
layout(location = 1) in vec4 color;
layout(location = 2) in vec4 texels; // upper left, then size
layout(location = 3) in vec2 look; // brightness, then contrast
out vec2 at;
flat out vec4 tint;
flat out vec2 factors;
void main() {
    factors = look;
    vec2 place = corner() * 0.5 + 0.5;
    at = texels.xy + texels.zw * place;
    tint = premultiplied(color);
    gl_Position = toClip(toDevice(box.xy + box.zw * place));
})";

/// What the fragment shaders of images and masks begin with.
constexpr const char* kPicturePixels = R"(#version 300 es
precision highp float;
uniform sampler2D picture; // texture unit 0
in vec2 at;
flat in vec4 tint;
flat in vec2 factors;
out vec4 pixel;
)";

constexpr const char* kImagePixels = R"(
void main() {
    pixel = texture(picture, at);
    if (factors != vec2(1.0)) {
        vec3 bright = min(pixel.rgb * factors.x, pixel.a);
        pixel.rgb = clamp((bright - 0.5 * pixel.a) * factors.y + 0.5 * pixel.a, 0.0, pixel.a);
    }
})";

constexpr const char* kMaskPixels = R"(
void main() {
    pixel = tint * texture(picture, at).r;
})";

constexpr const char* kSnapping = "const bool kSnaps = true;\n";
constexpr const char* kNotSnapping = "const bool kSnaps = false;\n";

} // namespace

std::uint32_t linkUprightRectangles() {
    return linkProgram({kVersion, kView, kSnapping, kShapeVertices},
                       {kShapePixels, kUprightRectanglePixels});
}

std::uint32_t linkRectangles() {
    return linkProgram({kVersion, kView, kSnapping, kShapeVertices},
                       {kShapePixels, kRectanglePixels});
}

std::uint32_t linkEllipses() {
    return linkProgram({kVersion, kView, kNotSnapping, kShapeVertices},
                       {kShapePixels, kEllipsePixels});
}

std::uint32_t linkLines() {
    return linkProgram({kVersion, kView, kLineVertices}, {kLinePixels});
}

std::uint32_t linkFills() {
    return linkProgram({kVersion, kView, kFillVertices}, {kFillPixels});
}

std::uint32_t linkImages() {
    return linkProgram({kVersion, kView, kPictureVertices}, {kPicturePixels, kImagePixels});
}

std::uint32_t linkMasks() {
    return linkProgram({kVersion, kView, kPictureVertices}, {kPicturePixels, kMaskPixels});
}

} // namespace cartouche::render
