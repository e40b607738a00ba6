#pragma once

#include "ui/context.h"

namespace cartouche::ui {

/// The Shortcuts of a TextArea (spec/tags.md 4.3), as chips: a press puts the text of one into the
/// field where the caret is, and so does its key while the field has the focus.
float textShortcutsHeight(const Context& context, const config::Tag& textArea, float width);
void drawTextShortcuts(Context& context, const config::Tag& textArea, std::uint32_t field,
                       const Box& box);

} // namespace cartouche::ui
