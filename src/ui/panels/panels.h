#pragma once

#include "ui/context.h"

namespace cartouche::ui {

/// The labeling interface with the problems that belong nowhere else on top, scrolling as one.
void drawContentPanel(Context& context, const Box& box);

/// Whether regions have a list: the host wants one, and something is labeled by regions.
bool hasSidePanel(const Context& context);
/// The width that the side panel has beside the content; 0 if it has no room there. It then is a
/// sheet that a button in the action bar opens.
float sidePanelWidth(const Context& context, float editorWidth);
/// Regions and relations, and the details of what is selected.
void drawSidePanel(Context& context, const Box& box);
/// The same over the content, with what closes it. `box` is the content's.
void drawSideSheet(Context& context, const Box& box);

/// The question that is asked, over everything.
void drawQuestion(Context& context, const Box& box);

/// Undo, redo, reset; a line about saving; Submit. The peer's bottom bar (spec/embedding.md 8).
void drawActionBar(Context& context, const Box& box);

/// Whether the host's interface switches leave anything for the action bar to show.
bool hasActionBar(const Context& context);

} // namespace cartouche::ui
