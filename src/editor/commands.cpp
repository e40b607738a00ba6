#include "editor/commands.h"

#include "editor/ascii_case.h"

#include <algorithm>
#include <array>
#include <ranges>
#include <utility>

namespace cartouche::editor {

namespace {

constexpr std::array kCommands{
    Command{CommandId::Submit, "annotation:submit", "Submit", "mod+enter"},
    Command{CommandId::Undo, "annotation:undo", "Undo", "mod+z"},
    Command{CommandId::Redo, "annotation:redo", "Redo", "mod+shift+z"},
    Command{CommandId::Reset, "annotation:reset", "Reset", ""},
    Command{CommandId::DeleteRegions, "region:delete", "Delete the region", "backspace"},
    Command{CommandId::DuplicateRegions, "region:duplicate", "Duplicate the region", "mod+d"},
    Command{CommandId::DeleteAllRegions, "region:delete-all", "Delete all regions",
            "mod+backspace"},
    Command{CommandId::BringToFront, "region:to-front", "Bring the region to the front",
            "mod+alt+]"},
    Command{CommandId::SendToBack, "region:to-back", "Send the region to the back", "mod+alt+["},
    Command{CommandId::EditNote, "region:meta", "Write a note on the region", "alt+m"},
    Command{CommandId::FocusRegion, "region:focus", "Go to what is asked about the region",
            "enter"},
    Command{CommandId::ToggleHidden, "region:visibility", "Hide or show the region", "alt+h"},
    Command{CommandId::ToggleAllHidden, "region:visibility-all", "Hide or show all regions",
            "mod+h"},
    Command{CommandId::ToggleLocked, "region:lock", "Lock or unlock the region", "alt+l"},
    Command{CommandId::Unselect, "region:unselect", "Unselect", "u"},
    Command{CommandId::SelectNext, "region:cycle", "Select the next region", "alt+."},
    Command{CommandId::NextSpan, "text:next-region", "Select the next region of the text",
            "alt+arrowdown"},
    Command{CommandId::PreviousSpan, "text:previous-region",
            "Select the previous region of the text", "alt+arrowup"},
    Command{CommandId::Relate, "region:relation", "Relate the region to another", "alt+r"},
    Command{CommandId::PreviousImage, "image:prev", "Previous image", "mod+arrowleft"},
    Command{CommandId::NextImage, "image:next", "Next image", "mod+arrowright"},
    Command{CommandId::ZoomIn, "tool:zoom-in", "Zoom in", "mod+plus"},
    Command{CommandId::ZoomOut, "tool:zoom-out", "Zoom out", "mod+-"},
    Command{CommandId::ZoomToFit, "tool:zoom-to-fit", "Show the whole image", "shift+1"},
    Command{CommandId::ZoomToActual, "tool:zoom-to-actual", "Show the image in its own size",
            "shift+2"},
    Command{CommandId::TurnLeft, "tool:rotate-left", "Turn the image left", "alt+arrowleft"},
    Command{CommandId::TurnRight, "tool:rotate-right", "Turn the image right", "alt+arrowright"},
    Command{CommandId::GrowBrush, "tool:increase-tool", "Larger brush", "]"},
    Command{CommandId::ShrinkBrush, "tool:decrease-tool", "Smaller brush", "["},
    Command{CommandId::TogglePressure, "tool:pen-pressure",
            "A pen's pressure sets the brush's size", ""},
    Command{CommandId::DeleteSegments, "segment:delete", "Delete the region", "delete"},
    Command{CommandId::Exit, "region:exit", "Stop what is under way, or unselect", "escape"},
    Command{CommandId::CreateAnnotation, "annotation:create", "New annotation", ""},
    Command{CommandId::CopyAnnotation, "annotation:duplicate", "Duplicate the annotation", ""},
    Command{CommandId::DeleteAnnotation, "annotation:delete", "Delete the annotation", ""},
    Command{CommandId::RestoreAnnotation, "annotation:restore", "Bring back the deleted annotation",
            ""},
    Command{CommandId::ToggleGroundTruth, "annotation:ground-truth", "Ground truth", ""},
    Command{CommandId::NextAnnotation, "annotation:next", "Next annotation", "alt+pagedown"},
    Command{CommandId::PreviousAnnotation, "annotation:previous", "Previous annotation",
            "alt+pageup"},
    Command{CommandId::OpenPalette, "palette:open", "Search commands", "alt+k"},
    Command{CommandId::ShowHistory, "history:show", "History", "alt+z"},
    Command{CommandId::ShowPredictions, "prediction:show", "Show predicted regions", "alt+p"},
    Command{CommandId::NextPrediction, "prediction:next", "Next predicted region", "alt+n"},
    Command{CommandId::AcceptPrediction, "prediction:accept", "Accept the predicted region",
            "alt+y"},
    Command{CommandId::AcceptPredictions, "prediction:accept-all",
            "Accept all predicted regions that are shown", "alt+shift+y"},
    Command{CommandId::AcceptInView, "prediction:accept-in-view",
            "Accept the predicted regions in view", "alt+i"},
    Command{CommandId::RejectPrediction, "prediction:reject", "Reject the predicted region",
            "alt+x"},
    Command{CommandId::SearchText, "text:search", "Search the text", "mod+f"},
    Command{CommandId::FindNext, "text:find-next", "Next place that was found", "f3"},
    Command{CommandId::FindPrevious, "text:find-previous", "Previous place that was found",
            "shift+f3"},
    Command{CommandId::FindAgain, "text:find-again", "Find the selected phrase everywhere",
            "alt+g"},
    Command{CommandId::LabelFound, "text:label-found", "Label all that is found", "alt+shift+g"},
    Command{CommandId::NextUnlabeled, "text:next-unlabeled", "Next line without a region", "alt+u"},
    Command{CommandId::ToggleAssist, "assist:toggle", "Ask the model about what is drawn", ""},
    Command{CommandId::ToggleAcceptsAll, "assist:auto-accept",
            "Accept what the model suggests at once", ""},
    Command{CommandId::Compare, "annotations:view-all", "Compare all annotations", "alt+c"},
    Command{CommandId::LinkViews, "annotations:link-views", "Zoom and move all images together",
            ""},
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

/// The first of the alternatives, which commas separate.
std::string_view firstAlternative(std::string_view hotkey) {
    return hotkey.substr(0, hotkey.find(','));
}

} // namespace

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
    const Chord chord = parseChord(firstAlternative(hotkey), platform);
    const bool isMac = platform == Platform::Mac;
    std::string text;
    text += chord.control ? (isMac ? "⌃" : "Ctrl+") : "";
    text += chord.alt ? (isMac ? "⌥" : "Alt+") : "";
    text += chord.shift ? (isMac ? "⇧" : "Shift+") : "";
    text += chord.meta ? (isMac ? "⌘" : "Meta+") : "";
    return text + keyCap(chord.key);
}

} // namespace cartouche::editor
