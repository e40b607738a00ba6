#pragma once

#include "core/annotation/document.h"
#include "core/config/labeling_interface.h"
#include "core/geometry/flood_fill.h"
#include "core/geometry/image_shape.h"
#include "core/geometry/path_lines.h"
#include "core/geometry/pixels.h"
#include "core/geometry/shapes.h"
#include "core/geometry/spatial_index.h"
#include "core/language/later.h"
#include "editor/commands.h"
#include "editor/image_parts.h"
#include "editor/image_tool.h"
#include "editor/keymap.h"
#include "editor/mask_store.h"
#include "editor/regions.h"
#include "editor/viewport.h"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cartouche::editor {

/// One image being labeled by mouse, pen, finger and keys (spec/tags.md 5.2, 5.3): which tool is
/// in hand, what is being drawn or moved, and where on the stage everything is. Points are CSS
/// pixels from the stage's upper left corner. The document changes only when a gesture is done.
class ImageWorkspace {
public:
    using Handle = annotation::AreaHandle;

    using Pointer = ImagePointer;
    using Preview = ImagePreview;
    using Painting = ImagePainting;
    using Grip = ImageGrip;
    enum class Cursor { Default, Cross, Move, Grab, Grabbing, Resize };

    /// `regions` and `image` must outlive this. `addresses`: of the images to label, of which one
    /// is shown at a time; each is an item of the object (spec/results.md 3). Of a Pdf tag, the
    /// document's.
    ImageWorkspace(Regions& regions, const config::Tag& image, std::vector<std::string> addresses);

    const config::Tag& tag() const { return *m_tag; }
    const std::vector<std::string>& addresses() const { return m_addresses; }
    /// Of the item that is shown; "" if there is none.
    std::string_view address() const;
    int itemCount() const { return static_cast<int>(m_addresses.size()); }
    /// Counted from 0.
    int item() const { return m_item; }
    /// Whether the items are the pages of a document. How many it has is known once one is there;
    /// before, it has one.
    bool isDocument() const { return m_tag->kind() == config::TagKind::Pdf; }
    void setPageCount(int count);
    /// What new regions say of where they lie: nothing, where there is but one image.
    int itemOfNew() const {
        return itemCount() > 1 || isDocument() ? m_item : annotation::Area::kWholeObject;
    }
    /// Shows another one, whose size is not known yet. Nothing happens if it is no item.
    void showItem(int item);
    /// The item that an area lies on: the first, if it names none.
    static int itemOf(const annotation::Area& area) { return std::max(area.item, 0); }
    /// Pixels of the original; nothing can be done before it is known.
    void setImageSize(geometry::Size size);
    bool hasImage() const { return m_hasImage; }
    /// Reads the pixels of the original. Nothing if that cannot be done.
    using PixelSource = std::function<std::optional<geometry::Picture>()>;
    /// Asked when a tool first needs them.
    void setPixelSource(PixelSource source) { m_pixelSource = std::move(source); }
    /// Percent of the picture's own, display only: 0 to kMostLook.
    struct Look {
        double brightness = 100;
        double contrast = 100;

        bool operator==(const Look&) const = default;
    };
    static constexpr double kMostLook = 400;
    const Look& look() const { return m_look; }
    void setLook(const Look& look);
    /// The place of a small map of the whole image, on the stage; nothing while all of it is seen.
    std::optional<geometry::Bounds> minimap() const;
    Viewport& viewport() { return m_viewport; }
    const Viewport& viewport() const { return m_viewport; }

    /// Another document.
    void reload();
    /// These regions came, changed or went.
    void update(std::span<const Handle> changed);
    /// Those whose drawing is out of date, and whether all are; the caller draws them.
    struct Dirty {
        bool isAll = false;
        std::vector<Handle> regions;
    };
    Dirty takeDirty();

