#pragma once

#include "core/language/message.h"
#include "editor/commands.h"

#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace cartouche::editor {

/// What ends the work on an annotation, or takes that back: a button each.
enum class Action : std::uint8_t { Submit, Update, Skip, CancelSkip, Reject, Accept, FixAndAccept };

struct ActionRow {
    Action action;
    CommandId command;
    language::Key label;
};

const ActionRow& actionRow(Action action);

/// What the buttons depend on.
struct AnnotationState {
    bool isReadonly = false;
    bool isSkipped = false;
    bool isSubmitted = false; // or saved before
    bool isChanged = false;   // since it was loaded
};

/// The buttons from the left to the right, the main one last (spec/embedding.md 8, "Action button
/// logic"); `interfaces` are the host's switches.
std::vector<Action> actionsFor(const std::set<std::string, std::less<>>& interfaces,
                               const AnnotationState& state);

} // namespace cartouche::editor
