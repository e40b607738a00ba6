#include "ui/views/rank_cards.h"

#include "core/task/object_value.h"

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

float rankCardHeight(const Context& context, const RankItem& item, float width) {
    const float room = width - 2 * kPadding;
    const float title = heightOf(context, item.title, kTitle, room);
    const float body = heightOf(context, item.body, kBody, room);
    return 2 * kPadding + title + body + (title > 0 && body > 0 ? kLineGap : 0);
}

void drawRankCard(const Context& context, const RankItem& item, const Box& box, bool isRaised) {
    const Palette& palette = context.palette;
    context.painter.fill(box, isRaised ? palette.hovered : palette.raised, metrics::kRadius);
    context.painter.outline(box, isRaised ? palette.accent : palette.border, metrics::kRadius);
    Box room = box.inset(kPadding);
    if (!item.title.empty()) {
        context.painter.textBlock(room, item.title, palette.text, kTitle);
        const float height = heightOf(context, item.title, kTitle, room.width) + kLineGap;
        room.top += height;
        room.height -= height;
    }
    context.painter.textBlock(room, item.body, palette.textMuted, kBody);
}

const std::string& nameOfCard(const RankItem& item) {
    return item.title.empty() ? item.body : item.title;
}

} // namespace cartouche::ui