    /// The tools that the config has controls for, Move and Pan before them; Move not, if the tag
    /// does not want it and something can be drawn.
    std::vector<ImageTool> tools() const;
    bool canDraw() const { return !m_controls.empty(); }
    /// It can only be looked at: the pointer moves the image, and a click selects.
    void setForShow() {
        cancel();
        m_tool = ImageTool::Move;
        m_isForShow = true;
    }
    bool canZoom() const { return m_hasImage && m_tag->text("zoom") != "false"; }
    ImageTool tool() const { return m_tool; }
    void selectTool(ImageTool tool);
    /// The controls that draw by the magic wand, each with a threshold and a radius of its own.
    std::vector<const config::Control*> wands() const;
    /// The one of them that the tool draws for; nullptr: there is none.
    const config::Control* wand() const { return m_wandInHand; }
    /// Takes the tool in hand, too. Nothing happens unless it is one of wands().
    void selectWand(const config::Control& wand);
    /// The hotkey of a tool takes it in hand; of several with the same, the next one.
    bool pressToolKey(const KeyPress& press, Platform platform, const Keymap& keymap);
    /// Other labels are armed, or other regions selected: their control's tool comes to hand.
    void takeArmed();

    void press(const Pointer& pointer);
    void move(const Pointer& pointer);
    void release(const Pointer& pointer);
    /// The pointer is elsewhere.
    void leave() { m_hovered.reset(); }
    /// Takes back what the gesture did so far.
    void cancel();
    /// The fingers turn to something else: takes back what the press did, but keeps a shape whose
    /// corners are set one by one.
    void interrupt();
    /// While a shape is being drawn, keys work on it. True if this one did.
    bool pressKey(const KeyPress& press, Platform platform);
    /// While the image has the focus: arrow keys move a cross over it, on which Enter presses as a
    /// mouse does, or what is selected; with `mod+shift` they resize that. True if this one did.
    bool pressFocusedKey(const KeyPress& press, Platform platform);
    /// While Space is held, the pointer pans. A tap of Space presses where the cross is, and brings
    /// it onto an image that has the focus.
    void holdSpace(bool isHeld, bool hasFocus);
    /// The keys are for what is selected.
    void dropKeyCursor() { m_keyCursor.reset(); }
    /// On the stage; nothing while no keys move it.
    const std::optional<geometry::Point>& keyCursor() const { return m_keyCursor; }

    /// The region that a double click was on since the last call.
    std::optional<Handle> takeDoubleClicked() { return std::exchange(m_doubleClicked, {}); }

    bool isBusy() const { return m_gesture != Gesture::None || m_draft.has_value(); }

    /// Of the brush in hand: its diameter in CSS pixels or, where bitmasks are painted, its radius
    /// in pixels of the image, 1 being a single one (spec/tags.md 4.2).
    double brushSize() const { return m_brushSizes.at(hasBrush() ? m_tool : ImageTool::Brush); }
    void setBrushSize(double size);
    void stepBrushSize(int steps);
    /// Whether a pen that is pressed harder paints wider, up to twice the size.
    bool isPressureSized() const { return m_isPressureSized; }
    void togglePressureSized() { m_isPressureSized = !m_isPressureSized; }
    /// In pixels of the image.
    double brushRadius() const;
    /// Whether a brush or the eraser is in hand.
    bool hasBrush() const { return m_brushSizes.contains(m_tool); }
    /// Whether that or a wand is.
    bool hasPaintTool() const { return hasBrush() || m_tool == ImageTool::MagicWand; }
    /// Whether the selected mask was just painted, and the next stroke goes on with it.
    bool isPaintingOn() const;
    /// What is being painted, as of now.
    Painting* painting();
    geometry::Point pointer() const { return m_pointer; }
    /// The mask of a brush or bitmask region, cropped; nullptr if it has none that can be shown.
    const geometry::Mask* maskOf(Handle region);
    /// Why it has none; empty: it has one, or is no mask.
    std::string maskProblem(Handle region) const { return m_masks.why(region); }
    /// Where the point that was chosen last is on the stage, of the one polygon or path that is
    /// selected. Nothing: no point is, or a key was held, and who has keys needs no buttons there.
    std::optional<geometry::Point> chosenPoint() const;
    bool canEditPoints(PointEdit edit) const;
    /// One undo; nothing happens unless canEditPoints(). A point that is inserted halfway to the
    /// next one (of the last, to the one before) is chosen then.
    void editPoints(PointEdit edit);
    std::optional<Handle> hovered() const { return m_hovered; }
    std::span<const Preview> previews() const { return m_previews; }
    /// The shape being drawn, and the control that draws it.
    const std::optional<geometry::Shape>& draft() const { return m_draft; }
    const config::Control* draftControl() const { return m_draftControl; }
    /// The box of a selection being made, in pixels of the image.
    std::optional<geometry::Bounds> rubberBand() const;
    std::vector<Grip> grips() const;
    Cursor cursor() const;

