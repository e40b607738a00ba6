#include "core/annotation/shape_json.h"
#include "core/json/numbers.h"

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

    double number(std::string_view key) {
        const Json* member = find(key);
        const auto value = member == nullptr ? std::nullopt : json::readNumber(*member);
        if (!value) {
            fail(key, "a number");
        }
        return value.value_or(0);
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

} // namespace cartouche::annotation
