#include "editor/commands.h"

#include "editor/ascii_case.h"

#include <algorithm>
#include <array>
#include <ranges>
#include <utility>

namespace cartouche::editor {

namespace {

constexpr std::array kCommands{
    Command{CommandId::Submit, "annotation:submit", "command.annotation:submit", "mod+enter"},
    Command{CommandId::Undo, "annotation:undo", "command.annotation:undo", "mod+z"},
    Command{CommandId::Redo, "annotation:redo", "command.annotation:redo", "mod+shift+z"},
    Command{CommandId::Reset, "annotation:reset", "command.annotation:reset", ""},
    Command{CommandId::DeleteRegions, "region:delete", "command.region:delete", "backspace"},
    Command{CommandId::DuplicateRegions, "region:duplicate", "command.region:duplicate", "mod+d"},
    Command{CommandId::DeleteAllRegions, "region:delete-all", "command.region:delete-all",
            "mod+backspace"},
    Command{CommandId::BringToFront, "region:to-front", "command.region:to-front", "mod+alt+]"},
    Command{CommandId::SendToBack, "region:to-back", "command.region:to-back", "mod+alt+["},
    Command{CommandId::NestRegions, "region:move-into", "command.region:move-into", "alt+j"},
    Command{CommandId::UnnestRegions, "region:move-out", "command.region:move-out", "alt+shift+j"},
    Command{CommandId::EditNote, "region:meta", "command.region:meta", "alt+m"},
    Command{CommandId::FocusRegion, "region:focus", "command.region:focus", "enter"},
    Command{CommandId::ToggleHidden, "region:visibility", "command.region:visibility", "alt+h"},
    Command{CommandId::ToggleAllHidden, "region:visibility-all", "command.region:visibility-all",
            "mod+h"},
    Command{CommandId::ToggleLocked, "region:lock", "command.region:lock", "alt+l"},
    Command{CommandId::Unselect, "region:unselect", "command.region:unselect", "u"},
    Command{CommandId::SelectNext, "region:cycle", "command.region:cycle", "alt+."},
    Command{CommandId::SelectSeveral, "region:select-several", "command.region:select-several",
            "alt+s"},
    Command{CommandId::RemovePoint, "point:delete", "command.point:delete", "alt+backspace"},
    Command{CommandId::InsertPoint, "point:insert", "command.point:insert", "alt+a"},
    Command{CommandId::BendPoint, "point:bend", "command.point:bend", "alt+b"},
    Command{CommandId::OpenPath, "point:open-path", "command.point:open-path", "alt+o"},
    Command{CommandId::NextSpan, "text:next-region", "command.text:next-region", "alt+arrowdown"},
    Command{CommandId::PreviousSpan, "text:previous-region", "command.text:previous-region",
            "alt+arrowup"},
    Command{CommandId::Relate, "region:relation", "command.region:relation", "alt+r"},
    Command{CommandId::PreviousImage, "image:prev", "command.image:prev", "mod+arrowleft"},
    Command{CommandId::NextImage, "image:next", "command.image:next", "mod+arrowright"},
    Command{CommandId::PreviousPage, "repeater:previous-page", "command.repeater:previous-page",
            "alt+shift+arrowleft"},
    Command{CommandId::NextPage, "repeater:next-page", "command.repeater:next-page",
            "alt+shift+arrowright"},
    Command{CommandId::ZoomIn, "tool:zoom-in", "command.tool:zoom-in", "mod+plus"},
    Command{CommandId::ZoomOut, "tool:zoom-out", "command.tool:zoom-out", "mod+-"},
    Command{CommandId::ZoomToFit, "tool:zoom-to-fit", "command.tool:zoom-to-fit", "shift+1"},
    Command{CommandId::ZoomToActual, "tool:zoom-to-actual", "command.tool:zoom-to-actual",
            "shift+2"},
    Command{CommandId::TurnLeft, "tool:rotate-left", "command.tool:rotate-left", "alt+arrowleft"},
    Command{CommandId::TurnRight, "tool:rotate-right", "command.tool:rotate-right",
            "alt+arrowright"},
    Command{CommandId::GrowBrush, "tool:increase-tool", "command.tool:increase-tool", "]"},
    Command{CommandId::ShrinkBrush, "tool:decrease-tool", "command.tool:decrease-tool", "["},
    Command{CommandId::TogglePressure, "tool:pen-pressure", "command.tool:pen-pressure", ""},
    Command{CommandId::DeleteSegments, "segment:delete", "command.segment:delete", "delete"},
    Command{CommandId::Exit, "region:exit", "command.region:exit", "escape"},
    Command{CommandId::CreateAnnotation, "annotation:create", "command.annotation:create", ""},
    Command{CommandId::CopyAnnotation, "annotation:duplicate", "command.annotation:duplicate", ""},
    Command{CommandId::DeleteAnnotation, "annotation:delete", "command.annotation:delete", ""},
    Command{CommandId::RestoreAnnotation, "annotation:restore", "command.annotation:restore", ""},
    Command{CommandId::ToggleGroundTruth, "annotation:ground-truth",
            "command.annotation:ground-truth", ""},
    Command{CommandId::NextAnnotation, "annotation:next", "command.annotation:next",
            "alt+pagedown"},
    Command{CommandId::PreviousAnnotation, "annotation:previous", "command.annotation:previous",
            "alt+pageup"},
    Command{CommandId::OpenPalette, "palette:open", "command.palette:open", "alt+k"},
    Command{CommandId::ShowHistory, "history:show", "command.history:show", "alt+z"},
    Command{CommandId::ShowPredictions, "prediction:show", "command.prediction:show", "alt+p"},
    Command{CommandId::NextPrediction, "prediction:next", "command.prediction:next", "alt+n"},
    Command{CommandId::AcceptPrediction, "prediction:accept", "command.prediction:accept", "alt+y"},
    Command{CommandId::AcceptPredictions, "prediction:accept-all", "command.prediction:accept-all",
            "alt+shift+y"},
    Command{CommandId::AcceptInView, "prediction:accept-in-view",
            "command.prediction:accept-in-view", "alt+i"},
    Command{CommandId::RejectPrediction, "prediction:reject", "command.prediction:reject", "alt+x"},
    Command{CommandId::SearchText, "text:search", "command.text:search", "mod+f"},
    Command{CommandId::FindNext, "text:find-next", "command.text:find-next", "f3"},
    Command{CommandId::FindPrevious, "text:find-previous", "command.text:find-previous",
            "shift+f3"},
    Command{CommandId::FindAgain, "text:find-again", "command.text:find-again", "alt+g"},
    Command{CommandId::LabelFound, "text:label-found", "command.text:label-found", "alt+shift+g"},
    Command{CommandId::NextUnlabeled, "text:next-unlabeled", "command.text:next-unlabeled",
            "alt+u"},
    Command{CommandId::ToggleAssist, "assist:toggle", "command.assist:toggle", ""},
    Command{CommandId::ToggleAcceptsAll, "assist:auto-accept", "command.assist:auto-accept", ""},
    Command{CommandId::Compare, "annotations:view-all", "command.annotations:view-all", "alt+c"},
    Command{CommandId::LinkViews, "annotations:link-views", "command.annotations:link-views", ""},
    Command{CommandId::Skip, "annotation:skip", "command.annotation:skip", "ctrl+space,alt+enter"},
    Command{CommandId::CancelSkip, "annotation:cancel-skip", "command.annotation:cancel-skip", ""},
    Command{CommandId::Accept, "annotation:accept", "command.annotation:accept", ""},
    Command{CommandId::Reject, "annotation:reject", "command.annotation:reject", ""},
    Command{CommandId::NextTask, "task:next", "command.task:next", "alt+shift+pagedown"},
    Command{CommandId::PreviousTask, "task:previous", "command.task:previous", "alt+shift+pageup"},
};

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(' ');
    return first == std::string_view::npos
               ? std::string_view()
               : text.substr(first, text.find_last_not_of(' ') + 1 - first);
}

/// What a hotkey text asks for.
struct Chord {
    std::string key;
    bool control = false;
    bool shift = false;
    bool alt = false;
    bool meta = false;

