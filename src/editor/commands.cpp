#include "editor/commands.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <ranges>

namespace cartouche::editor {

namespace {

constexpr std::array kCommands{
    Command{CommandId::Submit, "annotation:submit", "Submit", "mod+enter"},
    Command{CommandId::Undo, "annotation:undo", "Undo", "mod+z"},
    Command{CommandId::Redo, "annotation:redo", "Redo", "mod+shift+z"},
    Command{CommandId::Reset, "annotation:reset", "Reset", ""},
    Command{CommandId::DeleteRegions, "region:delete", "Delete the region", "backspace,delete"},
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
    Command{CommandId::Unselect, "region:unselect", "Unselect", "u,escape"},
    Command{CommandId::SelectNext, "region:cycle", "Select the next region", "alt+."},
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
};

/// What a hotkey text asks for.
struct Chord {
    std::string key;
    bool control = false;
    bool shift = false;
    bool alt = false;
    bool meta = false;

    bool operator==(const Chord&) const = default;
};

std::string lowered(std::string_view text) {
    std::string result(text);
    std::ranges::transform(result, result.begin(), [](unsigned char letter) {
        return static_cast<char>(letter < 0x80 ? std::tolower(letter) : letter);
    });
    return result;
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
        chord.key = part;
    }
}

Chord parseChord(std::string_view text, Platform platform) {
    Chord chord;
    for (const auto part : std::views::split(text, '+')) {
        addPart(chord, lowered(std::string_view(part)), platform);
    }
    return chord;
}

/// `Z`, `Enter`, `1`: the key itself as it is printed on a keyboard.
std::string keyCap(std::string_view key) {
    std::string cap(key);
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
