#include "ui/views/image_overlay.h"

#include "core/geometry/path_lines.h"
#include "core/geometry/rotated_box.h"
#include "editor/region_style.h"
#include "editor/region_text.h"
#include "ui/colors.h"
#include "ui/region_layers.h"
#include "ui/side_panel_state.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace cartouche::ui {

namespace {

using editor::ImageWorkspace;
using geometry::Point;
using geometry::Shape;

constexpr float kGripSize = 9.0F;
constexpr float kControlRadius = 3.5F;
constexpr int kCurveSteps = 48;
constexpr float kPointRadius = 6.0F;
constexpr std::size_t kMostDescribed = 200; // regions in the accessibility tree of a stage

class Overlay {
public:
    Overlay(Context& context, ImageWorkspace& image, const Box& stage)
        : m_context(context), m_image(image), m_stage(stage), m_list(*ImGui::GetWindowDrawList()) {}

    void draw() {
        m_list.PushClipRect(m_stage.min(), m_stage.max(), true);
        for (const ImageWorkspace::Preview& preview : m_image.previews()) {
            if (const auto* area = document().areas().find(preview.region)) {
                drawShape(preview.shape, m_context.styles.styleOf(*area), 1);
            }
        }
        if (m_image.hovered() && !m_image.isBusy()) {
            highlight(*m_image.hovered(), 1);
        }
        for (const auto region : m_context.sidePanel.pointed) {
            highlight(region, 2);
        }
        for (const auto region : m_context.editor.regions().selection()) {
            highlight(region, 2);
        }
        drawRelations();
        drawDraft();
        drawPainting();
        drawBrush();
        drawBand();
        drawKeyCursor();
        drawGrips();
        m_list.PopClipRect();
    }

private:
    const annotation::Document& document() const { return m_context.editor.document(); }

    ImVec2 place(Point pixel) const {
        const Point at = m_image.viewport().toStage(pixel);
        return {m_stage.left + static_cast<float>(at.x), m_stage.top + static_cast<float>(at.y)};
    }
    ImVec2 placePercent(Point percent) const {
        return place(geometry::toPixels(percent, m_image.viewport().image()));
    }

    struct Outline {
        std::vector<ImVec2> points; // on the canvas
        bool isClosed = true;

        int count() const { return static_cast<int>(points.size()); }
        ImDrawFlags flags() const { return isClosed ? ImDrawFlags_Closed : 0; }
    };

    /// One, but of a Vector one an edge.
    std::vector<Outline> outlinesOf(const Shape& shape) const {
        const geometry::Size size = m_image.viewport().image();
        Outline outline;
        if (const auto* rectangle = std::get_if<geometry::Rectangle>(&shape)) {
            for (const Point& corner : geometry::cornersOf(*rectangle, size)) {
                outline.points.push_back(place(corner));
            }
        } else if (const auto* ellipse = std::get_if<geometry::Ellipse>(&shape)) {
            addEllipse(*ellipse, outline.points);
        } else if (const auto* point = std::get_if<geometry::KeyPoint>(&shape)) {
            addCircle(placePercent({point->x, point->y}), outline.points);
        } else if (const auto* polygon = std::get_if<geometry::Polygon>(&shape)) {
            for (const Point& corner : polygon->points) {
                outline.points.push_back(placePercent(corner));
            }
            outline.isClosed = polygon->isClosed;
        } else if (const auto* path = std::get_if<geometry::Path>(&shape)) {
            return outlinesOfPath(*path);
        }
        return {outline};
    }

    std::vector<Outline> outlinesOfPath(const geometry::Path& path) const {
        std::vector<Outline> outlines;
        for (const geometry::Edge edge : geometry::edgesOf(path)) {
            Outline& outline = outlines.emplace_back();
            outline.isClosed = false;
            for (const Point& point : geometry::lineOf(path, edge, m_image.viewport().image())) {
                outline.points.push_back(place(point));
            }
        }
        return outlines;
    }

    static void addCircle(ImVec2 center, std::vector<ImVec2>& points) {
        for (int step = 0; step < kCurveSteps; ++step) {
            const float angle =
                2 * std::numbers::pi_v<float> * static_cast<float>(step) / kCurveSteps;
            points.push_back({center.x + kPointRadius * std::cos(angle),
                              center.y + kPointRadius * std::sin(angle)});
        }
    }

