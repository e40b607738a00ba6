// Image: the picture as large as its place allows, or what is known about why it is not there.

#include "ui/icons.h"
#include "ui/problems.h"
#include "ui/views/views.h"
#include "ui/widgets/diagnostic_card.h"

#include <algorithm>
#include <format>
#include <string>

namespace cartouche::ui {

namespace {

constexpr float kLeastHeight = 200.0F;
constexpr float kStageMargin = 12.0F;

/// The largest box of the image's proportions in the middle of the stage.
Box fit(const ImageState& image, const Box& stage) {
    const auto width = static_cast<float>(image.width);
    const auto height = static_cast<float>(image.height);
    const float scale = std::min(stage.width / width, stage.height / height);
    const ImVec2 center = stage.center();
    return {center.x - width * scale / 2, center.y - height * scale / 2, width * scale,
            height * scale};
}

void drawPicture(const ImageState& image, const Box& box) {
    ImGui::GetWindowDrawList()->AddImageRounded(ImTextureRef(image.texture), box.min(), box.max(),
                                                {0, 0}, {1, 1}, IM_COL32_WHITE, 4);
}

void drawLoading(Context& context, const ImageState* image, const Box& stage) {
    const Palette& palette = context.palette;
    const ImVec2 center = stage.center();
    drawIcon(Icon::Picture, {center.x, center.y - 20}, 32, palette.textMuted);
    const bool isMeasured = image != nullptr && image->progress.has_value();
    const std::string text =
        isMeasured ? std::format("Loading the image: {:.0f} %", *image->progress * 100)
                   : std::string("Loading the image…");
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

void describe(Context& context, const config::Tag& tag, const Box& box) {
    SemanticsNode node;
    node.id = ImGui::GetID("image");
    node.role = "img";
    node.name = tag.name();
    node.box = box.corners();
    context.semantics.add(std::move(node));
}

} // namespace

float imageHeight(const Context& context, const config::Tag& tag, float width) {
    const diagnostics::Diagnostic* problem = findImageProblem(context, tag);
    if (problem == nullptr) {
        return kLeastHeight;
    }
    return std::max(kLeastHeight,
                    diagnosticCardHeight(context, *problem, width) + 2 * kStageMargin);
}

void drawImage(Context& context, const config::Tag& tag, const Box& box) {
    ImGui::PushID(&tag);
    context.painter.fill(box, context.palette.stage, metrics::kRadius);
    const ImageState* image = context.images.find(tag.name());
    Box shown = box;
    if (const diagnostics::Diagnostic* problem = findImageProblem(context, tag)) {
        drawProblem(context, *problem, box);
    } else if (image != nullptr && image->stage == ImageState::Stage::Ready) {
        shown = fit(*image, box.inset(kStageMargin));
        drawPicture(*image, shown);
    } else {
        drawLoading(context, image, box);
    }
    describe(context, tag, shown);
    ImGui::PopID();
}

} // namespace cartouche::ui
