#pragma once

#include "ui/context.h"

namespace cartouche::ui {

/// Where the content panel stands, in CSS pixels; `window` is ImGui's id of it.
struct ContentScroll {
    std::uint32_t window = 0;
    float position = 0;
    float end = 0;
};

/// The labeling interface with the problems that belong nowhere else on top, scrolling as one.
ContentScroll drawContentPanel(Context& context, const Box& box);

/// The regions at the right: names, selecting, hiding, locking. Not shown on narrow editors.
void drawRegionList(Context& context, const Box& box);
/// 0 if it is not shown.
float regionListWidth(const Context& context, float editorWidth);

/// Undo, redo, reset; a line about saving; Submit. The peer's bottom bar (spec/embedding.md 8).
void drawActionBar(Context& context, const Box& box);

/// Whether the host's interface switches leave anything for the action bar to show.
bool hasActionBar(const Context& context);

} // namespace cartouche::ui