    void addEllipse(const geometry::Ellipse& ellipse, std::vector<ImVec2>& points) const {
        const geometry::Size size = m_image.viewport().image();
        const Point center = geometry::toPixels({ellipse.x, ellipse.y}, size);
        const Point radii = geometry::toPixels({ellipse.radiusX, ellipse.radiusY}, size);
        const double turn = ellipse.rotation * std::numbers::pi / 180;
        for (int step = 0; step < kCurveSteps; ++step) {
            const double angle = 2 * std::numbers::pi * step / kCurveSteps;
            const double x = radii.x * std::cos(angle);
            const double y = radii.y * std::sin(angle);
            points.push_back(place({center.x + x * std::cos(turn) - y * std::sin(turn),
                                    center.y + x * std::sin(turn) + y * std::cos(turn)}));
        }
    }

    void drawShape(const Shape& shape, const editor::RegionStyle& style, float width) {
        if (const auto* path = std::get_if<geometry::Path>(&shape)) {
            fillPath(*path, packed(style.fill));
        }
        for (const Outline& outline : outlinesOf(shape)) {
            if (outline.isClosed) {
                m_list.AddConcavePolyFilled(outline.points.data(), outline.count(),
                                            packed(style.fill));
            }
            m_list.AddPolyline(outline.points.data(), outline.count(), packed(style.stroke),
                               outline.flags(), static_cast<float>(style.strokeWidth) * width);
        }
    }

    void fillPath(const geometry::Path& path, Color color) {
        std::vector<ImVec2> ring;
        for (const Point& point : geometry::ringOf(path, m_image.viewport().image())) {
            ring.push_back(place(point));
        }
        if (ring.size() > 2) {
            m_list.AddConcavePolyFilled(ring.data(), static_cast<int>(ring.size()), color);
        }
    }

    /// A light line with a dark one around it shows on every ground.
    void highlight(annotation::AreaHandle region, float width) {
        const auto* area = document().areas().find(region);
        const Shape* shape = m_image.shapeOf(region);
        if (area == nullptr || shape == nullptr || area->isHidden) {
            return;
        }
        const Color color = packed(m_context.styles.styleOf(*area).stroke);
        if (const geometry::Bounds* box = m_image.index().find(region.index);
            box != nullptr && geometry::isMask(*shape)) {
            outlineBox(*box, color, width);
            return;
        }
        for (const Outline& outline : outlinesOf(*shape)) {
            m_list.AddPolyline(outline.points.data(), outline.count(), IM_COL32(255, 255, 255, 230),
                               outline.flags(), width + 2);
            m_list.AddPolyline(outline.points.data(), outline.count(), color, outline.flags(),
                               width);
        }
    }

    std::optional<ImVec2> middleOf(std::string_view id) const {
        const auto region = document().findArea(id);
        const bool isSeen = region && !document().areas().find(*region)->isHidden;
        const geometry::Bounds* box = isSeen ? m_image.index().find(region->index) : nullptr;
        return box == nullptr ? std::nullopt : std::optional(place(box->center()));
    }

    /// Arrows between the middles of regions.
    void drawRelations() {
        for (const annotation::RelationHandle handle : document().relations().handles()) {
            const annotation::Relation& relation = *document().relations().find(handle);
            if (m_context.editor.regions().isHidden(handle)) {
                continue;
            }
            const auto from = middleOf(relation.from);
            const auto to = middleOf(relation.to);
            if (!from || !to) {
                continue;
            }
            m_list.AddLine(*from, *to, IM_COL32(255, 255, 255, 200), 4);
            m_list.AddLine(*from, *to, m_context.palette.accent, 2);
            if (relation.direction != annotation::Direction::Left) {
                drawArrowhead(*from, *to);
            }
            if (relation.direction != annotation::Direction::Right) {
                drawArrowhead(*to, *from);
            }
            drawRelationLabels(relation, {(from->x + to->x) / 2, (from->y + to->y) / 2});
        }
    }

    /// What a relation is called, in the middle of its arrow.
    void drawRelationLabels(const annotation::Relation& relation, ImVec2 middle) {
        std::string text;
        for (const std::string& label : relation.labels) {
            text += (text.empty() ? "" : ", ") + label;
        }
        if (text.empty()) {
            return;
        }
        constexpr TextStyle kStyle{metrics::kSmallTextSize, Weight::SemiBold};
        const Painter& painter = m_context.painter;
        const float width = painter.measure(text, kStyle).x + 14;
        const Box box{middle.x - width / 2, middle.y - 11, width, 22};
        painter.fill(box, m_context.palette.surface, 11);
        painter.outline(box, m_context.palette.accent, 11);
        painter.textCentered(box, text, m_context.palette.text, kStyle);
    }

