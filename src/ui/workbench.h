#pragma once

#include "core/config/tag.h"
#include "editor/commands.h"
#include "ui/draw.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace cartouche::ui {

/// What is open of the workbench around the labeling interface: dialogs, of which there is one at a
/// time, and lists that come and go.
struct Workbench {
    /// The search for a command.
    struct Palette {
        std::string typed;
        std::size_t active = 0; // of the rows that fit
        float scroll = 0;
        bool isRevealing = false; // the active row must be seen
    };
    /// Asked before a command that is hard to take back.
    struct Question {
        std::string text;
        std::string answer; // what the button says that does it
        editor::CommandId command = editor::CommandId::Reset;
    };

    /// Asked for before an annotation is skipped or rejected.
    struct Comment {
        editor::CommandId command = editor::CommandId::Skip;
        bool isSent = false;   // by the key that does so
        bool isMissed = false; // it was sent without a word, and must have one
    };

    std::optional<Palette> palette;
    std::optional<Question> question;
    std::optional<Comment> comment;
    std::string typedComment; // stays when the dialog is closed without sending it
    bool isHistoryShown = false;
    std::map<const config::Tag*, bool> openPanels; // of Collapse, and columns of Rankers
    float tabsBy = 0;                              // the tabs of annotations are to be moved so far
    /// The annotation whose tab was brought into view last, and in which width.
    std::pair<std::string, float> followedTab;
    /// The comparison was opened just now: its first header takes the focus.
    bool isComparisonFresh = false;
    /// Nothing until the labeler opens or closes it.
    std::optional<bool> isAgreementShown;
    std::uint32_t focusedBeforeComparison = 0;
    std::uint32_t leadingHeader = 0; // of the comparison: the one that had the focus last
    std::uint32_t historyWindow = 0; // ImGui's id of where it scrolls, and that place
    Box historyBox;
    /// The dialog was opened just now: it takes the focus.
    bool isFresh = false;
    std::uint32_t focusedBefore = 0; // where the focus goes when it closes

    bool hasDialog() const {
        return palette.has_value() || question.has_value() || comment.has_value();
    }
    void closeDialogs() {
        palette.reset();
        question.reset();
        comment.reset();
    }
};

} // namespace cartouche::ui
