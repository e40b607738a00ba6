#pragma once

#include "ui/widgets/button.h"

#include <span>
#include <string_view>

namespace cartouche::ui {

/// The button of a command, with its name, key and whether it can be executed now.
Button commandButton(const Context& context, editor::CommandId id);

/// The same as an icon.
Button commandButton(const Context& context, editor::CommandId id, Icon icon);

struct CommandIcon {
    editor::CommandId command;
    Icon icon;
};

/// A toolbar of icons from the upper left of `box`, each a square of its height; what is pressed is
/// wished for. Gives where they end.
float drawCommandRow(Context& context, std::string_view name, std::span<const CommandIcon> row,
                     const Box& box, float gap);

} // namespace cartouche::ui
