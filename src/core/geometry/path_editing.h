#pragma once

#include "core/geometry/path_lines.h"
#include "core/geometry/pixels.h"
#include "core/geometry/shapes.h"

#include <cstddef>
#include <optional>
#include <string>

/// What a labeler does to the vertices of a path (spec/tags.md 4.2, Vector). Places are in percent,
/// as in the path, unless they say pixels. Indexes are those of vertices that are there.
namespace cartouche::geometry {

/// A straight vertex behind the others, with an edge from one of them; nothing: from none.
void append(Path& path, std::string id, Point place, std::optional<std::size_t> from);

/// The edge that is nearest to a point.
struct NearestEdge {
    Edge edge;
    double along = 0; // 0 at its begin, 1 at its end; of a curve, its parameter
    double distancePx = 0;
};
std::optional<NearestEdge> nearestEdge(const Path& path, Size size, Point px);

/// Divides an edge there; a curve keeps its form if both its ends have their control points.
/// Returns the new vertex.
std::size_t insertVertex(Path& path, const NearestEdge& where, std::string id, Size size);

/// What came after the vertex comes after the one before it. Without its first vertex an open path
/// begins with the next one; a closed path that keeps fewer than three is open.
void removeVertex(Path& path, std::size_t index);

/// An edge leads from the last vertex to the first, as the reference closes paths.
void close(Path& path);
/// Takes an edge of a closed path away: it begins where the edge ended. Nothing happens to a path
/// that is open or branches.
void openAt(Path& path, Edge edge);

/// With its control points.
void moveVertex(Path& path, std::size_t index, Point to);
enum class ControlPoint { First, Second };
/// The other one stays opposite to it, unless they are disconnected.
void moveControl(Path& path, std::size_t index, ControlPoint which, Point to);
/// Both control points, so that the second one is here: a curve as it is pulled out of a vertex.
void pullControls(Path& path, std::size_t index, Point second);

/// A straight vertex gets control points along the line between its neighbours, and a curved one
/// loses them; disconnected ones are made opposite first.
void toggleCurve(Path& path, std::size_t index, Size size);

} // namespace cartouche::geometry
