#pragma once

#include "ui/context.h"

namespace cartouche::ui {

/// 0 where there is nothing to choose: of a text, or of one who says it all and nothing to label.
float phrasesBarHeight(const Context& context, const editor::TextWorkspace* text, float width);
/// What of a conversation is seen: who says it, and whether it is labeled.
void drawPhrasesBar(Context& context, editor::TextWorkspace& text, const Box& box);

} // namespace cartouche::ui
