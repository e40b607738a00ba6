#include "editor/fuzzy.h"
#include "editor/keymap.h"

#include <doctest/doctest.h>

#include <string>

using namespace cartouche;
using editor::Keymap;
using editor::Platform;

namespace {

diagnostics::Diagnostics change(Keymap& keymap, std::string_view keys,
                                Platform platform = Platform::Other) {
    return keymap.change(*json::parseJson(keys), platform);
}

} // namespace

TEST_CASE("commands and tools have the keys of their tables until a host gives them others") {
    Keymap keymap;
    CHECK(keymap.keyOf("annotation:undo") == "mod+z");
    CHECK(keymap.keyOf("tool:rect") == "r");
    CHECK(keymap.keyOf("nothing") == "");
    CHECK(change(keymap, R"({"annotation:undo":{"key":"ctrl+u","mac":"command+u"},
                             "tool:rect":{"key":"shift+x","description":"Boxes"}})")
              .empty());
    CHECK(keymap.keyOf("annotation:undo") == "ctrl+u");
    CHECK(keymap.keyOf("tool:rect") == "shift+x");
    CHECK(change(keymap, R"({"annotation:undo":{"key":"ctrl+u","mac":"command+u"}})", Platform::Mac)
              .empty());
    CHECK(keymap.keyOf("annotation:undo") == "command+u");
    CHECK(keymap.keyOf("tool:rect") == "r");
    CHECK(change(keymap, "null").empty());
    CHECK(keymap.keyOf("annotation:undo") == "mod+z");
}

TEST_CASE("a key can only be given to what is there") {
    Keymap keymap;
    const auto problems = change(keymap, R"({"anotation:undo":{"key":"x"},"annotation:redo":"y",
                                             "audio:playpause":{"key":"ctrl+p"}})");
    REQUIRE(problems.size() == 2);
    CHECK(problems[0].code == diagnostics::Code::UnknownCommand);
    CHECK(
        problems[0].message ==
        "There is no command \"anotation:undo\" to give a key; did you mean \"annotation:undo\"?");
    CHECK(problems[0].where.pointer == "/keymap/anotation:undo");
    CHECK(problems[1].message ==
          "The key of \"annotation:redo\" must be a text in its member `key`");
    CHECK(keymap.keyOf("annotation:redo") == "mod+shift+z");
}

TEST_CASE("of two with one key the later has it, and the other none") {
    Keymap keymap;
    auto problems = change(keymap, R"({"region:lock":{"key":"Ctrl+Z"}})");
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].code == diagnostics::Code::HotkeyConflict);
    CHECK(problems[0].message ==
          "\"region:lock\" takes the key Ctrl+Z of \"annotation:undo\", which has none now");
    CHECK(keymap.keyOf("annotation:undo") == "");
    CHECK(keymap.keyOf("region:lock") == "Ctrl+Z");
    problems = change(keymap, R"({"region:lock":{"key":"q"},"tool:rect":{"key":"q"}})");
    CHECK(problems.size() == 1);
    CHECK(keymap.keyOf("region:lock") == "");
    CHECK(keymap.keyOf("tool:rect") == "q");
    // Two that change places are no conflict.
    CHECK(change(keymap, R"({"annotation:redo":{"key":"ctrl+z"},
                             "annotation:undo":{"key":"ctrl+shift+z"}})")
              .empty());
}

TEST_CASE("no two commands or tools have the same key by default") {
    const Keymap keymap;
    for (const editor::Command& one : editor::commandTable()) {
        for (const editor::Command& other : editor::commandTable()) {
            const bool isSame = &one == &other;
            INFO(one.name, " ", other.name);
            CHECK((isSame || !editor::sharesKey(keymap.keyOf(one.name), keymap.keyOf(other.name),
                                                Platform::Other)));
        }
    }
}

TEST_CASE("keys are read by the names that Label Studio gives them, too") {
    using editor::matchesHotkey;
    CHECK(matchesHotkey("alt+left", {.key = "ArrowLeft", .alt = true}, Platform::Other));
    CHECK(matchesHotkey("ctrl+minus", {.key = "-", .control = true}, Platform::Other));
    CHECK(matchesHotkey("esc, ctrl+space", {.key = " ", .control = true}, Platform::Other));
    CHECK_FALSE(matchesHotkey("left", {.key = "left"}, Platform::Other));
    CHECK(editor::describeHotkey("alt+arrowleft", Platform::Other) == "Alt+Left");
}

TEST_CASE("a search finds letters in order, and beginnings of words before the rest") {
    using editor::fuzzyScore;
    CHECK(fuzzyScore("", "Undo") == 0);
    CHECK(fuzzyScore("undo", "Undo").has_value());
    CHECK(fuzzyScore("zi", "Zoom in") > fuzzyScore("zi", "Resizing"));
    CHECK(fuzzyScore("del reg", "Delete the region").has_value());
    CHECK_FALSE(fuzzyScore("odnu", "Undo").has_value());
    CHECK_FALSE(fuzzyScore("undoo", "Undo").has_value());
    CHECK(fuzzyScore("reset", "Reset") > fuzzyScore("reset", "Rectangle set"));
    CHECK(fuzzyScore(std::string(40, 'a'), std::string(4000, 'a')).has_value());
}
