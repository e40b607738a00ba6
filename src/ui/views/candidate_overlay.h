#pragma once

#include "editor/image_workspace.h"
#include "ui/context.h"

namespace cartouche::ui {

/// Draws the regions that a prediction offers over the image on its stage, fainter than those of
/// the annotation, and describes them; nothing if none are asked for.
void drawCandidates(Context& context, const editor::ImageWorkspace& image, const Box& stage);

} // namespace cartouche::ui
