#pragma once

#include "ui/icons.h"
#include "ui/widgets/interaction.h"

#include <optional>

namespace cartouche::ui {

enum class ButtonLook { Primary, Quiet };

struct Button {
    std::string_view key;
    std::string label; // the accessible name; drawn unless there is only an icon
    ButtonLook look = ButtonLook::Quiet;
    std::optional<Icon> icon;
    bool isIconOnly = false;
    std::string_view caption;     // beside the icon of one that is icon only, such as a count
    std::optional<bool> isChosen; // of a button that stays pressed
    Availability availability = Availability::Enabled;
    std::string hotkey;       // as people write it: shown in the tooltip
    std::string keyShortcuts; // as aria-keyshortcuts writes it
};

/// The cross that closes what Escape closes, too.
Button closeButton(std::string_view key, std::string_view label);

float buttonWidth(const Context& context, const Button& button);

/// Draws a button and adds it to the accessibility tree. True if it was pressed. In a box that is
/// too narrow the label is smaller; if it is cut off then, a tooltip has all of it.
bool drawButton(Context& context, const Button& button, const Box& box);

} // namespace cartouche::ui
