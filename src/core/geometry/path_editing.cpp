#include "core/geometry/path_editing.h"

#include "core/geometry/lines.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>
#include <vector>

namespace cartouche::geometry {

namespace {

constexpr double kControlDistance = 0.3; // of the way between the neighbours
constexpr std::size_t kFewestClosed = 3;

double lengthOf(Point a) {
    return std::hypot(a.x, a.y);
}

Point between(Point a, Point b, double part) {
    return a + (b - a) * part;
}

/// How far along its line the point nearest to `px` is, and how far from it.
std::pair<double, double> nearestOn(const std::vector<Point>& line, Point px) {
    double least = std::numeric_limits<double>::infinity();
    double along = 0;
    const auto pieces = static_cast<double>(line.size() - 1);
    for (std::size_t at = 1; at < line.size(); ++at) {
        const Point way = line[at] - line[at - 1];
        const double square = (way.x * way.x) + (way.y * way.y);
        const Point to = px - line[at - 1];
        const double part =
            square > 0 ? std::clamp(((to.x * way.x) + (to.y * way.y)) / square, 0.0, 1.0) : 0;
        const double distance = lengthOf(px - between(line[at - 1], line[at], part));
        if (distance < least) {
            least = distance;
            along = (static_cast<double>(at - 1) + part) / pieces; // its pieces are even in t
        }
    }
    return {along, least};
}

bool isCurved(const Path& path, Edge edge) {
    const Vertex& from = path.vertices[edge.from];
    const Vertex& to = path.vertices[edge.to];
    return (from.isBezier && from.controlPoint2) || (to.isBezier && to.controlPoint1);
}

/// Divides the curve by de Casteljau's construction.
Vertex divideCurve(Vertex& from, Vertex& to, double t) {
    const Point way = (to.place - from.place) * kControlDistance;
    const bool hasFirst = from.isBezier && from.controlPoint2;
    const bool hasSecond = to.isBezier && to.controlPoint1;
    const Point control1 = hasFirst ? *from.controlPoint2 : from.place + way;
    const Point control2 = hasSecond ? *to.controlPoint1 : to.place - way;
    const Point a = between(from.place, control1, t);
    const Point b = between(control1, control2, t);
    const Point c = between(control2, to.place, t);
    Vertex middle{.isBezier = true,
                  .controlPoint1 = between(a, b, t),
                  .controlPoint2 = between(b, c, t),
                  .isDisconnected = t != 0.5}; // they are not equally far from it
    middle.place = between(*middle.controlPoint1, *middle.controlPoint2, t);
    if (hasFirst) {
        from.controlPoint2 = a;
        from.isDisconnected = true;
    }
    if (hasSecond) {
        to.controlPoint1 = c;
        to.isDisconnected = true;
    }
    return middle;
}

/// Where the path goes through the vertex: from the one before it to the one after it.
std::optional<Point> directionAt(const Path& path, std::size_t index, Size size) {
    Point before = path.vertices[index].place;
    Point after = before;
    for (const Edge edge : edgesOf(path)) {
        if (edge.to == index) {
            before = path.vertices[edge.from].place;
        } else if (edge.from == index) {
            after = path.vertices[edge.to].place;
        }
    }
    const Point way = toPixels(after, size) - toPixels(before, size);
    return lengthOf(way) > 0 ? std::optional(way) : std::nullopt;
}

} // namespace

void append(Path& path, std::string id, Point place, std::optional<std::size_t> from) {
    Vertex vertex{.id = std::move(id), .place = place};
    if (from) {
        vertex.previous = path.vertices[*from].id;
    }
    path.vertices.push_back(std::move(vertex));
}

std::optional<NearestEdge> nearestEdge(const Path& path, Size size, Point px) {
    std::optional<NearestEdge> nearest;
    for (const Edge edge : edgesOf(path)) {
        const auto [along, distance] = nearestOn(lineOf(path, edge, size), px);
        if (!nearest || distance < nearest->distancePx) {
            nearest = NearestEdge{edge, along, distance};
        }
    }
    return nearest;
}

std::size_t insertVertex(Path& path, const NearestEdge& where, std::string id, Size size) {
    const Edge edge = where.edge;
    Vertex& from = path.vertices[edge.from];
    Vertex& to = path.vertices[edge.to];
    Vertex middle;
    if (isCurved(path, edge)) {
        middle = divideCurve(from, to, where.along);
    } else {
        const Point px = between(toPixels(from.place, size), toPixels(to.place, size), where.along);
        middle.place = toPercent(px, size);
    }
    middle.id = std::move(id);
    middle.previous = from.id;
    // The edge that closes a path need not be named by its first vertex.
    const bool isClosing = path.isClosed && edge.to == 0 && edge.from + 1 == path.vertices.size();
    if (!isClosing || to.previous) {
        to.previous = middle.id;
    }
    const std::size_t place = isClosing ? path.vertices.size() : edge.to;
    path.vertices.insert(path.vertices.begin() + static_cast<std::ptrdiff_t>(place),
                         std::move(middle));
    return place;
}

void removeVertex(Path& path, std::size_t index) {
    const Vertex removed = std::move(path.vertices[index]);
    path.vertices.erase(path.vertices.begin() + static_cast<std::ptrdiff_t>(index));
    std::optional<std::string> source = removed.previous;
    for (Vertex& vertex : path.vertices) {
        if (vertex.previous != removed.id) {
            continue;
        }
        vertex.previous = source != vertex.id ? source : std::nullopt;
        source = source ? source : std::optional(vertex.id); // the first of several begins
    }
    if (path.isClosed && path.vertices.size() < kFewestClosed) {
        path.isClosed = false;
        if (!path.vertices.empty()) {
            path.vertices.front().previous.reset();
        }
    }
}

void close(Path& path) {
    path.isClosed = true;
    if (!path.vertices.empty()) {
        path.vertices.front().previous = path.vertices.back().id;
    }
}

void openAt(Path& path, Edge edge) {
    if (!path.isClosed || ringOf(path, {}).empty()) {
        return;
    }
    if (!path.vertices.front().previous) {
        path.vertices.front().previous = path.vertices.back().id;
    }
    std::ranges::rotate(path.vertices,
                        path.vertices.begin() + static_cast<std::ptrdiff_t>(edge.to));
    path.vertices.front().previous.reset();
    path.isClosed = false;
}

void moveVertex(Path& path, std::size_t index, Point to) {
    Vertex& vertex = path.vertices[index];
    const Point by = to - vertex.place;
    vertex.place = to;
    for (auto* control : {&vertex.controlPoint1, &vertex.controlPoint2}) {
        if (*control) {
            **control = **control + by;
        }
    }
}

void moveControl(Path& path, std::size_t index, ControlPoint which, Point to) {
    Vertex& vertex = path.vertices[index];
    const bool isFirst = which == ControlPoint::First;
    (isFirst ? vertex.controlPoint1 : vertex.controlPoint2) = to;
    if (!vertex.isDisconnected) {
        (isFirst ? vertex.controlPoint2 : vertex.controlPoint1) = vertex.place * 2 - to;
    }
}

void pullControls(Path& path, std::size_t index, Point second) {
    Vertex& vertex = path.vertices[index];
    vertex.isBezier = true;
    vertex.isDisconnected = false;
    moveControl(path, index, ControlPoint::Second, second);
}

void toggleCurve(Path& path, std::size_t index, Size size) {
    Vertex& vertex = path.vertices[index];
    if (vertex.isBezier && vertex.isDisconnected && vertex.controlPoint2) {
        pullControls(path, index, *vertex.controlPoint2);
    } else if (vertex.isBezier) {
        vertex.isBezier = false;
        vertex.controlPoint1.reset();
        vertex.controlPoint2.reset();
        vertex.isDisconnected = false;
    } else if (const auto way = directionAt(path, index, size)) {
        pullControls(path, index,
                     toPercent(toPixels(vertex.place, size) + *way * kControlDistance, size));
    }
}

} // namespace cartouche::geometry
