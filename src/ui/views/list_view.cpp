// List: its items as cards below each other, where no Ranker has them.

#include "ui/views/rank_cards.h"
#include "ui/views/views.h"

#include <algorithm>
#include <string>
#include <utility>

namespace cartouche::ui {

namespace {

using editor::RankItem;

constexpr float kGap = 8.0F;
constexpr float kHead = 30.0F;

bool hasRanker(const Context& context, const config::Tag& list) {
    const auto& controls = context.editor.interface().controls();
    return std::ranges::any_of(controls, [&list](const config::Control& control) {
        return control.tag->kind() == config::TagKind::Ranker &&
               std::ranges::contains(control.toNames, list.name());
    });
}

} // namespace

float listHeight(const Context& context, const config::Tag& tag, float width) {
    if (hasRanker(context, tag)) {
        return 0;
    }
    float height = tag.text("title").empty() ? 0 : kHead;
    for (const RankItem& item : rankItemsOf(context, tag)) {
        height += rankCardHeight(context, item, width) + kGap;
    }
    return height;
}

void drawList(Context& context, const config::Tag& tag, const Box& box) {
    ImGui::PushID(&tag);
    const std::string_view title = tag.text("title");
    SemanticsNode list;
    list.id = ImGui::GetID("list");
    list.role = "list";
    list.name = title.empty() ? tag.name() : title;
    list.box = box.corners();
    context.semantics.open(std::move(list));
    float top = box.top;
    if (!title.empty()) {
        context.painter.textLine({box.left, top, box.width, kHead}, title, context.palette.text,
                                 {metrics::kTextSize, Weight::SemiBold});
        top += kHead;
    }
    int index = 0;
    for (const RankItem& item : rankItemsOf(context, tag)) {
        const Box card{box.left, top, box.width, rankCardHeight(context, item, box.width)};
        drawRankCard(context, item, card, false);
        SemanticsNode node;
        node.id = ImGui::GetID(index++);
        node.role = "listitem";
        node.name = nameOfCard(item);
        node.box = card.corners();
        context.semantics.add(std::move(node));
        top = card.bottom() + kGap;
    }
    context.semantics.close();
    ImGui::PopID();
}

} // namespace cartouche::ui
