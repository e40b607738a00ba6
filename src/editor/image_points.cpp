// What commands do to the chosen points of the selected polygon or path, for those who have no keys
// to hold while they press (spec/tags.md 4.2, Vector; 5.3).

#include "core/geometry/path_lines.h"
#include "core/json/numbers.h"
#include "editor/image_workspace.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <variant>
#include <vector>

namespace cartouche::editor {

/// As places in the shape, in the order of choosing. What is not there any more is left out.
std::vector<std::size_t> ImageWorkspace::chosenPoints() const {
    std::vector<std::size_t> places;
    const auto* path = selectedShape<geometry::Path>();
    const auto* polygon = selectedShape<geometry::Polygon>();
    for (const std::string& name : m_chosen) {
        if (path != nullptr) {
            if (const auto place = geometry::findVertex(*path, name)) {
                places.push_back(*place);
            }
        } else if (polygon != nullptr) {
            const auto place = static_cast<std::size_t>(json::parseNumber(name).value_or(-1));
            if (place < polygon->points.size()) {
                places.push_back(place);
            }
        }
    }
    return places;
}

std::optional<geometry::Point> ImageWorkspace::chosenPoint() const {
    const std::vector<std::size_t> places = chosenPoints();
    if (places.empty() || m_isChosenWithKey) {
        return std::nullopt;
    }
    const auto* path = selectedShape<geometry::Path>();
    const geometry::Point percent = path != nullptr
                                        ? path->vertices[places.back()].place
                                        : selectedShape<geometry::Polygon>()->points[places.back()];
    return m_viewport.toStage(geometry::toPixels(percent, m_viewport.image()));
}

bool ImageWorkspace::canEditPoints(PointEdit edit) const {
    const std::vector<std::size_t> places = chosenPoints();
    if (places.empty() || isBusy()) {
        return false;
    }
    const auto* path = selectedShape<geometry::Path>();
    if (path == nullptr) {
        const std::size_t count = selectedShape<geometry::Polygon>()->points.size();
        return (edit == PointEdit::Remove && count > kFewestCorners) ||
               (edit == PointEdit::Insert && count > 1);
    }
    const PathRules rules = pathRules(controlOf(m_regions.selection().front()));
    const std::size_t count = path->vertices.size();
    switch (edit) {
    case PointEdit::Remove:
        return count > rules.fewest;
    case PointEdit::Insert:
        return places.size() == 1 && count > 1 && (rules.most == 0 || count < rules.most);
    case PointEdit::Bend:
        return rules.canCurve || std::ranges::any_of(places, [path](std::size_t place) {
                   return path->vertices[place].isBezier;
               });
    case PointEdit::Open:
        return places.size() == 1 && path->isClosed;
    }
    return false;
}

void ImageWorkspace::editPoints(PointEdit edit) {
    if (!canEditPoints(edit)) {
        return;
    }
    const std::vector<std::size_t> places = chosenPoints();
    const bool isPolygon = selectedShape<geometry::Polygon>() != nullptr;
    switch (edit) {
    case PointEdit::Remove:
        isPolygon ? removeCorner(places.front()) : removeVertices(places);
        break;
    case PointEdit::Insert:
        isPolygon ? insertCorner(places.front()) : insertVertex(places.front());
        break;
    case PointEdit::Bend:
        bendVertices(places);
        break;
    case PointEdit::Open:
        openPath(*geometry::edgeAt(*selectedShape<geometry::Path>(), places.front()));
        break;
    }
}

} // namespace cartouche::editor