    bool operator==(const Chord&) const = default;
};

/// Keys that hotkeys call otherwise than the browser does.
constexpr std::array kKeyNames{
    std::pair<std::string_view, std::string_view>{"left", "arrowleft"},
    std::pair<std::string_view, std::string_view>{"right", "arrowright"},
    std::pair<std::string_view, std::string_view>{"up", "arrowup"},
    std::pair<std::string_view, std::string_view>{"down", "arrowdown"},
    std::pair<std::string_view, std::string_view>{"minus", "-"},
    std::pair<std::string_view, std::string_view>{"space", " "},
    std::pair<std::string_view, std::string_view>{"esc", "escape"},
    std::pair<std::string_view, std::string_view>{"del", "delete"},
    std::pair<std::string_view, std::string_view>{"return", "enter"},
};

std::string keyNamed(std::string_view name) {
    const auto found =
        std::ranges::find(kKeyNames, name, [](const auto& row) { return row.first; });
    return std::string(found == kKeyNames.end() ? name : found->second);
}

void addPart(Chord& chord, const std::string& part, Platform platform) {
    const bool isMac = platform == Platform::Mac;
    if (part == "mod") {
        (isMac ? chord.meta : chord.control) = true;
    } else if (part == "ctrl" || part == "control") {
        chord.control = true;
    } else if (part == "command" || part == "meta") {
        chord.meta = true;
    } else if (part == "shift") {
        chord.shift = true;
    } else if (part == "alt" || part == "option") {
        chord.alt = true;
    } else {
        chord.key = keyNamed(part);
    }
}

Chord parseChord(std::string_view text, Platform platform) {
    Chord chord;
    for (const auto part : std::views::split(text, '+')) {
        addPart(chord, lowered(trimmed(std::string_view(part))), platform);
    }
    return chord;
}

/// `Z`, `Enter`, `1`: the key itself as it is printed on a keyboard.
std::string keyCap(std::string_view key) {
    std::string cap(key.starts_with("arrow") ? key.substr(5) : key == " " ? "space" : key);
    if (!cap.empty()) {
        cap.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(cap.front())));
    }
    return cap;
}

