#pragma once

#include "core/config/labeling_interface.h"
#include "ui/context.h"

namespace cartouche::ui {

/// Whether a control stands in the row of its region while the list of regions is shown, and not in
/// the form (`displayMode`, spec/tags.md 2.4).
bool standsInList(const Context& context, const config::Tag& tag);

/// Of those that the selected region has something to answer to; 0: there are none.
float listFormsHeight(const Context& context, float width);
/// The same, in the order of the config.
void drawListForms(Context& context, const Box& box);

} // namespace cartouche::ui
