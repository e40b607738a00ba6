#include "core/annotation/shape_faults.h"

#include "core/geometry/image_shape.h"

#include <cmath>
#include <format>
#include <utility>
#include <variant>

namespace cartouche::annotation {

namespace {

using diagnostics::Code;
using diagnostics::Diagnostic;

struct Fault {
    Code code{};
    std::string what;
};

/// Of the two extents of a shape, which both must be above 0.
std::optional<Fault> extentFault(std::string_view firstName, double first,
                                 std::string_view secondName, double second) {
    const auto isGood = [](double number) { return std::isfinite(number) && number > 0; };
    if (isGood(first) && isGood(second)) {
        return std::nullopt;
    }
    return Fault{Code::EmptyRegion, isGood(first) ? std::format("its {} is {}", secondName, second)
                                                  : std::format("its {} is {}", firstName, first)};
}

std::optional<Fault> countFault(std::size_t count, std::size_t least) {
    if (count >= least) {
        return std::nullopt;
    }
    return Fault{Code::TooFewPoints, std::format("it has {} point{} and needs {}", count,
                                                 count == 1 ? "" : "s", least)};
}

std::optional<Fault> ownFault(const geometry::Shape& shape) {
    if (const auto* rectangle = std::get_if<geometry::Rectangle>(&shape)) {
        return extentFault("width", rectangle->width, "height", rectangle->height);
    }
    if (const auto* ellipse = std::get_if<geometry::Ellipse>(&shape)) {
        return extentFault("radiusX", ellipse->radiusX, "radiusY", ellipse->radiusY);
    }
    if (const auto* polygon = std::get_if<geometry::Polygon>(&shape)) {
        return countFault(polygon->points.size(), polygon->isClosed ? 3 : 2);
    }
    if (const auto* path = std::get_if<geometry::Path>(&shape)) {
        return countFault(path->vertices.size(), 1);
    }
    return std::nullopt;
}

std::optional<Fault> placeFault(const geometry::Shape& shape, geometry::Size image) {
    const auto bounds = geometry::boundsOf(shape, image);
    if (geometry::isMask(shape) ||
        (bounds && bounds->intersects({0, 0, image.width, image.height}))) {
        return std::nullopt;
    }
    return Fault{Code::OutsideImage,
                 bounds ? "it lies beside the image" : "it has no place on the image"};
}

} // namespace

std::optional<Diagnostic> shapeFault(const Area& area, geometry::Size image,
                                     const std::string& maskProblem) {
    if (!area.shape) {
        return std::nullopt;
    }
    std::optional<Fault> fault = ownFault(*area.shape);
    if (!fault && !maskProblem.empty()) {
        fault = Fault{Code::UnreadableMask, maskProblem};
    }
    if (!fault) {
        fault = placeFault(*area.shape, image);
    }
    if (!fault) {
        return std::nullopt;
    }
    Diagnostic diagnostic{
        fault->code,
        std::format("The region \"{}\" cannot be shown: {}; it is kept", area.id, fault->what)};
    if (!area.results.empty() && area.results.front().position != Result::kNew) {
        diagnostic.where.pointer = std::format("/result/{}", area.results.front().position);
    }
    return diagnostic;
}

bool isShapeFault(const Diagnostic& diagnostic) {
    return diagnostic.code == Code::EmptyRegion || diagnostic.code == Code::TooFewPoints ||
           diagnostic.code == Code::UnreadableMask || diagnostic.code == Code::OutsideImage;
}

} // namespace cartouche::annotation
