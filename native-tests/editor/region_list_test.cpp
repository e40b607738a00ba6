#include "editor/labeling.h"
#include "editor/region_list.h"

#include <doctest/doctest.h>

#include <format>
#include <string>
#include <vector>

using namespace cartouche;
using editor::Grouping;
using editor::ListDirection;
using editor::ListSettings;
using editor::Ordering;
using editor::RegionList;
using tests::Labeling;

namespace {

constexpr std::string_view kConfig = R"(<View>
  <Image name="image" value="$image"/>
  <RectangleLabels name="label" toName="image"><Label value="Car"/><Label value="Van"/></RectangleLabels>
  <EllipseLabels name="round" toName="image"><Label value="Wheel"/></EllipseLabels>
</View>)";

std::string box(std::string_view id, std::string_view label, std::string_view more = "") {
    return std::format(
        R"({{"id":"{}","type":"rectanglelabels","from_name":"label","to_name":"image",)"
        R"("value":{{"x":1,"y":1,"width":5,"height":5,"rotation":0,"rectanglelabels":{}}}{}}})",
        id, label.empty() ? "[]" : std::format("[\"{}\"]", label), more);
}

std::string round(std::string_view id, std::string_view more = "") {
    return std::format(
        R"({{"id":"{}","type":"ellipselabels","from_name":"round","to_name":"image",)"
        R"("value":{{"x":9,"y":9,"radiusX":5,"radiusY":5,"rotation":0,"ellipselabels":["Wheel"]}}{}}})",
        id, more);
}

std::string listed(std::initializer_list<std::string> results) {
    std::string text;
    for (const std::string& result : results) {
        text += (text.empty() ? "[" : ",") + result;
    }
    return text + "]";
}

/// A row a text: its level, "+" or "-" if it opens or closes, and its number or its title.
std::vector<std::string> shown(RegionList& list) {
    std::vector<std::string> rows;
    for (const editor::ListRow& row : list.rows()) {
        const std::string what =
            row.region ? std::to_string(row.number) : list.groups()[row.group].title;
        rows.push_back(std::format("{}{} {}", row.level,
                                   !row.canExpand   ? ""
                                   : row.isExpanded ? "-"
                                                    : "+",
                                   what));
    }
    return rows;
}

using Rows = std::vector<std::string>;

/// The numbers of what is selected.
std::vector<std::uint32_t> selected(const Labeling& work) {
    std::vector<std::uint32_t> numbers;
    for (const auto region : work.editor.regions().selection()) {
        numbers.push_back(region.index + 1);
    }
    return numbers;
}

using Numbers = std::vector<std::uint32_t>;

} // namespace

TEST_CASE("regions are listed as they were made, and under what they are filed under") {
    Labeling work(kConfig, listed({box("a", "Car"), round("b", R"(,"parentID":"a")"),
                                   box("c", "Van", R"(,"parentID":"nowhere")"),
                                   round("d", R"(,"parentID":"b")")}));
    RegionList list(work.editor.regions());
    CHECK(shown(list) == Rows{"1- 1", "2- 2", "3 4", "1 3"});
    list.setExpanded(1, false);
    CHECK(shown(list) == Rows{"1- 1", "2+ 2", "1 3"});
    list.setExpanded(0, false);
    CHECK(shown(list) == Rows{"1+ 1", "1 3"});
    list.setExpanded(0, true);
    CHECK(shown(list) == Rows{"1- 1", "2+ 2", "1 3"});
}

TEST_CASE("regions that are filed under each other are listed once") {
    Labeling work(kConfig, listed({box("a", "Car", R"(,"parentID":"b")"),
                                   box("b", "Car", R"(,"parentID":"a")"),
                                   box("c", "Car", R"(,"parentID":"c")")}));
    RegionList list(work.editor.regions());
    CHECK(shown(list) == Rows{"1- 1", "2 2", "1 3"});
}

TEST_CASE(
    "regions are grouped by label in the order of the config, and by the kind of their shapes") {
    Labeling work(kConfig, listed({box("a", ""), round("b"), box("c", "Van"), box("d", "Car"),
                                   box("e", "Van"), box("f", "Odd")}));
    RegionList list(work.editor.regions());
    list.set({.grouping = Grouping::Label});
    CHECK(shown(list) == Rows{"1- Car", "2 4", "1- Van", "2 3", "2 5", "1- Wheel", "2 2", "1- Odd",
                              "2 6", "1- ", "2 1"});
    list.setExpanded(2, false);
    CHECK(list.rows()[2].isExpanded == false);
    CHECK(list.rows().size() == 9);
    list.set({.grouping = Grouping::Type, .direction = ListDirection::Down});
    CHECK(shown(list) ==
          Rows{"1- rectangle", "2 6", "2 5", "2 4", "2 3", "2 1", "1- ellipse", "2 2"});
}

