#include "core/annotation/shape_json.h"

#include <charconv>
#include <format>
#include <string_view>
#include <utility>

namespace cartouche::annotation {

namespace {

using namespace geometry;
using json::Json;

/// Reads members of one object and remembers the first that is not what it must be.
class Members {
public:
    explicit Members(const Json& object) : m_object(object) {}

    bool has(std::string_view key) const { return m_object.contains(key); }

    const Json* find(std::string_view key) const {
        const auto found = m_object.find(key);
        return found == m_object.end() ? nullptr : &*found;
    }

    /// A number, or a text that is one (spec/edge-cases.md 11.6).
    double number(std::string_view key) {
        const Json* member = find(key);
        double value = 0;
        if (member != nullptr && member->is_number()) {
            return member->get<double>();
        }
        if (member == nullptr || !member->is_string() || !parse(*member, value)) {
            fail(key, "a number");
        }
        return value;
    }

    double numberOr(std::string_view key, double absent) { return has(key) ? number(key) : absent; }

    bool flagOr(std::string_view key, bool absent) {
        const Json* member = find(key);
        if (member != nullptr && !member->is_boolean()) {
            fail(key, "true or false");
            return absent;
        }
        return member == nullptr ? absent : member->get<bool>();
    }

    std::string text(std::string_view key) {
        const Json* member = find(key);
        if (member != nullptr && member->is_string()) {
            return member->get<std::string>();
        }
        fail(key, "a text");
        return "";
    }

    /// An empty list if it is none.
    const Json& list(std::string_view key) {
        static const Json kNone = Json::array();
        const Json* member = find(key);
        if (member != nullptr && member->is_array()) {
            return *member;
        }
        fail(key, "a list");
        return kNone;
    }

    void fail(std::string_view key, std::string_view expected) {
        if (fault.empty()) {
            fault = std::format("{} must be {}", key, expected);
        }
    }

    std::string fault;

private:
    static bool parse(const Json& member, double& value) {
        const auto& text = member.get_ref<const std::string&>();
        const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value);
        return parsed.ec == std::errc() && parsed.ptr == text.data() + text.size();
    }

