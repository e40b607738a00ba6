#pragma once

#include "core/config/tag.h"
#include "ui/context.h"

/// The drawing functions of all tags, for view_table.cpp; each pair stands in a file of its own.
namespace cartouche::ui {

float stackHeight(const Context& context, const config::Tag& tag, float width);
void drawStack(Context& context, const config::Tag& tag, const Box& box);
bool stackStretches(const Context& context, const config::Tag& tag);

float repeaterHeight(const Context& context, const config::Tag& tag, float width);
void drawRepeater(Context& context, const config::Tag& tag, const Box& box);

float collapseHeight(const Context& context, const config::Tag& tag, float width);
void drawCollapse(Context& context, const config::Tag& tag, const Box& box);

/// In one line.
float headerWidth(const Context& context, const config::Tag& tag);
float headerHeight(const Context& context, const config::Tag& tag, float width);
void drawHeader(Context& context, const config::Tag& tag, const Box& box);

float filterHeight(const Context& context, const config::Tag& tag, float width);
void drawFilter(Context& context, const config::Tag& tag, const Box& box);

float choicesHeight(const Context& context, const config::Tag& tag, float width);
void drawChoices(Context& context, const config::Tag& tag, const Box& box);

float taxonomyHeight(const Context& context, const config::Tag& tag, float width);
void drawTaxonomy(Context& context, const config::Tag& tag, const Box& box);

float textAreaHeight(const Context& context, const config::Tag& tag, float width);
void drawTextArea(Context& context, const config::Tag& tag, const Box& box);

float numberHeight(const Context& context, const config::Tag& tag, float width);
void drawNumber(Context& context, const config::Tag& tag, const Box& box);

float ratingHeight(const Context& context, const config::Tag& tag, float width);
void drawRating(Context& context, const config::Tag& tag, const Box& box);

float dateTimeHeight(const Context& context, const config::Tag& tag, float width);
void drawDateTime(Context& context, const config::Tag& tag, const Box& box);

float labelsHeight(const Context& context, const config::Tag& tag, float width);
void drawLabels(Context& context, const config::Tag& tag, const Box& box);

float pairwiseHeight(const Context& context, const config::Tag& tag, float width);
void drawPairwise(Context& context, const config::Tag& tag, const Box& box);

float rankerHeight(const Context& context, const config::Tag& tag, float width);
void drawRanker(Context& context, const config::Tag& tag, const Box& box);

float listHeight(const Context& context, const config::Tag& tag, float width);
void drawList(Context& context, const config::Tag& tag, const Box& box);

float tableHeight(const Context& context, const config::Tag& tag, float width);
void drawTable(Context& context, const config::Tag& tag, const Box& box);

float imageHeight(const Context& context, const config::Tag& tag, float width);
void drawImage(Context& context, const config::Tag& tag, const Box& room);
bool imageStretches(const Context& context, const config::Tag& tag);

float markdownHeight(const Context& context, const config::Tag& tag, float width);
void drawMarkdown(Context& context, const config::Tag& tag, const Box& box);

float textHeight(const Context& context, const config::Tag& tag, float width);
void drawText(Context& context, const config::Tag& tag, const Box& box);
bool textStretches(const Context& context, const config::Tag& tag);

float undrawnHeight(const Context& context, const config::Tag& tag, float width);
void drawUndrawn(Context& context, const config::Tag& tag, const Box& box);

float brokenHeight(const Context& context, const config::Tag& tag, float width);
void drawBroken(Context& context, const config::Tag& tag, const Box& box);

} // namespace cartouche::ui
