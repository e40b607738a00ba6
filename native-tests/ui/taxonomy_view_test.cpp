// Taxonomies on the canvas: one that labels a text, and one whose items stand at an address.

#include "ui/screen.h"

#include <doctest/doctest.h>

#include <format>
#include <string>

using namespace cartouche;
using editor::FetchedItems;
using editor::TextWorkspace;
using tests::Screen;

namespace {

constexpr std::string_view kTask = R"({"data":{"text":"Seas and lakes"}})";

constexpr std::string_view kLabeling = R"(<View>
  <Taxonomy name="tax" toName="text" labeling="true"><Choice value="Archaea" color="#112233"/><Choice value="Bacteria"><Choice value="Proteobacteria"/></Choice></Taxonomy>
  <Text name="text" value="$text"/></View>)";

constexpr std::string_view kFetched = R"(<View><Text name="text" value="$text"/>
  <Taxonomy name="tax" toName="text" apiUrl="/items"/></View>)";

constexpr std::string_view kRoots = R"([{"value":"Animals","isLeaf":false},{"value":"Stones"}])";

TextWorkspace::Selection all(std::size_t start, std::size_t end) {
    TextWorkspace::Selection selection;
    selection.fill({start, end});
    return selection;
}

/// With room for the side panel.
void widen(Screen& screen) {
    screen.app.resize(1000, 700, 1);
    screen.settle();
}

void answer(Screen& screen, annotation::Path path, std::string_view text) {
    screen.app.setFetchedItems({"/items", std::move(path)}, std::string(text), "");
    screen.settle();
}

bool isChecked(const Screen& screen, std::string_view item) {
    const ui::SemanticsNode* node = screen.find("treeitem", item);
    return node != nullptr && node->checked == true;
}

} // namespace

TEST_CASE("items that label are pressed before a text is selected, after it, and for regions") {
    Screen screen(kLabeling, kTask);
    widen(screen);
    screen.click("treeitem", "Archaea");
    CHECK(isChecked(screen, "Archaea"));
    screen.app.selectText(screen.listener.textWidget, all(0, 4), TextWorkspace::Intent::Mark);
    screen.settle();
    CHECK_FALSE(isChecked(screen, "Archaea")); // it was for this region alone
    REQUIRE(screen.listener.spans.styles.size() == 1);
    CHECK(screen.listener.spans.styles.front().name == "Archaea");
    CHECK(screen.listener.spans.styles.front().stroke == config::CssColor{0x11, 0x22, 0x33, 0xFF});
    screen.app.selectText(screen.listener.textWidget, all(9, 14), TextWorkspace::Intent::Mark);
    screen.settle();
    CHECK(screen.listener.textState.isSelecting);
    screen.click("treeitem", "Bacteria");
    CHECK(screen.find("treeitem", "2 Bacteria, span: lakes") != nullptr);
    screen.click("treeitem", "1 Archaea, span: Seas");
    CHECK(isChecked(screen, "Archaea"));
    CHECK_FALSE(isChecked(screen, "Bacteria"));
    screen.click("treeitem", "Bacteria");
    CHECK(screen.find("treeitem", "1 Archaea, Bacteria, span: Seas") != nullptr);
    screen.click("button", "Remove Archaea");
    CHECK(screen.find("treeitem", "1 Bacteria, span: Seas") != nullptr);
    screen.click("button", "Remove Bacteria"); // the last one stays
    CHECK(screen.find("treeitem", "1 Bacteria, span: Seas") != nullptr);
    CHECK(screen.app.semantics().undescribedItems().empty());
}

TEST_CASE("the command palette finds items that label, and gives them to what is selected") {
    Screen screen(kLabeling, kTask);
    widen(screen);
    screen.app.selectText(screen.listener.textWidget, all(0, 4), TextWorkspace::Intent::Mark);
    screen.app.execute(editor::CommandId::OpenPalette);
    screen.settle();
    CHECK(screen.find("option", "Proteobacteria") ==
          nullptr); // of perhaps 50,000: when it is asked for
    const std::uint32_t field = screen.find("combobox", "Search commands")->id;
    screen.app.setText(field, "protb");
    screen.settle();
    REQUIRE(screen.find("option", "Proteobacteria") != nullptr);
    CHECK(screen.find("option", "Proteobacteria")->description == "Bacteria");
    screen.app.commitText(field);
    screen.settle();
    CHECK(screen.find("treeitem", "1 Proteobacteria, span: Seas") != nullptr);
}

