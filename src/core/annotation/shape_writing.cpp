#include "core/annotation/shape_json.h"
#include "core/image/bitmask.h"
#include "core/json/numbers.h"

#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace cartouche::annotation {

namespace {

using namespace geometry;
using json::Json;

/// A number that is there already, in whatever notation, stays in it.
void put(Json& object, std::string_view key, double number) {
    const auto found = object.find(key);
    const bool isThere = found != object.end() && json::readNumber(*found) == number;
    if (!isThere) {
        object[std::string(key)] = json::numberJson(number);
    }
}

/// Members that may be missing are not written for their default, except by whoever writes all.
void putUnless(Json& object, std::string_view key, const Json& value, const Json& absent) {
    if (object.contains(key) || value != absent) {
        object[std::string(key)] = value;
    }
}

void putRotation(Json& value, double rotation, bool isNew) {
    if (isNew || value.contains("rotation") || rotation != 0) {
        put(value, "rotation", rotation);
    }
}

void putPlace(Json& value, std::string_view key, const std::string& place) {
    const auto found = value.find(key);
    if (found == value.end() || !(found->is_number() && json::writeJson(*found) == place)) {
        value[std::string(key)] = place;
    }
}

void putTime(Json& value, std::string_view key, const std::variant<double, std::string>& time) {
    if (const auto* number = std::get_if<double>(&time)) {
        put(value, key, *number);
    } else {
        value[std::string(key)] = std::get<std::string>(time);
    }
}

/// Makes the list as long as the items, and writes each over what stood at its place.
template <typename Items, typename Write>
void putItems(Json& value, std::string_view key, const Items& items, Write write) {
    if (items.empty() && !value.contains(key)) {
        return;
    }
    Json& list = value[std::string(key)];
    Json out = Json::array();
    for (std::size_t index = 0; index < items.size(); ++index) {
        out.push_back(list.is_array() && index < list.size() ? list[index] : Json());
        write(out.back(), items[index]);
    }
    list = std::move(out);
}

struct Writer {
    Json& value;
    bool isNew = false; // all members are written, as the reference does