TEST_CASE("regions are ordered and filtered by their scores") {
    Labeling work(kConfig,
                  listed({box("a", "Car", R"(,"score":0.5)"), box("b", "Car"),
                          box("c", "Car", R"(,"score":0.9)"), box("d", "Car", R"(,"score":0.1)")}));
    RegionList list(work.editor.regions());
    CHECK(list.hasScores());
    list.set({.ordering = Ordering::Score});
    CHECK(shown(list) == Rows{"1 4", "1 1", "1 3", "1 2"});
    list.set({.ordering = Ordering::Score, .direction = ListDirection::Down, .leastScore = "0.5"});
    CHECK(shown(list) == Rows{"1 3", "1 1"});
    list.set({.leastScore = "much"});
    CHECK(list.shownCount() == 4);
}

TEST_CASE("what is looked for is found in labels, notes, ids and numbers") {
    Labeling work(kConfig, listed({box("aa", "Car"), round("bb"),
                                   box("cc", "Van", R"(,"meta":{"text":["Under the TREE"]})")}));
    RegionList list(work.editor.regions());
    const auto found = [&list](std::string text) {
        list.set({.search = std::move(text)});
        return shown(list);
    };
    CHECK(found("WHEEL") == Rows{"1 2"});
    CHECK(found("tree") == Rows{"1 3"});
    CHECK(found("aa") == Rows{"1 1"});
    CHECK(found("2") == Rows{"1 2"});
    CHECK(found("bus").empty());
    CHECK(list.cursor() == std::nullopt);
}

TEST_CASE("keys move through the list, select ranges, and open and close") {
    Labeling work(kConfig,
                  listed({box("a", "Car"), box("b", "Van"), box("c", "Car"), box("d", "Car")}));
    RegionList list(work.editor.regions());
    const auto press = [&list](std::string_view key, bool shift = false, bool control = false) {
        return list.pressKey({.key = key, .control = control, .shift = shift}, 3);
    };
    CHECK(press("arrowdown"));
    CHECK(selected(work) == Numbers{1});
    CHECK(press("arrowdown"));
    CHECK(press("arrowdown", true));
    CHECK(selected(work) == Numbers{2, 3});
    CHECK(press("arrowup", true));
    CHECK(press("arrowup", true));
    CHECK(selected(work) == Numbers{1, 2});
    CHECK(press("end"));
    CHECK(selected(work) == Numbers{4});
    CHECK(press("pageup"));
    CHECK(selected(work) == Numbers{2});
    CHECK(press("a", false, true));
    CHECK(selected(work) == Numbers{1, 2, 3, 4});
    CHECK(press(" "));
    CHECK(selected(work) == Numbers{1, 3, 4});
    CHECK_FALSE(press("x"));
    CHECK_FALSE(press("arrowdown", false, true));

    list.set({.grouping = Grouping::Label});
    CHECK(press("home"));
    CHECK(press("arrowleft"));
    CHECK(shown(list) == Rows{"1+ Car", "1- Van", "2 2"});
    CHECK(press("arrowright"));
    CHECK(press("arrowright"));
    CHECK(selected(work) == Numbers{1});
    CHECK(press("arrowleft"));
    CHECK(list.cursor() == 0);
    CHECK(press(" ")); // all of the group
    CHECK(selected(work) == Numbers{1, 3, 4});
}

TEST_CASE("presses on the list select one, toggle, or select all from where it began") {
    Labeling work(kConfig,
                  listed({box("a", "Car"), box("b", "Van"), box("c", "Car"), box("d", "Car")}));
    RegionList list(work.editor.regions());
    list.press(1, RegionList::Press::Only);
    list.press(3, RegionList::Press::Range);
    CHECK(selected(work) == Numbers{2, 3, 4});
    list.press(0, RegionList::Press::Range);
    CHECK(selected(work) == Numbers{1, 2});
    list.press(3, RegionList::Press::Toggle);
    CHECK(selected(work) == Numbers{1, 2, 4});
    list.press(0, RegionList::Press::Toggle);
    CHECK(selected(work) == Numbers{2, 4});
    CHECK_FALSE(list.followSelection()); // it was selected here
    work.click({50, 50});
    work.editor.regions().select({annotation::AreaHandle{2}});
    CHECK(list.followSelection());
    CHECK(list.cursor() == 2);
}

TEST_CASE("the row of the keyboard stays with its region when others come and go") {
    Labeling work(kConfig, listed({box("a", "Car"), box("b", "Van"), box("c", "Car")}));
    RegionList list(work.editor.regions());
    list.press(2, RegionList::Press::Only);
    work.editor.regions().remove(std::vector{annotation::AreaHandle{0}});
    CHECK(list.cursor() == 1);
    work.editor.regions().remove(std::vector{annotation::AreaHandle{2}});
    CHECK(list.cursor() == 0);
}

TEST_CASE("a hundred thousand regions are listed, grouped and searched") {
    constexpr int kMany = 100'000;
    std::string results = "[";
    for (int index = 0; index < kMany; ++index) {
        results +=
            (index > 0 ? "," : "") + box(std::format("r{}", index), index % 2 == 0 ? "Car" : "Van",
                                         std::format(R"(,"score":{})", 0.00001 * (index % 1000)));
    }
    Labeling work(kConfig, results + "]");
    RegionList list(work.editor.regions());
    CHECK(list.rows().size() == kMany);
    list.set({.grouping = Grouping::Label, .ordering = Ordering::Score});
    CHECK(list.rows().size() == kMany + 2);
    list.set({.search = "van"});
    CHECK(list.rows().size() == kMany / 2);
}
