#pragma once

#include "core/config/labeling_interface.h"
#include "ui/context.h"

namespace cartouche::ui {

/// The control that a tag of a form is, while there is something to answer; else nullptr: it is not
/// drawn then.
const config::Control* findForm(const Context& context, const config::Tag& tag);

/// What the message above a control needs when a submit was refused on account of it, or its answer
/// is none that it takes; else 0.
float problemHeight(const Context& context, const config::Tag& tag);

/// Opens the group of a control in the accessibility tree, draws the message above it if there is
/// one, and gives the room that is left. The caller closes the group.
Box openForm(Context& context, const config::Tag& tag, std::string_view role, const Box& box);

/// Whether the focus is to go to the next widget that is drawn, since a submit was refused on
/// account of this control; asks once.
bool takesAttention(Context& context, const config::Tag& tag);

} // namespace cartouche::ui
