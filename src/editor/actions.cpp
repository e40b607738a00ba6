#include "editor/actions.h"

#include <algorithm>
#include <array>

namespace cartouche::editor {

namespace {

constexpr std::array kRows{
    ActionRow{Action::Submit, CommandId::Submit, "submit.first"},
    ActionRow{Action::Update, CommandId::Submit, "submit.again"},
    ActionRow{Action::Skip, CommandId::Skip, "command.annotation:skip"},
    ActionRow{Action::CancelSkip, CommandId::CancelSkip, "command.annotation:cancel-skip"},
    ActionRow{Action::Reject, CommandId::Reject, "command.annotation:reject"},
    ActionRow{Action::Accept, CommandId::Accept, "command.annotation:accept"},
    ActionRow{Action::FixAndAccept, CommandId::Accept, "submit.fix-and-accept"},
};

} // namespace

const ActionRow& actionRow(Action action) {
    return *std::ranges::find(kRows, action, &ActionRow::action);
}

std::vector<Action> actionsFor(const std::set<std::string, std::less<>>& interfaces,
                               const AnnotationState& state) {
    if (!interfaces.contains("controls") || state.isReadonly) {
        return {};
    }
    if (interfaces.contains("review")) {
        return {Action::Reject, state.isChanged ? Action::FixAndAccept : Action::Accept};
    }
    if (state.isSkipped) {
        return {Action::CancelSkip};
    }
    std::vector<Action> actions;
    if (interfaces.contains("skip")) {
        actions.push_back(Action::Skip);
    }
    if (interfaces.contains(state.isSubmitted ? "update" : "submit")) {
        actions.push_back(state.isSubmitted ? Action::Update : Action::Submit);
    }
    return actions;
}

} // namespace cartouche::editor
