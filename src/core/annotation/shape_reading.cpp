#include "core/annotation/shape_json.h"

#include <format>
#include <string_view>
#include <utility>

namespace cartouche::annotation {

namespace {

using namespace geometry;
using json::Cursor;
using json::Kind;
using json::Members;

constexpr double kPercent = 100;

/// Reads members of one object and remembers the first that is not what it must be.
class Reading {
public:
    explicit Reading(const Members& members) : m_members(members) {}

    bool has(std::string_view key) const { return m_members.has(key); }
    std::optional<std::string_view> find(std::string_view key) const { return m_members.find(key); }
    Cursor at(std::string_view key) const { return m_members.at(key); }

    double number(std::string_view key) {
        const auto value = m_members.number(key);
        if (!value) {
            fail(key, "a number");
        }
        return value.value_or(0);
    }

    double numberOr(std::string_view key, double absent) { return has(key) ? number(key) : absent; }

    bool flagOr(std::string_view key, bool absent) {
        const auto value = m_members.flag(key);
        if (!value && has(key)) {
            fail(key, "true or false");
        }
        return value.value_or(absent);
    }

    std::string text(std::string_view key) {
        const auto member = find(key);
        auto value = member ? Cursor(*member).readText() : std::nullopt;
        if (!value) {
            fail(key, "a text");
        }
        return std::move(value).value_or("");
    }

    /// Calls read(cursor) before each item of a list; no item if it is none.
    template <typename Read>
    void list(std::string_view key, Read read) {
        const auto member = find(key);
        if (!member || Cursor(*member).kind() != Kind::List) {
            fail(key, "a list");
            return;
        }
        Cursor(*member).readList(read);
    }

    /// As above, for a list of objects; what is wrong with one of them is wrong with the list.
    template <typename Read>
    void objects(std::string_view key, Read read) {
        list(key, [&](Cursor& item) {
            if (item.kind() != Kind::Object) {
                fail(key, "a list of objects");
                return;
            }
            const Members members(item);
            Reading own(members);
            read(own);
            if (!own.fault.empty() && fault.empty()) {
                fault = std::format("{} in {}", own.fault, key);
            }
        });
    }

    void fail(std::string_view key, std::string_view expected) {
        if (fault.empty()) {
            fault = std::format("{} must be {}", key, expected);
        }
    }