/// What the system has for itself: to change the language of the keyboard.
bool isOfSystem(const Chord& chord, Platform platform) {
    return platform == Platform::Mac && chord == Chord{.key = " ", .control = true};
}

} // namespace

std::string_view namedAlternative(std::string_view hotkey, Platform platform) {
    for (const auto part : std::views::split(hotkey, ',')) {
        const std::string_view alternative(part);
        if (!isOfSystem(parseChord(alternative, platform), platform)) {
            return trimmed(alternative);
        }
    }
    return "";
}

std::span<const Command> commandTable() {
    return kCommands;
}

const Command& commandRow(CommandId id) {
    return *std::ranges::find(kCommands, id, &Command::id);
}

const Command* findCommand(std::string_view name) {
    const auto found = std::ranges::find(kCommands, name, &Command::name);
    return found == kCommands.end() ? nullptr : &*found;
}

bool matchesHotkey(std::string_view hotkey, const KeyPress& press, Platform platform) {
    if (hotkey.empty()) {
        return false;
    }
    // `+` separates the parts of a hotkey, and stands on the key of `=`.
    const bool isPlus = press.key == "+" || press.key == "=";
    const Chord pressed{isPlus ? "plus" : lowered(press.key), press.control, press.shift, press.alt,
                        press.meta};
    return std::ranges::any_of(std::views::split(hotkey, ','), [&](const auto alternative) {
        return parseChord(std::string_view(alternative), platform) == pressed;
    });
}

bool sharesKey(std::string_view one, std::string_view other, Platform platform) {
    const auto isIn = [platform](const Chord& chord, std::string_view hotkey) {
        return std::ranges::any_of(std::views::split(hotkey, ','), [&](const auto alternative) {
            return parseChord(std::string_view(alternative), platform) == chord;
        });
    };
    return !one.empty() && !other.empty() &&
           std::ranges::any_of(std::views::split(one, ','), [&](const auto alternative) {
               return isIn(parseChord(std::string_view(alternative), platform), other);
           });
}

std::string describeHotkey(std::string_view hotkey, Platform platform) {
    if (hotkey.empty()) {
        return "";
    }
    const Chord chord = parseChord(namedAlternative(hotkey, platform), platform);
    const bool isMac = platform == Platform::Mac;
    std::string text;
    text += chord.control ? (isMac ? "⌃" : "Ctrl+") : "";
    text += chord.alt ? (isMac ? "⌥" : "Alt+") : "";
    text += chord.shift ? (isMac ? "⇧" : "Shift+") : "";
    text += chord.meta ? (isMac ? "⌘" : "Meta+") : "";
    return text + keyCap(chord.key);
}

} // namespace cartouche::editor