    void drawArrowhead(ImVec2 from, ImVec2 to) {
        constexpr float kLength = 12;
        const float x = to.x - from.x;
        const float y = to.y - from.y;
        const float length = std::max(std::hypot(x, y), 1.0F);
        const ImVec2 back(x / length * kLength, y / length * kLength);
        m_list.AddTriangleFilled(to, {to.x - back.x - back.y / 2, to.y - back.y + back.x / 2},
                                 {to.x - back.x + back.y / 2, to.y - back.y - back.x / 2},
                                 m_context.palette.accent);
    }

    /// Of a mask, which has no outline of its own.
    void outlineBox(const geometry::Bounds& box, Color color, float width) {
        const Outline outline{{place({box.left, box.top}), place({box.right, box.top}),
                               place({box.right, box.bottom}), place({box.left, box.bottom})},
                              true};
        m_list.AddPolyline(outline.points.data(), outline.count(), IM_COL32(255, 255, 255, 230),
                           outline.flags(), width + 2);
        m_list.AddPolyline(outline.points.data(), outline.count(), color, outline.flags(), width);
    }

    void drawDraft() {
        if (!m_image.draft()) {
            return;
        }
        annotation::Area next;
        next.results =
            m_context.editor.regions().nextResults(*m_image.draftControl(), m_image.tag().name());
        const editor::RegionStyle style = m_context.styles.styleOf(next);
        const Shape& draft = *m_image.draft();
        if (const auto* polygon = std::get_if<geometry::Polygon>(&draft)) {
            geometry::Polygon open = *polygon;
            open.isClosed = false;
            drawShape(open, style, 1.5F);
            for (const Point& corner : polygon->points) {
                drawKnob(placePercent(corner), packed(style.stroke),
                         &corner == polygon->points.data());
            }
            return;
        }
        drawShape(draft, style, 1.5F);
        if (const auto* path = std::get_if<geometry::Path>(&draft)) {
            drawDraftPath(*path, packed(style.stroke));
        }
    }

    void drawDraftPath(const geometry::Path& path, Color color) {
        const geometry::Vertex& last = path.vertices.back();
        for (const auto& control : {last.controlPoint1, last.controlPoint2}) {
            if (last.isBezier && control) {
                m_list.AddLine(placePercent(last.place), placePercent(*control), color, 1);
                m_list.AddCircleFilled(placePercent(*control), kControlRadius, color);
            }
        }
        for (const geometry::Vertex& vertex : path.vertices) {
            drawKnob(placePercent(vertex.place), color, &vertex == path.vertices.data());
        }
    }

    /// The mask that is being painted.
    void drawPainting() {
        if (m_context.layers == nullptr) {
            return;
        }
        const auto texture = m_context.layers->paintMask(
            m_image, paintColor(), {.pixelRatio = ImGui::GetIO().DisplayFramebufferScale.x});
        if (texture != 0) {
            m_list.AddImage(ImTextureRef(texture), m_stage.min(), m_stage.max());
        }
    }

    /// As large as it is.
    void drawBrush() {
        const ImVec2 mouse = ImGui::GetIO().MousePos;
        const bool isOver = mouse.x >= m_stage.left && mouse.x < m_stage.right() &&
                            mouse.y >= m_stage.top && mouse.y < m_stage.bottom();
        if (!m_image.hasBrush() || (!isOver && m_image.painting() == nullptr)) {
            return;
        }
        const Point at = m_image.pointer();
        const ImVec2 center(m_stage.left + static_cast<float>(at.x),
                            m_stage.top + static_cast<float>(at.y));
        // Half a pixel is the least there is to paint.
        const double radiusPx = std::max(m_image.brushRadius(), 0.5);
        const auto radius = static_cast<float>(radiusPx * m_image.viewport().scale());
        m_list.AddCircle(center, radius + 1, IM_COL32(255, 255, 255, 230), 0, 1);
        m_list.AddCircle(center, radius, IM_COL32(0, 0, 0, 200), 0, 1);
    }

    std::uint32_t paintColor() const {
        const ImageWorkspace::Painting* painting = m_image.painting();
        annotation::Area next;
        if (painting != nullptr && painting->region) {
            next = *document().areas().find(*painting->region);
        } else if (m_image.draftControl() != nullptr) {
            next.results = m_context.editor.regions().nextResults(*m_image.draftControl(),
                                                                  m_image.tag().name());
        }
        return maskColor(m_context.styles.styleOf(next));
    }

    void drawKnob(ImVec2 at, Color color, bool isLarge) {
        const float radius = (kGripSize + (isLarge ? 3.0F : 0.0F)) / 2;
        m_list.AddCircleFilled(at, radius, IM_COL32_WHITE);
        m_list.AddCircle(at, radius, color, 0, 1.5F);
    }

