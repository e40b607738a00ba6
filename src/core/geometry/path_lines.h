#pragma once

#include "core/geometry/pixels.h"
#include "core/geometry/shapes.h"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace cartouche::geometry {

/// From one vertex to another, by their places in the path.
struct Edge {
    std::size_t from = 0;
    std::size_t to = 0;

    bool operator==(const Edge&) const = default;
};

/// In the order of the vertices they lead to. A closed path of three vertices or more has an edge
/// from its last to its first, whether or not the first names the last as its previous one.
std::vector<Edge> edgesOf(const Path& path);

/// The edge that leads on from a vertex; where none does, the one that leads to it. Nothing: the
/// vertex stands alone.
std::optional<Edge> edgeAt(const Path& path, std::size_t index);

/// The place of the vertex with this id; nothing: none has it.
std::optional<std::size_t> findVertex(const Path& path, std::string_view id);

/// The edge as a line in image pixels, both ends included. Where only one end has a control point,
/// the other lies three tenths of the way along: the reference draws it so
/// (KonvaVector/components/VectorShape.tsx), whatever spec/results.md 4.5 says.
std::vector<Point> lineOf(const Path& path, Edge edge, Size size);

/// What a closed path encloses, in image pixels; nothing if it is open or branches, which the
/// reference does not fill either.
std::vector<Point> ringOf(const Path& path, Size size);

} // namespace cartouche::geometry
