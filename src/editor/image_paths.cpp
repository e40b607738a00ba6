// Paths on an image: drawn point by point with curves pulled out of points, and their points edited
// (spec/tags.md 4.2, Vector). The last vertex of one that is drawn follows the pointer.

#include "core/geometry/path_editing.h"
#include "core/json/numbers.h"
#include "core/language/message.h"
#include "editor/image_workspace.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <string>
#include <utility>
#include <variant>

namespace cartouche::editor {

namespace {

using geometry::Path;
using geometry::Point;
using geometry::Vertex;

constexpr std::size_t kFewestClosed = 3;

std::size_t countOf(const config::Tag& tag, std::string_view attribute, std::size_t otherwise) {
    const auto number = json::parseNumber(tag.text(attribute));
    return number && *number >= 1 ? static_cast<std::size_t>(*number) : otherwise;
}

/// A closed path may have two points if there is a curve (the reference's drawing.ts).
bool canEnclose(const Path& path, std::size_t count) {
    return count >= kFewestClosed ||
           (count == 2 && std::ranges::any_of(path.vertices, &Vertex::isBezier));
}

} // namespace

ImageWorkspace::PathRules ImageWorkspace::pathRules(const config::Control* control) const {
    if (control == nullptr || toolOf(control->tag->kind()) != ImageTool::Vector) {
        return {.canClose = true, .canCurve = true};
    }
    const config::Tag& tag = *control->tag;
    return {.canClose = tag.flag("closable"),
            .canCurve = tag.flag("curves"),
            .isSkeleton = tag.flag("skeleton"),
            .fewest = std::max(countOf(tag, "minPoints", 2), std::size_t{2}),
            .most = countOf(tag, "maxPoints", 0)};
}

void ImageWorkspace::drawPathTo(Point percent) {
    Path& path = std::get<Path>(*m_draft);
    const std::size_t last = path.vertices.size() - 1;
    if (m_gesture != Gesture::Draw || !m_hasMoved) {
        geometry::moveVertex(path, last, percent);
    } else if (pathRules(m_draftControl).canCurve) {
        geometry::pullControls(path, last, percent);
    }
}

/// The release of a press that sets a vertex, closes the path or ends it.
void ImageWorkspace::finishVertex() {
    Path& path = std::get<Path>(*m_draft);
    const PathRules rules = pathRules(m_draftControl);
    const std::size_t count = path.vertices.size(); // the one that is set now included
    const bool isDouble = isDoubleClick(m_pressed) && count > 1;
    if (isDouble) {
        endPath();
        return;
    }
    if (count > 1 && rules.canClose && isOnPoint(path.vertices.front().place, m_pressed)) {
        if (canEnclose(path, count - 1) && count - 1 >= rules.fewest) {
            path.vertices.pop_back();
            geometry::close(path);
            create(std::move(path));
            dropDraft();
        }
        return; // too early: nothing is set on the first one
    }
    const auto grabbed = rules.isSkeleton ? vertexAt(path, count - 1, m_pressed) : std::nullopt;
    if (grabbed) { // the next one is joined here
        m_activeVertex = path.vertices[*grabbed].id;
        path.vertices.back().previous = m_activeVertex;
        return;
    }
    if (rules.most != 0 && count > rules.most) {
        return; // it can only be closed now
    }
    if (count == rules.most && !rules.canClose) {
        create(std::move(path));
        dropDraft();
        return;
    }
    m_activeVertex = path.vertices.back().id;
    geometry::append(path, m_regions.newId(), path.vertices.back().place, count - 1);
}

/// The topmost of the first `count` vertices that the pointer is on.
std::optional<std::size_t> ImageWorkspace::vertexAt(const Path& path, std::size_t count,
                                                    const Pointer& pointer) const {
    for (std::size_t index = count; index > 0; --index) {
        if (isOnPoint(path.vertices[index - 1].place, pointer)) {
            return index - 1;
        }
    }
    return std::nullopt;
}

/// Without the vertex that follows the pointer. One with too few points goes on.
void ImageWorkspace::endPath() {
    Path path = std::get<Path>(*m_draft);
    path.vertices.pop_back();
    if (path.vertices.size() >= pathRules(m_draftControl).fewest) {
        create(std::move(path));
        dropDraft();
    }
}

/// What a press does to the selected path, beside its grips.
bool ImageWorkspace::pressPath(const Pointer& pointer) {
    const Path* path = selectedShape<Path>();
    return path != nullptr && (pressPathEdge(*path, pointer) || continuePath(*path, pointer));
}

/// With Shift a vertex is set into an edge; with Alt a closed path is opened there.
bool ImageWorkspace::pressPathEdge(const Path& path, const Pointer& pointer) {
    const geometry::Size image = m_viewport.image();
    const auto nearest = geometry::nearestEdge(path, image, m_viewport.toImage(pointer.at));
    const bool isOn = nearest && nearest->distancePx * m_viewport.scale() <= reachOf(pointer);
    if (!isOn || !(pointer.shift || (pointer.alt && path.isClosed))) {
        return false;
    }
    const PathRules rules = pathRules(controlOf(m_regions.selection().front()));
    if (!pointer.shift) {
        openPath(nearest->edge);
    } else if (rules.most == 0 || path.vertices.size() < rules.most) {
        Path changed = path;
        const std::size_t index =
            geometry::insertVertex(changed, *nearest, m_regions.newId(), image);
        m_isPulling = rules.canCurve;
        holdVertex(std::move(changed), index, pointer.at);
    }
    return true;
}

/// Beside it, the tool that drew a path goes on with it: a vertex that is joined to the last one
/// or, in a skeleton, to the active one.
bool ImageWorkspace::continuePath(const Path& path, const Pointer& pointer) {
    const config::Control* control = controlOf(m_regions.selection().front());
    const PathRules rules = pathRules(control);
    const bool isFull = rules.most != 0 && path.vertices.size() >= rules.most;
    if (m_tool != ImageTool::Vector || path.isClosed || isFull || path.vertices.empty() ||
        pointer.shift || pointer.control || pointer.alt || find(pointer.at, reachOf(pointer))) {
        return false;
    }
    const auto active = m_activeVertex && rules.isSkeleton
                            ? geometry::findVertex(path, *m_activeVertex)
                            : std::nullopt;
    Path changed = path;
    const Point pixel = snapped(inImage(pointer.at), control);
    geometry::append(changed, m_regions.newId(), geometry::toPercent(pixel, m_viewport.image()),
                     active.value_or(path.vertices.size() - 1));
    m_activeVertex = changed.vertices.back().id;
    m_isPulling = true;
    holdVertex(std::move(changed), path.vertices.size(), pointer.at);
    return true;
}

/// The selected region gets another point, which the pointer holds until it is released.
void ImageWorkspace::holdVertex(geometry::Shape changed, std::size_t index, Point at) {
    m_grip = Grip{Grip::Kind::Vertex, static_cast<int>(index), at};
    m_originals = {{m_regions.selection().front(), std::move(changed)}};
    m_previews = m_originals;
    m_dirty.regions.push_back(m_originals.front().region);
    m_gesture = Gesture::Grip;
    m_hasMoved = true; // also without a move there is a new point
}

void ImageWorkspace::movePathGrip(Path& path, const Pointer& pointer) {
    const config::Control* control = controlOf(m_originals.front().region);
    const geometry::Size image = m_viewport.image();
    const Point to = geometry::toPercent(snapped(inImage(pointer.at), control), image);
    const auto index = static_cast<std::size_t>(m_grip->index);
    if (m_grip->kind != Grip::Kind::Vertex) {
        const Point place = geometry::toPercent(m_viewport.toImage(pointer.at), image);
        Vertex& vertex = path.vertices[index];
        vertex.isDisconnected = vertex.isDisconnected || pointer.alt;
        geometry::moveControl(path, index,
                              m_grip->kind == Grip::Kind::FirstControl
                                  ? geometry::ControlPoint::First
                                  : geometry::ControlPoint::Second,
                              place);
        return;
    }
    if (m_isPulling) {
        if (isFar(pointer.at) && pathRules(control).canCurve) {
            geometry::pullControls(path, index, to);
        }
        return;
    }
    const Point by = to - path.vertices[index].place;
    const bool isOneOfMany = std::ranges::contains(m_chosen, path.vertices[index].id);
    for (std::size_t place = 0; place < path.vertices.size(); ++place) {
        const Vertex& vertex = path.vertices[place];
        if (place == index || (isOneOfMany && std::ranges::contains(m_chosen, vertex.id))) {
            geometry::moveVertex(path, place, vertex.place + by);
        }
    }
}

/// A click on a vertex of the selected path, by the keys that are held.
void ImageWorkspace::clickVertex(int index, const Pointer& pointer) {
    Path path = std::get<Path>(*shapeOf(m_regions.selection().front()));
    const PathRules rules = pathRules(controlOf(m_regions.selection().front()));
    const auto place = static_cast<std::size_t>(index);
    const std::size_t count = path.vertices.size();
    const bool isEnd = index == 0 || place + 1 == count;
    if (pointer.alt) {
        removeVertices({place});
        return;
    }
    if (pointer.shift) {
        bendVertices({place});
        return;
    }
    if (pointer.control || m_regions.selectsSeveral()) {
        chooseVertex(path.vertices[place].id);
        return;
    }
    m_chosen = {path.vertices[place].id};
    if (rules.isSkeleton) {
        m_activeVertex = path.vertices[place].id;
    } else if (isEnd && m_tool == ImageTool::Vector && rules.canClose && !path.isClosed &&
               canEnclose(path, count) && count >= rules.fewest) {
        geometry::close(path);
        setPath(language::later("history.close-path"), std::move(path));
    }
}

/// As far as so few may be left.
void ImageWorkspace::removeVertices(std::vector<std::size_t> places) {
    Path path = std::get<Path>(*shapeOf(m_regions.selection().front()));
    const std::size_t fewest = pathRules(controlOf(m_regions.selection().front())).fewest;
    const std::size_t before = path.vertices.size();
    std::ranges::sort(places, std::greater()); // the places of the others stay what they are
    for (const std::size_t place : places) {
        if (path.vertices.size() > fewest) {
            geometry::removeVertex(path, place);
        }
    }
    if (path.vertices.size() < before) {
        setPath(language::later("history.remove-point"), std::move(path));
    }
}

/// Halfway along the edge that leads on from a vertex.
void ImageWorkspace::insertVertex(std::size_t place) {
    Path path = std::get<Path>(*shapeOf(m_regions.selection().front()));
    if (const auto edge = geometry::edgeAt(path, place)) {
        const std::string id = m_regions.newId();
        geometry::insertVertex(path, {.edge = *edge, .along = 0.5}, id, m_viewport.image());
        setPath(language::later("history.insert-point"), std::move(path));
        m_chosen = {id};
    }
}

/// Where the control has no curves, what is bent becomes straight, and that is all.
void ImageWorkspace::bendVertices(const std::vector<std::size_t>& places) {
    Path path = std::get<Path>(*shapeOf(m_regions.selection().front()));
    const bool canCurve = pathRules(controlOf(m_regions.selection().front())).canCurve;
    const std::vector<std::string> chosen = m_chosen;
    bool hasChanged = false;
    for (const std::size_t place : places) {
        if (canCurve || path.vertices[place].isBezier) {
            geometry::toggleCurve(path, place, m_viewport.image());
            hasChanged = true;
        }
    }
    if (hasChanged) {
        setPath(language::later("history.change-point"), std::move(path));
        m_chosen = chosen;
    }
}

void ImageWorkspace::openPath(geometry::Edge edge) {
    Path path = std::get<Path>(*shapeOf(m_regions.selection().front()));
    geometry::openAt(path, edge);
    setPath(language::later("history.open-path"), std::move(path));
}

/// Chosen vertices move together.
void ImageWorkspace::chooseVertex(const std::string& id) {
    if (std::erase(m_chosen, id) == 0) {
        m_chosen.push_back(id);
    }
}

void ImageWorkspace::setPath(language::Later label, Path path) {
    m_chosen.clear();
    m_regions.setShapes(std::move(label), {{m_regions.selection().front(), std::move(path)}});
}

} // namespace cartouche::editor
