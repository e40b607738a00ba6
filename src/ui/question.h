#pragma once

#include "editor/commands.h"

#include <cstdint>
#include <string>

namespace cartouche::ui {

/// What must be answered before anything else: whether a command is meant.
struct Question {
    std::string text;
    std::string yes; // what the button that executes it says
    editor::CommandId command{};
    bool isOpening = true;         // it wants the focus
    std::uint32_t focusBefore = 0; // what had it before, and gets it back
};

} // namespace cartouche::ui
