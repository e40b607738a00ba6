#pragma once

#include "core/config/labeling_interface.h"
#include "ui/context.h"

#include <vector>

namespace cartouche::ui {

/// Whether a control stands in the row of its region while the list of regions is shown, and not in
/// the form (`displayMode`, spec/tags.md 2.4).
bool standsInList(const Context& context, const config::Tag& tag);

/// Those that the selected region has something to answer to, in the order of the config.
std::vector<const config::Tag*> listForms(const Context& context);

float listFormsHeight(const Context& context, float width);
/// Below the row of the selected region.
void drawListForms(Context& context, const Box& box);

} // namespace cartouche::ui