    void drawBand() {
        if (const auto band = m_image.rubberBand()) {
            const ImVec2 one = place({band->left, band->top});
            const ImVec2 other = place({band->right, band->bottom});
            const Palette& palette = m_context.palette;
            m_list.AddRectFilled(one, other, ImGui::GetColorU32(palette.accent, 0.15F));
            m_list.AddRect(one, other, palette.accent);
        }
    }

    void drawKeyCursor() {
        if (!m_image.keyCursor()) {
            return;
        }
        constexpr float kArm = 14;
        const ImVec2 at(m_stage.left + static_cast<float>(m_image.keyCursor()->x),
                        m_stage.top + static_cast<float>(m_image.keyCursor()->y));
        for (const auto& [color, width] :
             {std::pair{IM_COL32(255, 255, 255, 230), 4.0F}, {IM_COL32(0, 0, 0, 255), 1.5F}}) {
            m_list.AddLine({at.x - kArm, at.y}, {at.x + kArm, at.y}, color, width);
            m_list.AddLine({at.x, at.y - kArm}, {at.x, at.y + kArm}, color, width);
        }
    }

    ImVec2 placeOf(const ImageWorkspace::Grip& grip) const {
        return {m_stage.left + static_cast<float>(grip.at.x),
                m_stage.top + static_cast<float>(grip.at.y)};
    }

    void drawGrips() {
        using Kind = ImageWorkspace::Grip::Kind;
        const std::vector<ImageWorkspace::Grip> grips = m_image.grips();
        for (const ImageWorkspace::Grip& grip : grips) {
            const ImVec2 at = placeOf(grip);
            if (grip.kind == Kind::Resize || grip.kind == Kind::Group) {
                drawSquare(at);
            } else if (grip.kind == Kind::FirstControl || grip.kind == Kind::SecondControl) {
                // Vertices stand first, in their order.
                drawControl(placeOf(grips[static_cast<std::size_t>(grip.index)]), at);
            } else {
                drawKnob(at, m_context.palette.accent, false);
            }
            if (grip.isChosen) {
                m_list.AddCircleFilled(at, kGripSize / 2, m_context.palette.accent);
            }
        }
    }

    /// A point that bends a curve, on an arm.
    void drawControl(ImVec2 vertex, ImVec2 at) {
        m_list.AddLine(vertex, at, IM_COL32_WHITE, 3);
        m_list.AddLine(vertex, at, m_context.palette.accent, 1);
        m_list.AddCircleFilled(at, kControlRadius + 1.5F, IM_COL32_WHITE);
        m_list.AddCircleFilled(at, kControlRadius, m_context.palette.accent);
    }

    void drawSquare(ImVec2 at) {
        const float half = kGripSize / 2;
        m_list.AddRectFilled({at.x - half, at.y - half}, {at.x + half, at.y + half}, IM_COL32_WHITE,
                             2);
        m_list.AddRect({at.x - half, at.y - half}, {at.x + half, at.y + half},
                       m_context.palette.accent, 2, 0, 1.5F);
    }

    Context& m_context;
    ImageWorkspace& m_image;
    Box m_stage;
    ImDrawList& m_list;
};

/// Those that are seen; of very many, as many as a person can do anything with.
void describeRegions(Context& context, ImageWorkspace& image, const Box& stage) {
    std::vector<std::uint32_t> shown;
    image.index().query(image.viewport().visible(), [&shown](std::uint32_t index) {
        if (shown.size() < kMostDescribed) {
            shown.push_back(index);
        }
    });
    std::ranges::sort(shown);
    for (const std::uint32_t index : shown) {
        const annotation::AreaHandle region{index};
        const auto* area = context.editor.document().areas().find(region);
        const geometry::Bounds* bounds = image.index().find(index);
        if (area == nullptr || bounds == nullptr || area->isHidden) {
            continue;
        }
        const Point one = image.viewport().toStage({bounds->left, bounds->top});
        const Point other = image.viewport().toStage({bounds->right, bounds->bottom});
        SemanticsNode node;
        node.id = ImGui::GetID(static_cast<int>(index));
        node.role = "img";
        node.name = editor::describeRegion(*area);
        node.description = context.editor.regions().isSelected(region) ? "selected" : "";
        node.box = {stage.left + static_cast<float>(std::min(one.x, other.x)),
                    stage.top + static_cast<float>(std::min(one.y, other.y)),
                    stage.left + static_cast<float>(std::max(one.x, other.x)),
                    stage.top + static_cast<float>(std::max(one.y, other.y))};
        context.semantics.add(std::move(node));
    }
}

} // namespace

void drawImageOverlay(Context& context, ImageWorkspace& image, const Box& stage) {
    Overlay(context, image, stage).draw();
    describeRegions(context, image, stage);
}

} // namespace cartouche::ui