    void operator()(const Rectangle& shape) const {
        put(value, "x", shape.x);
        put(value, "y", shape.y);
        put(value, "width", shape.width);
        put(value, "height", shape.height);
        putRotation(value, shape.rotation, isNew);
    }
    void operator()(const Ellipse& shape) const {
        put(value, "x", shape.x);
        put(value, "y", shape.y);
        put(value, "radiusX", shape.radiusX);
        put(value, "radiusY", shape.radiusY);
        putRotation(value, shape.rotation, isNew);
    }
    void operator()(const KeyPoint& shape) const {
        put(value, "x", shape.x);
        put(value, "y", shape.y);
        put(value, "width", shape.width);
    }
    void operator()(const Polygon& shape) const {
        putItems(value, "points", shape.points, [](Json& out, const Point& point) {
            if (!out.is_array() || out.size() < 2 || out[0] != point.x || out[1] != point.y) {
                out = Json::array({json::numberJson(point.x), json::numberJson(point.y)});
            }
        });
        putUnless(value, "closed", shape.isClosed, isNew ? Json() : Json(true));
    }
    void operator()(const Path& shape) const {
        const auto before = verticesBefore();
        Json vertices = Json::array();
        for (const Vertex& vertex : shape.vertices) {
            const auto known = before.find(vertex.id);
            vertices.push_back(known == before.end() ? Json::object() : *known->second);
            putVertex(vertices.back(), vertex);
        }
        value["vertices"] = std::move(vertices);
        putUnless(value, "closed", shape.isClosed, isNew ? Json() : Json(false));
    }
    void operator()(const BrushMask& shape) const {
        value["format"] = "rle";
        value["rle"] = shape.rle;
        putItems(value, "touches", shape.strokes, [](Json& out, const Stroke& stroke) {
            out["type"] = stroke.isErasing ? "eraser" : "add";
            put(out, "relativeStrokeWidth", stroke.width);
            out["relativePoints"] = flat(stroke.points);
        });
        putUnless(value, "maskDataURL", shape.dataUrl, "");
    }
    void operator()(const BitmaskImage& shape) const {
        value["imageDataURL"] = image::addressOf(shape);
    }
    void operator()(const Span& shape) const {
        put(value, "start", shape.start);
        put(value, "end", shape.end);
        if (!shape.text.empty()) {
            value["text"] = shape.text;
        }
    }
    void operator()(const PlacedSpan& shape) const {
        putPlace(value, "start", shape.start);
        putPlace(value, "end", shape.end);
        put(value, "startOffset", shape.startOffset);
        put(value, "endOffset", shape.endOffset);
        if (shape.globalOffsets.size() == 2) {
            Json& offsets = value["globalOffsets"];
            put(offsets, "start", shape.globalOffsets[0]);
            put(offsets, "end", shape.globalOffsets[1]);
        }
        if (!shape.text.empty()) {
            value["text"] = shape.text;
        }
    }
    void operator()(const SeriesSpan& shape) const {
        putTime(value, "start", shape.start);
        putTime(value, "end", shape.end);
        value["instant"] = shape.isInstant;
    }
    void operator()(const FrameRanges& shape) const {
        putItems(value, "ranges", shape.ranges, [](Json& out, const FrameRange& range) {
            put(out, "start", range.start);
            put(out, "end", range.end);
        });
    }
    void operator()(const Message& shape) const {
        Json& message = value["chatmessage"];
        message["role"] = shape.role;
        message["content"] = shape.content;
        put(message, "createdAt", shape.createdAt);
    }
    void operator()(const Track& shape) const {
        putItems(value, "sequence", shape.sequence, [](Json& out, const KeyFrame& key) {
            put(out, "frame", key.frame);
            putUnless(out, "enabled", key.isEnabled, true);
            Writer{out, out.empty()}(key.box);
            if (out.contains("time") || key.time != 0) {
                put(out, "time", key.time);
            }
        });
    }

    static Json flat(const std::vector<Point>& points) {
        Json numbers = Json::array();
        for (const Point& point : points) {
            numbers.push_back(json::numberJson(point.x));
            numbers.push_back(json::numberJson(point.y));
        }
        return numbers;
    }

    /// What was said of vertices by their ids, wherever they stood: others come and go.
    std::map<std::string, const Json*> verticesBefore() const {
        std::map<std::string, const Json*> vertices;
        const auto list = value.find("vertices");
        if (list != value.end() && list->is_array()) {
            for (const Json& vertex : *list) {
                if (vertex.is_object() && vertex.contains("id") && vertex["id"].is_string()) {
                    vertices.emplace(vertex["id"].get<std::string>(), &vertex);
                }
            }
        }
        return vertices;
    }

    static void putVertex(Json& out, const Vertex& vertex) {
        const bool isNew = out.empty();
        out["id"] = vertex.id;
        put(out, "x", vertex.place.x);
        put(out, "y", vertex.place.y);
        out["prevPointId"] = vertex.previous ? Json(*vertex.previous) : Json();
        putUnless(out, "isBezier", vertex.isBezier, isNew ? Json() : Json(false));
        putControlPoint(out, "controlPoint1", vertex.controlPoint1);
        putControlPoint(out, "controlPoint2", vertex.controlPoint2);
        putUnless(out, "disconnected", vertex.isDisconnected, false);
    }

    static void putControlPoint(Json& out, const char* key, const std::optional<Point>& point) {
        if (point) {
            put(out[key], "x", point->x);
            put(out[key], "y", point->y);
        } else if (out.contains(key) && out[key].is_object()) {
            out.erase(key);
        }
    }
};

} // namespace

void writeShape(const Shape& shape, Json& value) {
    const bool isNew = value.empty();
    std::visit(Writer{value, isNew}, shape);
}

} // namespace cartouche::annotation
