#pragma once

#include "ui/context.h"

namespace cartouche::ui {

/// Whether there are two annotations or more, so that there is something to agree on.
bool hasAgreement(const Context& context);
/// Whether the panel is open: as the labeler left it, at first where there is room for it.
bool isAgreementShown(const Context& context, float width);

/// Beside the columns of the comparison: how far the annotations agree on each control, and on each
/// region, the least agreed on first. A region that is pressed is selected in its column.
void drawAgreementPanel(Context& context, const Box& box);

} // namespace cartouche::ui