    /// Whether the area is a region of the image that is shown.
    bool isMine(const annotation::Area& area) const;
    /// What is drawn of a region now: its preview, else its own shape; nullptr if it is not here.
    const geometry::Shape* shapeOf(Handle region) const;
    const geometry::SpatialIndex& index() const { return m_index; }
    /// The topmost region at a point of the stage, of those that are seen.
    std::optional<Handle> find(geometry::Point at, double reach);

private:
    static constexpr std::size_t kFewestCorners = 3; // of a polygon

    /// Tap: does nothing unless it is a click. Band: selects what is in it.
    enum class Gesture { None, Press, Tap, Draw, Paint, Wand, Move, Grip, Band, Pan, Minimap };
    /// What may be done with a selected path, by its control (spec/tags.md 4.2, Vector).
    struct PathRules {
        bool canClose = false;
        bool canCurve = false;
        bool isSkeleton = false;
        std::size_t fewest = 2;
        std::size_t most = 0; // 0: any number
    };

    const annotation::Document& document() const { return m_regions.document(); }
    /// Instead of Move, where the tag does not want it.
    void takeToolInHand();
    bool takeNextWand();
    void index(Handle region);
    const config::Control* drawingControl() const;
    geometry::Point inImage(geometry::Point at) const;
    geometry::Point snapped(geometry::Point pixel, const config::Control* control) const;
    const config::Control* controlOf(Handle region) const;
    const config::Tag* controlTagOf(Handle region) const {
        const config::Control* control = controlOf(region);
        return control == nullptr ? nullptr : control->tag;
    }
    double reachOf(const Pointer& pointer) const;
    bool pressMinimap(const Pointer& pointer);
    void moveMinimap(geometry::Point at);
    bool isFar(geometry::Point at) const;
    bool isSelecting(const Pointer& pointer) const;

    bool isHit(Handle region, geometry::Point pixel, double reachPx);
    std::optional<Handle> paintedRegion() const;
    bool preparePainting();
    bool startPainting(const Pointer& pointer);
    void paintTo(const Pointer& pointer);
    void finishPainting();
    const geometry::Picture* pixels();
    bool startWand(const Pointer& pointer);
    void wandTo(const Pointer& pointer);
    void fillByWand();
    void finishWand();

    void startDrawing(const config::Control& control, const Pointer& pointer);
    void drawTo(const Pointer& pointer);
    void finishDrawing();
    bool finishTwoPoints();
    bool finishThreePoints();
    void placeKeyPoint(const config::Control& control);
    std::optional<Handle> create(geometry::Shape shape);
    void dropDraft();
    bool isDoubleClick(const Pointer& pointer);

    void moveKeyCursor(geometry::Point by);
    Pointer keyPointer() const;
    void tap();
    bool nudge(geometry::Point byStage);
    bool resizeBy(geometry::Point direction);
    geometry::Point keptInside(std::span<const Preview> regions, geometry::Point by) const;

    template <typename T>
    T* draftOf() {
        return m_draft ? std::get_if<T>(&*m_draft) : nullptr;
    }
    /// The shape of the one region that is selected and may be changed, if it is of this kind.
    template <typename T>
    const T* selectedShape() const {
        const auto& selection = m_regions.selection();
        const bool isOne = selection.size() == 1 && m_regions.isEditable(selection.front());
        const geometry::Shape* shape = isOne ? shapeOf(selection.front()) : nullptr;
        return shape == nullptr ? nullptr : std::get_if<T>(shape);
    }
    std::vector<const config::Label*> armedLabels() const;
    bool isOnPoint(geometry::Point percent, const Pointer& pointer) const;
    void drawFreehand(geometry::Point pixel);
    void finishFreehand();
    void finishCorner();
    void addCorner(geometry::Point percent);
    void closePolygon();

    std::vector<Preview> stretchableSelection() const;
    std::optional<geometry::Bounds> groupBox() const;
    std::vector<Grip> groupGrips() const;
    void moveGroupGrip(geometry::Point toPx, bool keepRatio);

    bool pressPolygonEdge(const Pointer& pointer);
    void removeCorner(std::size_t index);
    void insertCorner(std::size_t index);