    std::string fault;

private:
    const Members& m_members;
};

Rectangle readRectangle(Reading& value) {
    return {value.number("x"), value.number("y"), value.number("width"), value.number("height"),
            value.numberOr("rotation", 0)};
}

std::optional<Point> readPair(Cursor& pair) {
    std::vector<std::optional<double>> numbers;
    if (pair.kind() == Kind::List) {
        pair.readList([&numbers](Cursor& item) {
            numbers.push_back(item.kind() == Kind::Number ? item.readNumber() : std::nullopt);
        });
    }
    const bool isPoint = numbers.size() >= 2 && numbers[0] && numbers[1];
    return isPoint ? std::optional(Point{*numbers[0], *numbers[1]}) : std::nullopt;
}

Polygon readPolygon(Reading& value) {
    Polygon polygon;
    value.list("points", [&](Cursor& item) {
        if (const auto point = readPair(item)) {
            polygon.points.push_back(*point);
        } else {
            value.fail("points", "a list of [x, y]");
        }
    });
    polygon.isClosed = value.flagOr("closed", true);
    return polygon;
}

std::optional<Point> readControlPoint(Reading& vertex, std::string_view key) {
    const auto member = vertex.find(key);
    if (!member || Cursor(*member).kind() != Kind::Object) {
        return std::nullopt;
    }
    const Members members(*member);
    Reading own(members);
    return Point{own.number("x"), own.number("y")};
}

Vertex readVertex(Reading& value) {
    Vertex vertex{.id = value.text("id"), .place = {value.number("x"), value.number("y")}};
    if (const auto previous = value.find("prevPointId")) {
        vertex.previous = Cursor(*previous).readText();
    }
    vertex.isBezier = value.flagOr("isBezier", false);
    vertex.controlPoint1 = readControlPoint(value, "controlPoint1");
    vertex.controlPoint2 = readControlPoint(value, "controlPoint2");
    vertex.isDisconnected = value.flagOr("disconnected", false);
    return vertex;
}

Path readPath(Reading& value) {
    Path path;
    value.objects("vertices", [&](Reading& own) { path.vertices.push_back(readVertex(own)); });
    path.isClosed = value.flagOr("closed", false);
    return path;
}

Stroke readStroke(Reading& touch) {
    Stroke stroke{.isErasing = touch.has("type") && touch.text("type") == "eraser",
                  .width = touch.number("relativeStrokeWidth")};
    std::optional<double> x;
    touch.list("relativePoints", [&](Cursor& item) {
        const auto number = item.readNumber();
        if (!number) {
            touch.fail("relativePoints", "a list of numbers");
        } else if (x) {
            stroke.points.push_back({*x, *number});
            x.reset();
        } else {
            x = number;
        }
    });
    return stroke;
}

BrushMask readBrush(Reading& value) {
    BrushMask mask;
    if (value.has("rle")) {
        auto bytes = value.at("rle").readBytes();
        if (!bytes) {
            value.fail("rle", "a list of bytes");
        }
        mask.rle = std::move(bytes).value_or(std::vector<std::uint8_t>());
    }
    if (value.has("touches")) {
        value.objects("touches", [&](Reading& own) { mask.strokes.push_back(readStroke(own)); });
    }
    mask.dataUrl = value.has("maskDataURL") ? value.text("maskDataURL") : "";
    return mask;
}

Track readTrack(Reading& value) {
    Track track;
    value.objects("sequence", [&](Reading& own) {
        track.sequence.push_back({own.number("frame"), own.flagOr("enabled", true),
                                  readRectangle(own), own.numberOr("time", 0)});
    });
    return track;
}

FrameRanges readRanges(Reading& value) {
    FrameRanges ranges;
    value.objects("ranges", [&](Reading& own) {
        ranges.ranges.push_back({own.number("start"), own.number("end")});
    });
    return ranges;
}

std::variant<double, std::string> readTime(Reading& value, std::string_view key) {
    const auto member = value.find(key);
    if (member && Cursor(*member).kind() == Kind::Text) {
        return value.text(key);
    }
    return value.number(key);
}

/// Phrases are given by number as well as by text.
std::string readPlace(Reading& value, std::string_view key) {
    const auto member = value.find(key);
    return member && Cursor(*member).kind() == Kind::Number ? std::string(*member)
                                                            : value.text(key);
}

std::optional<Shape> readMessage(Reading& value) {
    const auto member = value.find("chatmessage");
    if (!member || Cursor(*member).kind() != Kind::Object) {
        value.fail("chatmessage", "an object");
        return std::nullopt;
    }
    const Members members(*member);
    Reading own(members);
    Message message{own.text("role"), own.text("content"), own.numberOr("createdAt", 0)};
    if (!own.fault.empty()) {
        value.fault = std::format("{} in chatmessage", own.fault);
    }
    return message;
}

std::optional<Shape> readKnown(Reading& value) {
    if (value.has("sequence")) {
        // Of a VideoVector, which is kept as it came until videos are drawn.
        const bool holdsPaths = value.find("sequence")->contains("\"vertices\"");
        return holdsPaths ? std::nullopt : std::optional<Shape>(readTrack(value));
    }
    if (value.has("ranges")) {
        return readRanges(value);
    }
    if (value.has("points")) {
        return readPolygon(value);
    }
    if (value.has("vertices")) {
        return readPath(value);
    }
    if (value.has("rle") || value.has("touches") || value.has("maskDataURL")) {
        return readBrush(value);
    }
    if (value.has("imageDataURL")) {
        return BitmaskImage{.dataUrl = value.text("imageDataURL")};
    }
    if (value.has("radiusX")) {
        return Ellipse{value.number("x"), value.number("y"), value.number("radiusX"),
                       value.number("radiusY"), value.numberOr("rotation", 0)};
    }
    if (value.has("x") && value.has("height")) {
        return readRectangle(value);
    }
    if (value.has("x")) {
        return KeyPoint{value.number("x"), value.number("y"), value.number("width")};
    }
    return std::nullopt;
}

/// What a span covers, if the result says it: of a TextArea, `text` is what was typed.
std::string readCovered(const Reading& value, ResultType type) {
    const auto text = type == ResultType::TextArea ? std::nullopt : value.find("text");
    return text ? Cursor(*text).readText().value_or("") : "";
}

/// Two numbers, or none: a place that is found by its paths needs no others.
std::vector<double> readGlobalOffsets(const Reading& value) {
    const Members offsets(value.find("globalOffsets").value_or("{}"));
    const auto start = offsets.number("start");
    const auto end = offsets.number("end");
    return start && end ? std::vector{*start, *end} : std::vector<double>();
}

/// Fractions as percent; only rectangles lie on pages.
Shape inPercent(Shape shape) {
    if (auto* box = std::get_if<Rectangle>(&shape)) {
        *box = {box->x * kPercent, box->y * kPercent, box->width * kPercent, box->height * kPercent,
                box->rotation};
    }
    return shape;
}

std::optional<Shape> readSpan(Reading& value, ResultType type) {
    if (value.has("startOffset")) {
        return PlacedSpan{readPlace(value, "start"),   readPlace(value, "end"),
                          value.number("startOffset"), value.number("endOffset"),
                          readCovered(value, type),    readGlobalOffsets(value)};
    }
    if (value.has("instant") || type == ResultType::TimeSeriesLabels) {
        return SeriesSpan{readTime(value, "start"), readTime(value, "end"),
                          value.flagOr("instant", false)};
    }
    if (value.has("start") && value.has("end")) {
        return Span{value.number("start"), value.number("end"), readCovered(value, type)};
    }
    return std::nullopt;
}

} // namespace

int pageOf(const Members& value) {
    constexpr double kMost = 1e9;
    const double page = value.number("pageIndex").value_or(0);
    return page >= 1 && page < kMost ? static_cast<int>(page) : 0;
}

Shape inFractions(Shape shape) {
    if (auto* box = std::get_if<Rectangle>(&shape)) {
        *box = {box->x / kPercent, box->y / kPercent, box->width / kPercent, box->height / kPercent,
                box->rotation};
    }
    return shape;
}

std::expected<std::optional<Shape>, std::string> readShape(const Members& value, ResultType type) {
    Reading reading(value);
    std::optional<Shape> shape =
        type == ResultType::ChatMessage ? readMessage(reading) : readKnown(reading);
    if (!shape) {
        shape = readSpan(reading, type);
    }
    if (shape && pageOf(value) > 0) {
        shape = inPercent(std::move(*shape));
    }
    if (!reading.fault.empty()) {
        return std::unexpected(std::move(reading.fault));
    }
    return shape;
}

} // namespace cartouche::annotation
