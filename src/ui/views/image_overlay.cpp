#include "ui/views/image_overlay.h"

#include "core/geometry/path_lines.h"
#include "core/language/message.h"
#include "editor/point_look.h"
#include "editor/region_style.h"
#include "editor/region_text.h"
#include "ui/colors.h"
#include "ui/region_layers.h"
#include "ui/right_to_left.h"
#include "ui/views/relation_arrows.h"
#include "ui/views/shape_outlines.h"
#include "ui/views/stage_place.h"

#include <algorithm>
#include <cmath>
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
constexpr std::size_t kMostDescribed = 200; // regions in the accessibility tree of a stage
constexpr std::size_t kMostForShow = 40;    // of one among others

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
        for (const auto region : m_context.pointed) {
            highlight(region, 2);
        }
        for (const auto region : m_context.editor.regions().selection()) {
            highlight(region, 2);
        }
        drawRelationArrows(m_context, m_image, m_stage);
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

    ImVec2 place(Point pixel) const { return onCanvas(m_image.viewport(), m_stage, pixel); }
    ImVec2 placePercent(Point percent) const {
        return place(geometry::toPixels(percent, m_image.viewport().image()));
    }

    void drawShape(const Shape& shape, const editor::RegionStyle& style, float width) {
        if (const auto* path = std::get_if<geometry::Path>(&shape)) {
            fillPath(*path, packed(style.fill));
        }
        for (const Outline& outline :
             outlinesOf(shape, m_image.viewport(), m_stage, style.pointRadius)) {
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
        const editor::RegionStyle& style = m_context.styles.styleOf(*area);
        const Color color = packed(style.stroke);
        if (const geometry::Bounds* box = m_image.index().find(region.index);
            box != nullptr && geometry::isMask(*shape)) {
            outlineBox(*box, color, width);
            return;
        }
        for (const Outline& outline :
             outlinesOf(*shape, m_image.viewport(), m_stage, style.pointRadius)) {
            m_list.AddPolyline(outline.points.data(), outline.count(), IM_COL32(255, 255, 255, 230),
                               outline.flags(), width + 2);
            m_list.AddPolyline(outline.points.data(), outline.count(), color, outline.flags(),
                               width);
        }
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
        const auto look = editor::pointLookOf(m_image.draftControl()->tag);
        if (const auto* polygon = std::get_if<geometry::Polygon>(&draft)) {
            geometry::Polygon open = *polygon;
            open.isClosed = false;
            drawShape(open, style, 1.5F);
            for (const Point& corner : polygon->points) {
                drawKnob(placePercent(corner), packed(style.stroke), look,
                         &corner == polygon->points.data());
            }
            return;
        }
        drawShape(draft, style, 1.5F);
        if (const auto* path = std::get_if<geometry::Path>(&draft)) {
            drawDraftPath(*path, packed(style.stroke), look);
        }
    }

    void drawDraftPath(const geometry::Path& path, Color color, const editor::PointLook& look) {
        const geometry::Vertex& last = path.vertices.back();
        for (const auto& control : {last.controlPoint1, last.controlPoint2}) {
            if (last.isBezier && control) {
                m_list.AddLine(placePercent(last.place), placePercent(*control), color, 1);
                m_list.AddCircleFilled(placePercent(*control), kControlRadius, color);
            }
        }
        for (const geometry::Vertex& vertex : path.vertices) {
            drawKnob(placePercent(vertex.place), color, look, &vertex == path.vertices.data());
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

    void drawKnob(ImVec2 at, Color color, const editor::PointLook& look, bool isFirst = false) {
        const float radius = static_cast<float>(look.radius) + (isFirst ? 1.5F : 0.0F);
        if (look.isSquare) {
            drawSquare(at, radius, color);
            return;
        }
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
                drawSquare(at, kGripSize / 2, m_context.palette.accent);
            } else if (grip.kind == Kind::FirstControl || grip.kind == Kind::SecondControl) {
                // Vertices stand first, in their order.
                drawControl(placeOf(grips[static_cast<std::size_t>(grip.index)]), at);
            } else {
                drawKnob(at, m_context.palette.accent, grip.look);
            }
            if (grip.isChosen) {
                m_list.AddCircleFilled(at, static_cast<float>(grip.look.radius),
                                       m_context.palette.accent);
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

    void drawSquare(ImVec2 at, float half, Color color) {
        m_list.AddRectFilled({at.x - half, at.y - half}, {at.x + half, at.y + half}, IM_COL32_WHITE,
                             2);
        m_list.AddRect({at.x - half, at.y - half}, {at.x + half, at.y + half}, color, 2, 0, 1.5F);
    }

    Context& m_context;
    ImageWorkspace& m_image;
    Box m_stage;
    ImDrawList& m_list;
};

/// Those that are seen; of very many, as many as a person can do anything with.
void describeRegions(Context& context, ImageWorkspace& image, const Box& stage) {
    const std::size_t most = context.isForShow ? kMostForShow : kMostDescribed;
    std::vector<std::uint32_t> shown;
    image.index().hasAny(image.viewport().visible(), [&shown, most](std::uint32_t index) {
        shown.push_back(index);
        return shown.size() >= most;
    });
    std::ranges::sort(shown);
    for (const std::uint32_t index : shown) {
        const annotation::AreaHandle region{index};
        const auto* area = context.editor.document().areas().find(region);
        const geometry::Bounds* bounds = image.index().find(index);
        if (area == nullptr || bounds == nullptr || area->isHidden) {
            continue;
        }
        SemanticsNode node;
        node.id = ImGui::GetID(static_cast<int>(index));
        node.role = "img";
        node.name = editor::describeRegion(context.editor.interface(), *area);
        node.description =
            context.editor.regions().isSelected(region) ? language::say("region.selected") : "";
        const Box box = onCanvas(image.viewport(), stage, *bounds);
        node.box = turning().within(stage, box).corners();
        context.semantics.add(std::move(node));
    }
}

} // namespace

void drawImageOverlay(Context& context, ImageWorkspace& image, const Box& stage) {
    Overlay(context, image, stage).draw();
    describeRegions(context, image, stage);
}

} // namespace cartouche::ui