    PathRules pathRules(const config::Control* control) const;
    void drawPathTo(geometry::Point percent);
    void finishVertex();
    void endPath();
    bool pressPath(const Pointer& pointer);
    bool pressPathEdge(const geometry::Path& path, const Pointer& pointer);
    bool continuePath(const geometry::Path& path, const Pointer& pointer);
    std::optional<std::size_t> vertexAt(const geometry::Path& path, std::size_t count,
                                        const Pointer& pointer) const;
    void holdVertex(geometry::Shape changed, std::size_t index, geometry::Point at);
    void movePathGrip(geometry::Path& path, const Pointer& pointer);
    void clickPoint(int index, const Pointer& pointer);
    void clickVertex(int index, const Pointer& pointer);
    void removeVertices(std::vector<std::size_t> places);
    void insertVertex(std::size_t place);
    void bendVertices(const std::vector<std::size_t>& places);
    void openPath(geometry::Edge edge);
    void takeBackPoint();
    std::vector<std::size_t> chosenPoints() const;
    void chooseVertex(const std::string& id);
    void setPath(language::Later label, geometry::Path path);

    void addPointGrips(std::vector<Grip>& grips, const geometry::Shape& shape) const;
    std::optional<Grip> gripAt(geometry::Point at, double reach) const;
    void startMoving();
    void moveRegions(geometry::Point to);
    void moveGrip(const Pointer& pointer);
    void selectInBand(bool isAdding);
    void click(const Pointer& pointer);
    void finishPreviews(language::Later label);

    Regions& m_regions;
    const config::Tag* m_tag;
    std::vector<std::string> m_addresses;
    int m_item = 0;
    std::vector<const config::Control*> m_controls; // that draw here
    double m_pointReach = 0;                        // CSS pixels, of the largest key points
    Viewport m_viewport;
    bool m_hasImage = false;
    Look m_look;
    geometry::SpatialIndex m_index; // by the regions' handles
    MaskStore m_masks;
    Dirty m_dirty{.isAll = true, .regions = {}};

    ImageTool m_tool = ImageTool::Move;
    const config::Control* m_wandInHand = nullptr;
    bool m_isForShow = false;
    bool m_isSpaceHeld = false;
    bool m_hasSpacePanned = false; // since it was pressed
    bool m_hasPen = false;         // one was used: then fingers, and the palm, move the image
    Gesture m_gesture = Gesture::None;
    bool m_hasMoved = false; // far enough to be no click
    Pointer m_pressed;
    geometry::Point m_pointer; // where it was last
    std::optional<Handle> m_pressedRegion;
    std::optional<Handle> m_hovered;
    std::optional<Handle> m_doubleClicked;
    std::optional<Grip> m_grip;
    std::vector<Preview> m_previews;
    std::vector<Preview> m_originals; // what the previews were at the press

    std::optional<geometry::Point> m_keyCursor;
    /// The last moves by keys, which the next one goes on with.
    struct Nudge {
        std::vector<Preview> originals;
        geometry::Point by; // pixels of the image
        std::size_t doneCount = 0;
    };
    std::optional<Nudge> m_nudge;

    std::map<ImageTool, double> m_brushSizes{
        {ImageTool::Brush, 15}, {ImageTool::Bitmask, 15}, {ImageTool::Eraser, 10}};
    bool m_isPressureSized = false;
    std::optional<Painting> m_painting;
    std::optional<annotation::AreaHandle> m_painted; // what the last stroke began
    PixelSource m_pixelSource;
    std::optional<geometry::Picture> m_pixels; // once they were read
    struct Wand {
        geometry::Point seed; // in pixels of the image
        int threshold = 0;
        std::optional<int> filled; // the threshold that the painting shows
    };
    Wand m_wand;

    const config::Control* m_draftControl = nullptr;
    ImageTool m_draftTool = ImageTool::Move;
    std::optional<geometry::Shape> m_draft;
    geometry::Point m_anchor;                 // where it was begun, in pixels of the image
    std::optional<geometry::Point> m_edgeEnd; // of a rectangle by three points
    std::vector<geometry::Point> m_freehand;  // what is drawn by hand, in pixels of the image
    double m_lastClickMs = -1e9;
    geometry::Point m_lastClick;

    std::vector<const config::Label*> m_armed; // when the tool was last chosen by them
    /// Vertices of the selected path by their ids, which move together, or a corner of the selected
    /// polygon by its number.
    std::vector<std::string> m_chosen;
    bool m_isChosenWithKey = false;
    std::optional<std::string> m_activeVertex; // of a skeleton, where the next point is joined
    bool m_isPulling = false;                  // a curve out of the vertex that is held
};

} // namespace cartouche::editor
