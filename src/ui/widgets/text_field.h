#pragma once

#include "ui/widgets/interaction.h"

namespace cartouche::ui {

struct TextField {
    std::string_view key;
    std::string_view label; // the accessible name
    std::string_view value;
    std::string_view placeholder;
    /// It chooses from a list beside it, in which the arrow keys move: App::pressKey gets them.
    bool isCombobox = false;
    std::uint32_t activeDescendant = 0; // the option of the list that Enter chooses
};

struct TextFieldResult {
    bool hasChanged = false;
    std::string value;        // the new text, if it changed
    bool isCommitted = false; // Enter
};

/// A search field of one line. While it has the focus, the page lays a real input element over it,
/// which shows and edits the text (IME, spelling, mobile keyboards); then only the frame is drawn
/// here.
TextFieldResult drawSearchField(Context& context, const TextField& field, const Box& box);

} // namespace cartouche::ui
