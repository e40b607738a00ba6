#pragma once

#include "core/language/message.h"

#include <span>
#include <string>
#include <string_view>

namespace cartouche::editor {

/// What a user can ask for. A command is not a step: it may change the document by steps, or not.
enum class CommandId {
    Submit,
    Undo,
    Redo,
    Reset,
    DeleteRegions,
    DuplicateRegions,
    DeleteAllRegions,
    BringToFront,
    SendToBack,
    NestRegions,
    UnnestRegions,
    EditNote,
    FocusRegion,
    ToggleHidden,
    ToggleAllHidden,
    ToggleLocked,
    Unselect,
    SelectNext,
    SelectSeveral,
    RemovePoint,
    InsertPoint,
    BendPoint,
    OpenPath,
    NextSpan,
    PreviousSpan,
    Relate,
    PreviousImage,
    NextImage,
    PreviousPage,
    NextPage,
    ZoomIn,
    ZoomOut,
    ZoomToFit,
    ZoomToActual,
    TurnLeft,
    TurnRight,
    GrowBrush,
    ShrinkBrush,
    TogglePressure,
    DeleteSegments,
    Exit,
    CreateAnnotation,
    CopyAnnotation,
    DeleteAnnotation,
    RestoreAnnotation,
    ToggleGroundTruth,
    NextAnnotation,
    PreviousAnnotation,
    OpenPalette,
    ShowHistory,
    ShowPredictions,
    NextPrediction,
    AcceptPrediction,
    AcceptPredictions,
    AcceptInView,
    RejectPrediction,
    FindNext,
    FindPrevious,
    FindAgain,
    LabelFound,
    NextUnlabeled,
    SearchText,
    ToggleAssist,
    ToggleAcceptsAll,
    Compare,
    LinkViews,
    Skip,
    CancelSkip,
    Accept,
    Reject,
    NextTask,
    PreviousTask,
};

/// One row a command: menus, tooltips, hotkeys and help are all made from this table.
struct Command {
    CommandId id;
    /// Stable name for hosts, as in the reference keymap (spec/embedding.md 6).
    std::string_view name;
    language::Key label;
    /// `mod` is Command on a Mac and Control elsewhere: "mod+shift+z". Several between commas.
    std::string_view hotkey;
};

std::span<const Command> commandTable();
const Command& commandRow(CommandId id);
/// nullptr if no command has that name.
const Command* findCommand(std::string_view name);

/// A key as the browser reports it, KeyboardEvent.key lower-cased ("z", "enter", "1").
struct KeyPress {
    std::string_view key;
    bool control = false;
    bool shift = false;
    bool alt = false;
    bool meta = false;
};

enum class Platform { Mac, Other };

/// Whether the key press is the hotkey, modifiers and all.
bool matchesHotkey(std::string_view hotkey, const KeyPress& press, Platform platform);

/// Whether one key press can be both hotkeys.
bool sharesKey(std::string_view one, std::string_view other, Platform platform);

/// Of a hotkey with several, between commas, the first one that the system leaves to pages.
std::string_view namedAlternative(std::string_view hotkey, Platform platform);

/// The hotkey as people write it: "Ctrl+Shift+Z", "⌘⇧Z", "1".
std::string describeHotkey(std::string_view hotkey, Platform platform);

} // namespace cartouche::editor
