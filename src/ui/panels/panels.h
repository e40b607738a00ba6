#pragma once

#include "ui/context.h"

namespace cartouche::ui {

/// The labeling interface with the problems that belong nowhere else on top, scrolling as one.
void drawContentPanel(Context& context, const Box& box);

/// All annotations and predictions beside each other, or below where there is no room; to be looked
/// at. Only while the editor compares.
void drawComparePanel(Context& context, const Box& box);

/// Whether regions have a list: the host wants one, and something is labeled by regions.
bool hasSidePanel(const Context& context);
/// The width that the side panel has beside the content; 0 if it has no room there. It then is a
/// sheet that a button in the action bar opens.
float sidePanelWidth(const Context& context, float editorWidth);
/// Regions and relations, and the details of what is selected.
void drawSidePanel(Context& context, const Box& box);
/// The border between the content and the panel, whose box it is, by which labelers make the panel
/// wider or narrower.
void drawSideSplitter(Context& context, const Box& box);
/// The same over the content, with what closes it. `box` is the content's.
void drawSideSheet(Context& context, const Box& box);

/// Undo, redo, reset; a line about saving; Submit. The peer's bottom bar (spec/embedding.md 8).
void drawActionBar(Context& context, const Box& box);

/// The annotations and predictions of the task as tabs, and what can be done with the one that is
/// shown (spec/embedding.md 8).
void drawAnnotationBar(Context& context, const Box& box);
/// 0 if it is not shown: without the switch `topbar`, only when there are several to choose from.
float annotationBarHeight(const Context& context);

/// What of a prediction is offered over the images, how sure it must be, and taking it over.
void drawCandidateBar(Context& context, const Box& box);
/// 0 if nothing is asked for.
float candidateBarHeight(const Context& context);

/// The steps of the history, at the left while it is asked for.
void drawHistoryList(Context& context, const Box& box);
/// 0 if it is not shown.
float historyListWidth(const Context& context, float editorWidth);

/// The dialogs; false if they close now. They are drawn over everything, not within a window.
bool drawCommandPalette(Context& context);
bool drawQuestion(Context& context);
bool drawCommentDialog(Context& context);
/// Sends the comment.
inline constexpr std::string_view kSendKey = "mod+enter";

/// 0 if the host's interface switches leave nothing for the action bar to show.
float actionBarHeight(const Context& context);

} // namespace cartouche::ui
