#include "ui/views/rank_cards.h"

#include "core/task/object_value.h"
#include "ui/right_to_left.h"
#include "ui/widgets/grip.h"

#include <algorithm>

namespace cartouche::ui {

namespace {

using editor::RankItem;

constexpr float kPadding = 10.0F;
constexpr float kLineGap = 4.0F; // between title and body
constexpr TextStyle kTitle{metrics::kTextSize, Weight::SemiBold};
constexpr TextStyle kBody{metrics::kSmallTextSize, Weight::Regular};

float heightOf(const Context& context, const std::string& text, TextStyle style, float width) {
    return text.empty() ? 0 : context.painter.measureHeight(text, style, width);
}

/// Until its picture is there, as wide as the card and of a usual form.
ImVec2 pictureSize(const Context& context, const RankItem& item, float width) {
    constexpr float kMost = 260.0F;
    constexpr float kUsualForm = 0.6F; // height by width
    if (item.image.empty()) {
        return {0, 0};
    }
    const ImageState* state = context.images.find(item.image);
    if (state != nullptr && state->stage == ImageState::Stage::Failed) {
        return {width, context.painter.measureHeight(state->problem, kBody, width)};
    }
    if (state == nullptr || state->width <= 0 || state->height <= 0) {
        return {width, std::min(width * kUsualForm, kMost)};
    }
    const auto wide = static_cast<float>(state->width);
    const auto high = static_cast<float>(state->height);
    const float scale = std::min({width / wide, kMost / high, 1.0F});
    return {wide * scale, high * scale};
}

void drawPicture(Context& context, const RankItem& item, const Box& box) {
    context.pictures.push_back(item.image);
    const ImageState* state = context.images.find(item.image);
    if (state == nullptr || state->stage == ImageState::Stage::Loading) {
        context.painter.fill(box, context.palette.stage, metrics::kRadius);
    } else if (state->stage == ImageState::Stage::Failed) {
        context.painter.textBlock(box, state->problem, context.palette.danger, kBody);
    } else {
        const Upright upright(box);
        ImGui::GetWindowDrawList()->AddImage(ImTextureRef(state->texture), box.min(), box.max());
    }
}

} // namespace

std::vector<RankItem> rankItemsOf(const Context& context, const config::Tag& list) {
    return editor::readRankItems(task::resolveValue(list, context.editor.task().data).value);
}

float rankCardHeight(const Context& context, const RankItem& item, float width, CardGrip grip) {
    const float room = width - 2 * kPadding - grip.width;
    const float title = heightOf(context, item.title, kTitle, room);
    const float body = heightOf(context, item.body, kBody, room);
    const float picture = pictureSize(context, item, room).y;
    const int parts = (title > 0 ? 1 : 0) + (body > 0 ? 1 : 0) + (picture > 0 ? 1 : 0);
    return 2 * kPadding + title + body + picture + kLineGap * static_cast<float>(parts - 1);
}

void drawRankCard(Context& context, const RankItem& item, const Box& box, bool isRaised,
                  CardGrip grip) {
    const Palette& palette = context.palette;
    context.painter.fill(box, isRaised ? palette.hovered : palette.raised, metrics::kRadius);
    context.painter.outline(box, isRaised ? palette.accent : palette.border, metrics::kRadius);
    if (grip.width > 0) {
        drawGrip(context, {box.left + 4, box.top, grip.width, box.height});
    }
    Box room = box.inset(kPadding);
    room.left += grip.width;
    room.width -= grip.width;
    const auto drawLines = [&](const std::string& text, Color color, TextStyle style) {
        if (!text.empty()) {
            context.painter.textBlock(room, text, color, style);
            const float height = heightOf(context, text, style, room.width) + kLineGap;
            room.top += height;
            room.height -= height;
        }
    };
    drawLines(item.title, palette.text, kTitle);
    drawLines(item.body, palette.textMuted, kBody);
    if (const ImVec2 size = pictureSize(context, item, room.width); size.y > 0) {
        drawPicture(context, item,
                    {room.left + (room.width - size.x) / 2, room.top, size.x, size.y});
    }
}

const std::string& nameOfCard(const RankItem& item) {
    return item.title.empty() ? item.body : item.title;
}

} // namespace cartouche::ui