    const Json& m_object;
};

/// Members of an item of a list; what is wrong with them is wrong with the list.
template <typename Item, typename Read>
std::vector<Item> readItems(Members& members, std::string_view key, Read read) {
    std::vector<Item> items;
    for (const Json& item : members.list(key)) {
        if (!item.is_object()) {
            members.fail(key, "a list of objects");
            continue;
        }
        Members own(item);
        items.push_back(read(own));
        if (!own.fault.empty()) {
            members.fault =
                members.fault.empty() ? std::format("{} in {}", own.fault, key) : members.fault;
        }
    }
    return items;
}

Rectangle readRectangle(Members& members) {
    return {members.number("x"), members.number("y"), members.number("width"),
            members.number("height"), members.numberOr("rotation", 0)};
}

Polygon readPolygon(Members& members) {
    Polygon polygon;
    for (const Json& point : members.list("points")) {
        if (!point.is_array() || point.size() < 2 || !point[0].is_number() ||
            !point[1].is_number()) {
            members.fail("points", "a list of [x, y]");
            continue;
        }
        polygon.points.push_back({point[0].get<double>(), point[1].get<double>()});
    }
    polygon.isClosed = members.flagOr("closed", true);
    return polygon;
}

std::optional<Point> readControlPoint(Members& members, std::string_view key) {
    const Json* member = members.find(key);
    if (member == nullptr || !member->is_object()) {
        return std::nullopt;
    }
    Members own(*member);
    return Point{own.number("x"), own.number("y")};
}

Vertex readVertex(Members& members) {
    Vertex vertex{.id = members.text("id"), .place = {members.number("x"), members.number("y")}};
    if (const Json* previous = members.find("prevPointId");
        previous != nullptr && previous->is_string()) {
        vertex.previous = previous->get<std::string>();
    }
    vertex.isBezier = members.flagOr("isBezier", false);
    vertex.controlPoint1 = readControlPoint(members, "controlPoint1");
    vertex.controlPoint2 = readControlPoint(members, "controlPoint2");
    return vertex;
}

BrushMask readBrush(Members& members) {
    BrushMask mask;
    const Json& rle = members.list("rle");
    mask.rle.reserve(rle.size());
    for (const Json& byte : rle) {
        if (!byte.is_number_integer() || byte < 0 || byte > 255) {
            members.fail("rle", "a list of bytes");
            break;
        }
        mask.rle.push_back(byte.get<std::uint8_t>());
    }
    return mask;
}

KeyFrame readKeyFrame(Members& members) {
    return {members.number("frame"), members.flagOr("enabled", true), readRectangle(members),
            members.numberOr("time", 0)};
}

std::variant<double, std::string> readTime(Members& members, std::string_view key) {
    const Json* member = members.find(key);
    if (member != nullptr && member->is_string()) {
        return member->get<std::string>();
    }
    return members.number(key);
}

/// Phrases are given by number as well as by text.
std::string readPlace(Members& members, std::string_view key) {
    const Json* member = members.find(key);
    return member != nullptr && member->is_number() ? json::writeJson(*member) : members.text(key);
}

std::optional<Shape> readKnown(Members& members) {
    if (members.has("sequence")) {
        return Track{readItems<KeyFrame>(members, "sequence", readKeyFrame)};
    }
    if (members.has("ranges")) {
        return FrameRanges{readItems<FrameRange>(members, "ranges", [](Members& own) {
            return FrameRange{own.number("start"), own.number("end")};
        })};
    }
    if (members.has("points")) {
        return readPolygon(members);
    }
    if (members.has("vertices")) {
        return Path{readItems<Vertex>(members, "vertices", readVertex),
                    members.flagOr("closed", false)};
    }
    if (members.has("rle")) {
        return readBrush(members);
    }
    if (members.has("imageDataURL")) {
        return BitmaskImage{members.text("imageDataURL")};
    }
    if (members.has("radiusX")) {
        return Ellipse{members.number("x"), members.number("y"), members.number("radiusX"),
                       members.number("radiusY"), members.numberOr("rotation", 0)};
    }
    if (members.has("x") && members.has("height")) {
        return readRectangle(members);
    }
    if (members.has("x")) {
        return KeyPoint{members.number("x"), members.number("y"), members.number("width")};
    }
    return std::nullopt;
}

std::optional<Shape> readSpan(Members& members) {
    if (members.has("startOffset")) {
        return PlacedSpan{readPlace(members, "start"), readPlace(members, "end"),
                          members.number("startOffset"), members.number("endOffset")};
    }
    if (members.has("instant")) {
        return SeriesSpan{readTime(members, "start"), readTime(members, "end"),
                          members.flagOr("instant", false)};
    }
    if (members.has("start") && members.has("end")) {
        return Span{members.number("start"), members.number("end")};
    }
    return std::nullopt;
}

// --- writing -------------------------------------------------------------------------------------

/// A number that is there already, in whatever notation, stays in it.
void put(Json& object, std::string_view key, double number) {
    const auto found = object.find(key);
    const bool isThere =
        found != object.end() &&
        (found->is_number() ? found->get<double>() == number
                            : found->is_string() && Members(object).number(key) == number);
    if (!isThere) {
        object[std::string(key)] = number;
    }
}

/// Members that may be missing are not written for their default.
void putUnless(Json& object, std::string_view key, const Json& value, const Json& absent) {
    if (object.contains(key) || value != absent) {
        object[std::string(key)] = value;
    }
}

void putRotation(Json& value, double rotation) {
    if (value.contains("rotation") || rotation != 0) {
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

    void operator()(const Rectangle& shape) const {
        put(value, "x", shape.x);
        put(value, "y", shape.y);
        put(value, "width", shape.width);
        put(value, "height", shape.height);
        putRotation(value, shape.rotation);
    }
    void operator()(const Ellipse& shape) const {
        put(value, "x", shape.x);
        put(value, "y", shape.y);
        put(value, "radiusX", shape.radiusX);
        put(value, "radiusY", shape.radiusY);
        putRotation(value, shape.rotation);
    }
    void operator()(const KeyPoint& shape) const {
        put(value, "x", shape.x);
        put(value, "y", shape.y);
        put(value, "width", shape.width);
    }
    void operator()(const Polygon& shape) const {
        putItems(value, "points", shape.points, [](Json& out, const Point& point) {
            if (!out.is_array() || out.size() < 2 || out[0] != point.x || out[1] != point.y) {
                out = Json::array({point.x, point.y});
            }
        });
        putUnless(value, "closed", shape.isClosed, true);
    }
    void operator()(const Path& shape) const {
        putItems(value, "vertices", shape.vertices, [](Json& out, const Vertex& vertex) {
            out["id"] = vertex.id;
            put(out, "x", vertex.place.x);
            put(out, "y", vertex.place.y);
            out["prevPointId"] = vertex.previous ? Json(*vertex.previous) : Json();
            putUnless(out, "isBezier", vertex.isBezier, false);
            putControlPoint(out, "controlPoint1", vertex.controlPoint1);
            putControlPoint(out, "controlPoint2", vertex.controlPoint2);
        });
        putUnless(value, "closed", shape.isClosed, false);
    }
    void operator()(const BrushMask& shape) const { value["rle"] = shape.rle; }
    void operator()(const BitmaskImage& shape) const { value["imageDataURL"] = shape.dataUrl; }
    void operator()(const Span& shape) const {
        put(value, "start", shape.start);
        put(value, "end", shape.end);
    }
    void operator()(const PlacedSpan& shape) const {
        putPlace(value, "start", shape.start);
        putPlace(value, "end", shape.end);
        put(value, "startOffset", shape.startOffset);
        put(value, "endOffset", shape.endOffset);
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
    void operator()(const Track& shape) const {
        putItems(value, "sequence", shape.sequence, [](Json& out, const KeyFrame& key) {
            put(out, "frame", key.frame);
            putUnless(out, "enabled", key.isEnabled, true);
            Writer{out}(key.box);
            if (out.contains("time") || key.time != 0) {
                put(out, "time", key.time);
            }
        });
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

std::expected<std::optional<Shape>, std::string> readShape(const Json& value) {
    if (!value.is_object()) {
        return std::nullopt;
    }
    Members members(value);
    std::optional<Shape> shape = readKnown(members);
    if (!shape) {
        shape = readSpan(members);
    }
    if (!members.fault.empty()) {
        return std::unexpected(std::move(members.fault));
    }
    return shape;
}

void writeShape(const Shape& shape, Json& value) {
    std::visit(Writer{value}, shape);
}

} // namespace cartouche::annotation
