#pragma once

#include "editor/ranking.h"
#include "ui/context.h"

#include <string>
#include <vector>

namespace cartouche::ui {

/// What a List of the task has.
std::vector<editor::RankItem> rankItemsOf(const Context& context, const config::Tag& list);

/// What a finger drags a card by: elsewhere on it, it scrolls. Empty: the card stays where it is.
struct CardGrip {
    float width = 0; // from the left of the card
};
inline constexpr CardGrip kGrip{28};

/// An item as a card: its title, its body below, then its picture.
float rankCardHeight(const Context& context, const editor::RankItem& item, float width,
                     CardGrip grip = {});
void drawRankCard(Context& context, const editor::RankItem& item, const Box& box, bool isRaised,
                  CardGrip grip = {});
/// The accessible name.
const std::string& nameOfCard(const editor::RankItem& item);

} // namespace cartouche::ui
