#pragma once

#include "ui/widgets/button.h"

namespace cartouche::ui {

/// The button of a command, with its name, key and whether it can be executed now.
Button commandButton(const Context& context, editor::CommandId id);

/// The same as an icon.
Button commandButton(const Context& context, editor::CommandId id, Icon icon);

} // namespace cartouche::ui
