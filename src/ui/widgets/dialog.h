#pragma once

#include "ui/context.h"

namespace cartouche::ui {

enum class Dismissal { None, Beside };

/// A dialog over everything: until endDialog(), what is drawn lies in it, and nothing else can be
/// pressed. `Beside`: there was a press outside of the box.
Dismissal beginDialog(Context& context, std::string_view name, const Box& box);
void endDialog(Context& context);

/// In the middle of the canvas, as large as wanted where there is room.
Box dialogBox(float width, float height);

} // namespace cartouche::ui
