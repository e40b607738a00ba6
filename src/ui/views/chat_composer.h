#pragma once

#include "ui/context.h"

namespace cartouche::ui {

/// 0 where nobody can write, and no submit was refused for the messages.
float chatComposerHeight(const Context& context, const editor::TextWorkspace* chat, float width);
/// The next message of a conversation: who writes it, and what; or the one that is selected, to be
/// changed.
void drawChatComposer(Context& context, editor::TextWorkspace& chat, const Box& box);

} // namespace cartouche::ui