TEST_CASE("items that regions have are classes: counted, hidden, and selected") {
    Screen screen(kLabeling, kTask);
    widen(screen);
    for (const std::size_t start : {0, 5}) {
        screen.click("treeitem", "Archaea");
        screen.app.selectText(screen.listener.textWidget, all(start, start + 3),
                              TextWorkspace::Intent::Mark);
        screen.settle();
    }
    screen.click("tab", "Classes");
    REQUIRE(screen.find("checkbox", "Archaea, 2") != nullptr);
    CHECK(screen.find("checkbox", "Bacteria, 0") == nullptr);
    CHECK(screen.app.semantics().undescribedItems().empty());
    screen.click("button", "Select all Archaea");
    CHECK(screen.app.editor().regions().selection().size() == 2);
    screen.click("checkbox", "Archaea, 2");
    CHECK(screen.find("checkbox", "Archaea, 2")->checked == false);
}

TEST_CASE("items are fetched as they are opened; what waits says so") {
    Screen screen(kFetched, kTask);
    CHECK(screen.listener.neededItems == std::vector<FetchedItems::Place>{{"/items", {}}});
    CHECK(screen.find("status", "Loading…") != nullptr);
    answer(screen, {}, kRoots);
    CHECK(screen.find("status", "Loading…") == nullptr);
    const ui::SemanticsNode* animals = screen.find("treeitem", "Animals");
    REQUIRE(animals != nullptr);
    CHECK(animals->expanded == false);
    CHECK(screen.listener.neededItems.size() == 1);
    screen.app.focus(screen.find("tree", "tax")->id, true);
    screen.settle();
    screen.press("arrowright");
    REQUIRE(screen.listener.neededItems.size() == 2);
    CHECK(screen.listener.neededItems.back() == FetchedItems::Place{"/items", {"Animals"}});
    CHECK(screen.find("treeitem", "Animals")->description == "Loading…");
    answer(screen, {"Animals"}, R"([{"value":"Cat"}])");
    CHECK(screen.find("treeitem", "Animals")->expanded == true);
    CHECK(screen.find("treeitem", "Animals")->description.empty());
    screen.click("treeitem", "Cat");
    CHECK(isChecked(screen, "Cat"));
    std::string results;
    screen.app.editor().appendResults(results);
    CHECK(results.contains(R"("taxonomy":[["Animals","Cat"]])"));
    CHECK(screen.app.semantics().undescribedItems().empty());
}

TEST_CASE("what cannot be fetched is told at the control, and tried again") {
    Screen screen(kFetched, kTask);
    screen.app.setFetchedItems({"/items", {}}, std::nullopt, "The items cannot be loaded.");
    screen.settle();
    CHECK(screen.find("alert", "The items cannot be loaded.") != nullptr);
    screen.click("button", "Try again");
    CHECK(screen.listener.neededItems.size() == 2);
    CHECK(screen.find("alert", "The items cannot be loaded.") == nullptr);
    answer(screen, {}, kRoots);
    screen.app.focus(screen.find("tree", "tax")->id, true);
    screen.settle();
    screen.press("arrowright");
    screen.app.setFetchedItems({"/items", {"Animals"}}, std::nullopt, "They are away.");
    screen.settle();
    CHECK(screen.find("alert", "They are away. Open \"Animals\" once more to try again.") !=
          nullptr);
    CHECK(screen.find("treeitem", "Animals")->expanded == false);
    screen.press("arrowright");
    CHECK(screen.listener.neededItems.size() == 4);
}

TEST_CASE("what was chosen before the items came stands as a chip, and as no stranger") {
    Screen screen(
        kFetched,
        R"({"data":{"text":"Seas"},"annotations":[{"result":[{"id":"r","type":"taxonomy","from_name":"tax",
                  "to_name":"text","value":{"taxonomy":[["Animals","Cat"]]}}]}]})");
    const auto chip = [&screen] { return screen.find("button", "Remove Animals / Cat"); };
    REQUIRE(chip() != nullptr);
    CHECK(chip()->description.empty());
    answer(screen, {}, kRoots);
    CHECK(chip() != nullptr);
    screen.click("treeitem", "Stones");
    std::string results;
    screen.app.editor().appendResults(results);
    CHECK(results.contains(R"("taxonomy":[["Animals","Cat"],["Stones"]])"));
}

TEST_CASE("colours of items that come later are those of regions that are there") {
    Screen screen(
        R"(<View><Taxonomy name="tax" toName="text" labeling="true" apiUrl="/items"/><Text name="text" value="$text"/></View>)",
        R"({"data":{"text":"Seas"},"annotations":[{"result":[{"id":"r","type":"taxonomy","from_name":"tax",
                  "to_name":"text","value":{"start":0,"end":4,"taxonomy":[["Archaea"]]}}]}]})");
    REQUIRE(screen.listener.spans.styles.size() == 1);
    answer(screen, {}, R"([{"value":"Archaea","color":"#112233"}])");
    REQUIRE(screen.listener.spans.styles.size() == 1);
    CHECK(screen.listener.spans.styles.front().stroke == config::CssColor{0x11, 0x22, 0x33, 0xFF});
}
