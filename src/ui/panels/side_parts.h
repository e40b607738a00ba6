#pragma once

#include "ui/context.h"
#include "ui/icons.h"
#include "ui/widgets/interaction.h"

#include <string>

/// What the side panel is made of.
namespace cartouche::ui {

inline constexpr float kSideRowHeight = 34.0F;
inline constexpr float kSideIconSize = 28.0F;
inline constexpr TextStyle kSideHeadStyle{metrics::kTextSize, Weight::SemiBold};
inline constexpr TextStyle kSideTextStyle{metrics::kSmallTextSize, Weight::Regular};

/// What can be looked for and how the list is ordered, and the list itself.
void drawRegionList(Context& context, const Box& box);
float regionToolsHeight(Context& context);
void drawRegionTools(Context& context, const Box& box);

/// What is selected: its numbers, its note, what can be done with it. With nothing selected, the
/// annotation as a whole.
void drawDetails(Context& context, const Box& box);
/// That of all of it; the panel may have less room.
float detailsHeight(const Context& context);

/// The numbers and the note of one region, to be typed.
void drawRegionFields(Context& context, annotation::AreaHandle region, const Box& box);
float regionFieldsHeight(const Context& context, annotation::AreaHandle region);
/// What was typed counts once the focus leaves its field, wherever it is then.
void settleDraft(Context& context);

void drawRelationList(Context& context, const Box& box);

/// Of texts: a phrase that is looked for, and expressions.
void drawFindPanel(Context& context, const Box& box);
void drawExpressionList(Context& context, const Box& box);
/// The labels of texts, and what has them.
void drawClassList(Context& context, const Box& box);

/// That a button of this text wants.
float sideButtonWidth(const Context& context, const std::string& label);
/// A button of a text, outlined.
bool drawSideButton(Context& context, std::string_view key, const std::string& label,
                    const Box& box);

/// A button of one icon that is on or off.
bool drawSideToggle(Context& context, std::string_view key, const std::string& label, Icon icon,
                    bool isOn, const Box& box);

} // namespace cartouche::ui
