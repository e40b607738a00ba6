#pragma once

#include "core/annotation/document.h"
#include "core/geometry/mask_canvas.h"
#include "core/geometry/pixels.h"
#include "core/geometry/shapes.h"
#include "editor/point_look.h"

#include <optional>
#include <utility>

/// What goes into an ImageWorkspace, and what it shows. Points are CSS pixels from the upper left
/// corner of its stage, where nothing else is said.
namespace cartouche::editor {

/// What a pointer does, with the keys that are held.
struct ImagePointer {
    geometry::Point at;
    int button = 0;       // as MouseEvent.button
    bool control = false; // or Command
    bool shift = false;
    bool alt = false;
    bool isTouch = false;
    bool isPen = false;
    bool isKeys = false;   // the cross that keys move
    double pressure = 0.5; // of a pen, 0 to 1
    double timeMs = 0;
};

/// A region that is not drawn as the document has it, but as it will be.
struct ImagePreview {
    annotation::AreaHandle region;
    geometry::Shape shape;
};

/// A mask while it is painted on.
struct ImagePainting {
    explicit ImagePainting(geometry::MaskCanvas pixels) : canvas(std::move(pixels)) {}

    geometry::MaskCanvas canvas;
    std::optional<annotation::AreaHandle> region; // nothing: of a new one
    bool isBitmask = false;
    geometry::MaskCanvas::Brush brush = geometry::MaskCanvas::Brush::Paint;
    geometry::Point last; // in pixels of the image
    /// What the screen does not show yet, which the screen resets.
    geometry::MaskCanvas::Area changed;
};

/// What can be grabbed on the selected region.
struct ImageGrip {
    enum class Kind { Resize, Rotate, Vertex, FirstControl, SecondControl, Group };
    Kind kind = Kind::Resize;
    int index = 0; // as resized() counts; of a polygon or a path, its point
    geometry::Point at;
    bool isChosen = false;
    PointLook look; // of the points of polygons and paths
};

/// What can be done to the chosen points of a polygon or a path.
enum class PointEdit { Remove, Insert, Bend, Open };

} // namespace cartouche::editor
