#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

/// What a region covers, in the units of Label Studio's results (spec/results.md 4), exactly as
/// they came: percent of the original image or video frame, seconds, degrees clockwise, frames
/// from 1.
namespace cartouche::geometry {

struct Point {
    double x = 0;
    double y = 0;

    bool operator==(const Point&) const = default;
};

/// Its upper left corner, around which it is rotated in the image's pixels.
struct Rectangle {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
    double rotation = 0;

    bool operator==(const Rectangle&) const = default;
};

/// Its centre; radii in percent of the width and of the height.
struct Ellipse {
    double x = 0;
    double y = 0;
    double radiusX = 0;
    double radiusY = 0;
    double rotation = 0;

    bool operator==(const Ellipse&) const = default;
};

/// A point with its diameter in percent of the image's width.
struct KeyPoint {
    double x = 0;
    double y = 0;
    double width = 0;

    bool operator==(const KeyPoint&) const = default;
};

struct Polygon {
    std::vector<Point> points;
    bool isClosed = true;

    bool operator==(const Polygon&) const = default;
};

/// A point of a Vector; its edge leads from the point with the id `previous`.
struct Vertex {
    std::string id;
    Point place;
    std::optional<std::string> previous;
    bool isBezier = false;
    std::optional<Point> controlPoint1;
    std::optional<Point> controlPoint2;
    /// Its two control points are moved each by itself.
    bool isDisconnected = false;

    bool operator==(const Vertex&) const = default;
};

/// Lines and curves between points, which may branch.
struct Path {
    std::vector<Vertex> vertices;
    bool isClosed = false;

    bool operator==(const Path&) const = default;
};

/// A stroke of a brush that is not in the mask yet: a line with round ends and joins.
struct Stroke {
    bool isErasing = false;
    double width = 0; // percent of the image's width
    std::vector<Point> points;

    bool operator==(const Stroke&) const = default;
};

/// A painted mask as it was coded; brush_rle.h decodes it. Drafts hold strokes that come on top,
/// and may hold a picture in place of the code (spec/results.md 4.7).
struct BrushMask {
    std::vector<std::uint8_t> rle;
    std::vector<Stroke> strokes;
    std::string dataUrl;

    bool operator==(const BrushMask&) const = default;
};

/// A mask as the address of a PNG with its data. What was painted here is not one yet, so that
/// undo keeps it in little memory: it is the code of a brush mask, for an image of this size, of
/// which the address is made when it is written (core/image/bitmask.h).
struct BitmaskImage {
    std::string dataUrl;
    std::vector<std::uint8_t> rle;
    int width = 0;
    int height = 0;

    bool operator==(const BitmaskImage&) const = default;
};

/// From `start` up to `end`: code points of a Text (`end` not included) or seconds of an Audio.
struct Span {
    double start = 0;
    double end = 0;
    /// Of a Text, what it covers, in the form in which results hold it; empty: they do not.
    std::string text = {};

    bool operator==(const Span&) const = default;
};

/// Paragraphs and HyperText: UTF-16 offsets within two places, which are the indexes of phrases or
/// XPath expressions.
struct PlacedSpan {
    std::string start;
    std::string end;
    double startOffset = 0;
    double endOffset = 0;
    /// What it covers, in the form in which results hold it; empty: they do not.
    std::string text = {};
    /// Of HyperText: from where to where it goes in all of the text, in code points; empty: results
    /// do not hold it.
    std::vector<double> globalOffsets = {};

    bool operator==(const PlacedSpan&) const = default;
};

/// Times of a TimeSeries: numbers in the units of its time column, or texts in its format.
struct SeriesSpan {
    std::variant<double, std::string> start;
    std::variant<double, std::string> end;
    bool isInstant = false;

    bool operator==(const SeriesSpan&) const = default;
};

/// Frames of a video, both ends included.
struct FrameRange {
    double start = 1;
    double end = 1;

    bool operator==(const FrameRange&) const = default;
};

struct FrameRanges {
    std::vector<FrameRange> ranges;

    bool operator==(const FrameRanges&) const = default;
};

/// A rectangle on one frame; enabled: the object exists from here to the next key frame.
struct KeyFrame {
    double frame = 1;
    bool isEnabled = true;
    Rectangle box;
    double time = 0;

    bool operator==(const KeyFrame&) const = default;
};

/// A rectangle that moves through a video, its key frames in order.
struct Track {
    std::vector<KeyFrame> sequence;

    bool operator==(const Track&) const = default;
};

/// What somebody adds to a conversation: it lies behind what was said before.
struct Message {
    std::string role;
    std::string content;
    double createdAt = 0; // milliseconds since 1970

    bool operator==(const Message&) const = default;
};

using Shape = std::variant<Rectangle, Ellipse, KeyPoint, Polygon, Path, BrushMask, BitmaskImage,
                           Span, PlacedSpan, SeriesSpan, FrameRanges, Track, Message>;

/// Whether it is made of pixels, in whichever code.
inline bool isMask(const Shape& shape) {
    return std::holds_alternative<BrushMask>(shape) || std::holds_alternative<BitmaskImage>(shape);
}

} // namespace cartouche::geometry
