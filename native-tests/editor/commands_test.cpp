#include "editor/commands.h"

#include <doctest/doctest.h>

using namespace cartouche::editor;

TEST_CASE("a hotkey matches its key with exactly its modifiers") {
    const KeyPress undo{.key = "z", .control = true};
    const KeyPress redo{.key = "Z", .control = true, .shift = true};
    CHECK(matchesHotkey("mod+z", undo, Platform::Other));
    CHECK_FALSE(matchesHotkey("mod+z", redo, Platform::Other));
    CHECK(matchesHotkey("mod+shift+z", redo, Platform::Other));
    CHECK_FALSE(matchesHotkey("mod+z", undo, Platform::Mac));
    CHECK(matchesHotkey("mod+z", {.key = "z", .meta = true}, Platform::Mac));
    CHECK_FALSE(matchesHotkey("1", {.key = "1", .alt = true}, Platform::Other));
    CHECK_FALSE(matchesHotkey("", {.key = ""}, Platform::Other));
}

TEST_CASE("a hotkey may have alternatives") {
    CHECK(matchesHotkey("a,ctrl+b", {.key = "a"}, Platform::Other));
    CHECK(matchesHotkey("a,ctrl+b", {.key = "b", .control = true}, Platform::Other));
    CHECK_FALSE(matchesHotkey("a,ctrl+b", {.key = "b"}, Platform::Other));
}

TEST_CASE("hotkeys read as people write them") {
    CHECK(describeHotkey("mod+shift+z", Platform::Other) == "Ctrl+Shift+Z");
    CHECK(describeHotkey("mod+shift+z", Platform::Mac) == "⇧⌘Z");
    CHECK(describeHotkey("mod+enter", Platform::Other) == "Ctrl+Enter");
    CHECK(describeHotkey("1", Platform::Mac) == "1");
    CHECK(describeHotkey("", Platform::Mac) == "");
}

TEST_CASE("every command is found by its name, and has one row") {
    for (const Command& command : commandTable()) {
        CHECK(findCommand(command.name) == &command);
        CHECK(&commandRow(command.id) == &command);
    }
    CHECK(findCommand("annotation:nothing") == nullptr);
}

TEST_CASE("of several keys the first one is named that the system leaves to pages") {
    CHECK(describeHotkey("ctrl+space,alt+enter", Platform::Other) == "Ctrl+Space");
    CHECK(describeHotkey("ctrl+space,alt+enter", Platform::Mac) == "⌥Enter");
    CHECK(namedAlternative("ctrl+space, alt+enter", Platform::Mac) == "alt+enter");
    CHECK(namedAlternative("", Platform::Mac) == "");
}
