#include "ui/widgets/picture.h"

#include "ui/right_to_left.h"

#include <algorithm>

namespace cartouche::ui {

namespace {

constexpr float kHighest = 260.0F;
constexpr TextStyle kProblem{metrics::kSmallTextSize, Weight::Regular};

} // namespace

ImVec2 pictureSize(const Context& context, const Picture& picture, float width) {
    constexpr float kUsualForm = 0.6F; // height by width
    if (picture.address.empty()) {
        return {0, 0};
    }
    const ImageState* state = context.images.find(picture.address);
    if (state != nullptr && state->stage == ImageState::Stage::Failed) {
        return {width, context.painter.measureHeight(state->problem, kProblem, width)};
    }
    const float most = picture.width > 0 ? std::min(width, picture.width) : width;
    if (state == nullptr || state->width <= 0 || state->height <= 0) {
        return {most, std::min(most * kUsualForm, kHighest)};
    }
    const auto wide = static_cast<float>(state->width);
    const auto high = static_cast<float>(state->height);
    const float wanted = picture.width > 0 ? picture.width / wide : 1.0F;
    const float scale = std::min({most / wide, kHighest / high, wanted});
    return {wide * scale, high * scale};
}

void drawPicture(Context& context, const Picture& picture, const Box& box) {
    context.pictures.push_back(picture.address);
    const ImageState* state = context.images.find(picture.address);
    if (state == nullptr || state->stage == ImageState::Stage::Loading) {
        context.painter.fill(box, context.palette.stage, metrics::kRadius);
    } else if (state->stage == ImageState::Stage::Failed) {
        context.painter.textBlock(box, state->problem, context.palette.danger, kProblem);
    } else {
        const Upright upright(box);
        ImGui::GetWindowDrawList()->AddImage(ImTextureRef(state->texture), box.min(), box.max());
    }
}

} // namespace cartouche::ui
