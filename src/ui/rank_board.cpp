#include "ui/rank_board.h"

#include <algorithm>

namespace cartouche::ui {

bool RankBoard::pressKey(std::uint32_t focused, const editor::KeyPress& press) {
    const auto found = std::ranges::find(shown, focused, &Shown::widget);
    const bool isCommand = press.control || press.meta;
    if (focused == 0 || found == shown.end() || !isCommand || press.alt || press.shift) {
        return false;
    }
    Move move{.card = found->card};
    if (press.key == "arrowup" || press.key == "arrowdown") {
        move.places = press.key == "arrowup" ? -1 : 1;
    } else if (press.key == "arrowleft" || press.key == "arrowright") {
        move.columns = press.key == "arrowleft" ? -1 : 1;
    } else {
        return false;
    }
    moves.push_back(move);
    return true;
}

bool RankBoard::hasGripAt(float x, float y) const {
    return std::ranges::any_of(shown, [x, y](const Shown& card) {
        return x >= card.grip.left && x < card.grip.right() && y >= card.grip.top &&
               y < card.grip.bottom();
    });
}

} // namespace cartouche::ui
