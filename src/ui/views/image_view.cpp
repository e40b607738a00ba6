// Image: the picture on its stage with its regions and tools, or what is known about why it is not
// there.

#include "core/language/message.h"
#include "ui/icons.h"
#include "ui/problems.h"
#include "ui/region_layers.h"
#include "ui/right_to_left.h"
#include "ui/views/candidate_overlay.h"
#include "ui/views/image_guides.h"
#include "ui/views/image_look.h"
#include "ui/views/image_overlay.h"
#include "ui/views/image_pager.h"
#include "ui/views/image_size.h"
#include "ui/views/image_toolbar.h"
#include "ui/views/point_bar.h"
#include "ui/views/region_names.h"
#include "ui/views/stage_place.h"
#include "ui/views/views.h"
#include "ui/widgets/diagnostic_card.h"
#include "ui/widgets/interaction.h"

#include <algorithm>
#include <format>
#include <optional>
#include <string>
#include <utility>

namespace cartouche::ui {

namespace {

constexpr float kLeastHeight = 200.0F;
constexpr float kLeastDrawnOn = 320.0F; // of an image with tools
constexpr float kStageMargin = 12.0F;

/// The image by itself.
void drawPicture(const ImageState& image, const editor::Viewport& view, const Box& stage) {
    const auto width = static_cast<double>(image.width);
    const auto height = static_cast<double>(image.height);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.PushClipRect(stage.min(), stage.max(), true);
    list.AddImageQuad(ImTextureRef(image.texture), onCanvas(view, stage, geometry::Point{0, 0}),
                      onCanvas(view, stage, geometry::Point{width, 0}),
                      onCanvas(view, stage, geometry::Point{width, height}),
                      onCanvas(view, stage, geometry::Point{0, height}));
    list.PopClipRect();
}

/// Where the picture is; the stage, if that is smaller.
Box pictureBox(const editor::Viewport& view, const Box& stage) {
    const ImVec2 one = onCanvas(view, stage, geometry::Point{0, 0});
    const ImVec2 other =
        onCanvas(view, stage, geometry::Point{view.image().width, view.image().height});
    const float left = std::max(std::min(one.x, other.x), stage.left);
    const float top = std::max(std::min(one.y, other.y), stage.top);
    return {left, top, std::min(std::max(one.x, other.x), stage.right()) - left,
            std::min(std::max(one.y, other.y), stage.bottom()) - top};
}

std::string describeLoading(const ImageState* image, bool isDocument) {
    const std::optional<double> progress = image == nullptr ? std::nullopt : image->progress;
    const std::string percent = std::format("{:.0f}", progress.value_or(0) * 100);
    const language::Key loading =
        isDocument ? language::Key("image.loading-document") : language::Key("image.loading-image");
    const language::Key loaded = isDocument ? language::Key("image.document-loaded-to")
                                            : language::Key("image.image-loaded-to");
    const language::Key opening =
        isDocument ? language::Key("image.opening-document") : language::Key("image.opening-image");
    return !progress       ? language::say(loading)
           : *progress < 1 ? language::say(loaded, {{"percent", percent}})
                           : language::say(opening); // its bytes are there
}

void drawLoading(Context& context, const std::string& text, const Box& stage) {
    const Palette& palette = context.palette;
    const ImVec2 center = stage.center();
    drawIcon(Icon::Picture, {center.x, center.y - 20}, 32, palette.textMuted);
    context.painter.textCentered({stage.left, center.y + 4, stage.width, 24}, text,
                                 palette.textMuted, {});
}

void drawProblem(Context& context, const diagnostics::Diagnostic& problem, const Box& stage) {
    const float width = std::min(stage.width - 2 * kStageMargin, 560.0F);
    const float height = diagnosticCardHeight(context, problem, width);
    const ImVec2 center = stage.center();
    drawDiagnosticCard(context, "problem", problem,
                       {center.x - width / 2, center.y - height / 2, width, height});
}

/// For those who do not see the cross that the keys move.
std::string describeKeyCursor(const editor::ImageWorkspace& image) {
    if (!image.keyCursor()) {
        return "";
    }
    const geometry::Point pixel = image.viewport().toImage(*image.keyCursor());
    return language::say("image.cross",
                         {{"x", std::format("{:.0f}", pixel.x)},
                          {"y", std::format("{:.0f}", pixel.y)},
                          {"width", std::format("{:.0f}", image.viewport().image().width)},
                          {"height", std::format("{:.0f}", image.viewport().image().height)}});
}

void describe(Context& context, const config::Tag& tag, const Box& box, bool isFocusable,
              std::string description = {}) {
    SemanticsNode node;
    node.id = ImGui::GetID("image");
    node.role = "img";
    node.name = tag.name();
    node.box = box.corners();
    node.isFocusable = isFocusable;
    node.description = std::move(description);
    context.semantics.add(std::move(node));
}

Cursor cursorFor(editor::ImageWorkspace::Cursor cursor) {
    using From = editor::ImageWorkspace::Cursor;
    switch (cursor) {
    case From::Cross:
        return Cursor::Cross;
    case From::Move:
        return Cursor::Move;
    case From::Grab:
        return Cursor::Grab;
    case From::Grabbing:
        return Cursor::Grabbing;
    case From::Resize:
        return Cursor::Resize;
    case From::Default:
        break;
    }
    return Cursor::Default;
}

/// The image in a layer of its own.
void drawLayer(Context& context, editor::ImageWorkspace& image, const ImageState& state,
               const Box& stage, bool isSmooth) {
    RegionLayers::Ground ground{.texture = state.texture,
                                .isSmooth = isSmooth,
                                .pixelRatio = ImGui::GetIO().DisplayFramebufferScale.x};
    if (state.tiles) {
        const double scale =
            image.viewport().scale() * static_cast<double>(ground.pixelRatio); // device pixels
        state.tiles->see(image.viewport().visible(), scale,
                         [&context] { return context.layers->makeTile(); });
        ground.parts = state.tiles->parts();
    }
    const std::uint64_t texture =
        context.layers->paint(image, context.editor.document(), context.styles, ground);
    ImGui::GetWindowDrawList()->AddImage(ImTextureRef(texture), stage.min(), stage.max());
}

void drawStage(Context& context, editor::ImageWorkspace& image, const ImageState& state,
               const Box& stage) {
    const bool isSmooth = image.tag().text("smoothing") != "false";
    const bool hasRegions = image.canDraw() || image.index().size() > 0;
    const bool hasLook = image.look() != editor::ImageWorkspace::Look();
    const Upright upright(stage);
    if (context.layers != nullptr && (hasRegions || state.tiles || !isSmooth || hasLook)) {
        drawLayer(context, image, state, stage, isSmooth);
    } else {
        drawPicture(state, image.viewport(), stage);
    }
    const Stage entry{&image, stage, shownPart(stage), ImGui::GetID("image")};
    context.stages.push_back(entry);
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const bool isHovered = mouse.x >= entry.visible.left && mouse.x < entry.visible.right() &&
                           mouse.y >= entry.visible.top && mouse.y < entry.visible.bottom();
    if (isHovered || image.isBusy()) {
        context.wishes.cursor = cursorFor(image.cursor());
    }
    if (context.isFocusVisible && context.focusedId == entry.widget) {
        context.painter.focusRing(stage.inset(2), context.palette.focus, metrics::kRadius);
    }
    if (!context.isForShow) {
        drawImageGuides(image, stage, isHovered);
    }
    drawRegionNames(context, image, stage);
    drawCandidates(context, image, stage);
    drawImageOverlay(context, image, stage);
    drawMinimap(image, state, stage);
}

} // namespace

bool imageStretches(const Context&, const config::Tag& tag) {
    return !imageHeightAsked(tag);
}

float imageHeight(const Context& context, const config::Tag& tag, float width) {
    const diagnostics::Diagnostic* problem = findImageProblem(context, tag);
    if (problem == nullptr) {
        if (const auto asked = imageHeightAsked(tag)) {
            return *asked;
        }
        const editor::ImageWorkspace* image = context.editor.findImage(tag);
        return image != nullptr && image->canDraw() && !context.isForShow ? kLeastDrawnOn
                                                                          : kLeastHeight;
    }
    return std::max(kLeastHeight,
                    diagnosticCardHeight(context, *problem, width) + 2 * kStageMargin);
}

void drawImage(Context& context, const config::Tag& tag, const Box& room) {
    ImGui::PushID(&tag);
    const Box box = findImageProblem(context, tag) == nullptr ? imageBox(tag, room) : room;
    context.painter.fill(box, context.palette.stage, metrics::kRadius);
    editor::ImageWorkspace* image = context.editor.findImage(tag);
    const ImageState* state = image == nullptr ? nullptr : context.images.find(image->address());
    const Box whole =
        image == nullptr || context.isForShow ? box : drawImagePager(context, *image, box);
    const bool isReady = state != nullptr && state->stage == ImageState::Stage::Ready;
    const diagnostics::Diagnostic* problem = findImageProblem(context, tag);
    if (problem != nullptr) {
        describe(context, tag, whole, false);
        drawProblem(context, *problem, whole);
    } else if (isReady && image != nullptr) {
        const bool hasTools = image->canDraw() && !context.isForShow;
        if (!image->hasImage()) {
            image->setPageCount(state->pages);
            context.editor.setImageSize(
                *image, {static_cast<double>(state->width), static_cast<double>(state->height)});
        }
        const Box shown = context.isForShow ? whole : drawImageLook(context, *image, whole);
        const Box stage = hasTools            ? drawImageToolbar(context, *image, shown).inset(2)
                          : context.isForShow ? shown.inset(2)
                                              : shown.inset(kStageMargin);
        editor::Viewport& view = image->viewport();
        view.setStage({stage.width, stage.height});
        describe(context, tag,
                 hasTools ? stage.inset(-2) : turning().within(stage, pictureBox(view, stage)),
                 hasTools, describeKeyCursor(*image));
        drawStage(context, *image, *state, stage);
        if (!context.isForShow) {
            context.stages.back().over = drawPointBar(context, *image, stage);
        }
    } else {
        const std::string text = describeLoading(state, tag.kind() == config::TagKind::Pdf);
        describe(context, tag, whole, false, text);
        drawLoading(context, text, whole);
    }
    ImGui::PopID();
}

} // namespace cartouche::ui
