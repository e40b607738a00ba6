#include "ui/views/rank_cards.h"

#include "core/task/object_value.h"
#include "ui/widgets/grip.h"
#include "ui/widgets/picture.h"

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

} // namespace

std::vector<RankItem> rankItemsOf(const Context& context, const config::Tag& list) {
    return editor::readRankItems(task::resolveValue(list, context.editor.task().data).value);
}

float rankCardHeight(const Context& context, const RankItem& item, float width, CardGrip grip) {
    const float room = width - 2 * kPadding - grip.width;
    const float title = heightOf(context, item.title, kTitle, room);
    const float body = heightOf(context, item.body, kBody, room);
    const float picture = pictureSize(context, {item.image}, room).y;
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
    if (const ImVec2 size = pictureSize(context, {item.image}, room.width); size.y > 0) {
        drawPicture(context, {item.image},
                    {room.left + (room.width - size.x) / 2, room.top, size.x, size.y});
    }
}

const std::string& nameOfCard(const RankItem& item) {
    return item.title.empty() ? item.body : item.title;
}

} // namespace cartouche::ui
