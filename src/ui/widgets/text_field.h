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
    bool isReadonly = false;
    bool isRequired = false;
    std::string_view problem; // why what is typed cannot be used; empty: it can
    int rows = 1;             // of more than one line Shift+Enter commits, and Enter begins a line
    bool isProse = false;     // sentences: the browser checks their spelling
    std::string_view inputType; // of the page's input element; empty: text
    FieldLimits limits{};
};

struct TextFieldResult {
    std::uint32_t widget = 0;
    bool hasChanged = false;
    std::string value;        // the new text, if it changed
    bool isCommitted = false; // Enter
};

/// A field for any text. The page lays a real input element over it, as over a search
/// field. Escape takes back what was typed since it got the focus.
TextFieldResult drawTextField(Context& context, const TextField& field, const Box& box);

/// A search field of one line. While it has the focus, the page lays a real input element over it,
/// which shows and edits the text (IME, spelling, mobile keyboards); then only the frame is drawn
/// here.
TextFieldResult drawSearchField(Context& context, const TextField& field, const Box& box);

} // namespace cartouche::ui
