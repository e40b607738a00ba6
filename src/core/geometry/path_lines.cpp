#include "core/geometry/path_lines.h"

#include "core/geometry/lines.h"

#include <algorithm>
#include <optional>
#include <ranges>
#include <string_view>
#include <unordered_map>

namespace cartouche::geometry {

namespace {

constexpr double kMissingControl = 0.3; // of the way to the other end

Curve curveOf(Point from, std::optional<Point> control1, std::optional<Point> control2, Point to) {
    const Point way = (to - from) * kMissingControl;
    return {from, control1.value_or(from + way), control2.value_or(to - way), to};
}

/// The edges from the first vertex backwards around to it again, or none.
std::vector<Edge> loopOf(const Path& path) {
    const std::vector<Edge> edges = edgesOf(path);
    std::vector<std::optional<std::size_t>> sources(path.vertices.size());
    for (const Edge& edge : edges) {
        sources[edge.to] = edge.from;
    }
    std::vector<Edge> loop;
    std::size_t at = 0;
    while (sources[at] && loop.size() < edges.size()) {
        loop.push_back({*sources[at], at});
        at = *sources[at];
        if (at == 0) {
            break;
        }
    }
    // A shorter way around leaves out branches; one that ends elsewhere is no loop.
    const bool isWhole = at == 0 && loop.size() == edges.size();
    return isWhole ? loop : std::vector<Edge>{};
}

} // namespace

std::vector<Edge> edgesOf(const Path& path) {
    const std::vector<Vertex>& vertices = path.vertices;
    std::unordered_map<std::string_view, std::size_t> places;
    for (std::size_t at = 0; at < vertices.size(); ++at) {
        places.try_emplace(vertices[at].id, at);
    }
    std::vector<Edge> edges;
    for (std::size_t at = 0; at < vertices.size(); ++at) {
        const auto& previous = vertices[at].previous;
        if (const auto source = previous ? places.find(*previous) : places.end();
            source != places.end()) {
            edges.push_back({source->second, at});
        }
    }
    if (path.isClosed && vertices.size() >= 3) {
        const Edge closing{vertices.size() - 1, 0};
        if (edges.empty() || edges.front() != closing) {
            edges.insert(edges.begin(), closing);
        }
    }
    return edges;
}

std::optional<Edge> edgeAt(const Path& path, std::size_t index) {
    const std::vector<Edge> edges = edgesOf(path);
    auto edge = std::ranges::find(edges, index, &Edge::from);
    edge = edge == edges.end() ? std::ranges::find(edges, index, &Edge::to) : edge;
    return edge == edges.end() ? std::nullopt : std::optional(*edge);
}

std::optional<std::size_t> findVertex(const Path& path, std::string_view id) {
    const auto found = std::ranges::find(path.vertices, id, &Vertex::id);
    return found == path.vertices.end()
               ? std::nullopt
               : std::optional(static_cast<std::size_t>(found - path.vertices.begin()));
}

std::vector<Point> lineOf(const Path& path, Edge edge, Size size) {
    const Vertex& from = path.vertices[edge.from];
    const Vertex& to = path.vertices[edge.to];
    const auto control1 = from.isBezier ? from.controlPoint2 : std::nullopt;
    const auto control2 = to.isBezier ? to.controlPoint1 : std::nullopt;
    std::vector<Point> line{from.place, to.place};
    const auto inPixels = [size](Point point) { return toPixels(point, size); };
    if (!control1 && !control2) {
        std::ranges::transform(line, line.begin(), inPixels);
        return line;
    }
    return flattened(curveOf(inPixels(from.place), control1.transform(inPixels),
                             control2.transform(inPixels), inPixels(to.place)));
}

std::vector<Point> ringOf(const Path& path, Size size) {
    if (!path.isClosed || path.vertices.empty()) {
        return {};
    }
    const std::vector<Edge> loop = loopOf(path);
    std::vector<Point> ring;
    for (const Edge& edge : std::views::reverse(loop)) {
        const std::vector<Point> line = lineOf(path, edge, size);
        ring.insert(ring.end(), line.begin(), line.end() - 1); // the next one begins with its end
    }
    return ring;
}

} // namespace cartouche::geometry
