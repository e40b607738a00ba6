#pragma once

#include "ui/context.h"
#include "ui/widgets/button.h"

#include <string>

namespace cartouche::ui {

enum class DialogAnswer { None, Confirmed, Cancelled };

/// At the lower right of `box`: what a dialog is for, with its key if it has one, and Cancel, whose
/// widget is called "cancel".
DialogAnswer drawDialogButtons(Context& context, Button answer, const Box& box);
DialogAnswer drawDialogButtons(Context& context, const std::string& answer, const Box& box);

} // namespace cartouche::ui
