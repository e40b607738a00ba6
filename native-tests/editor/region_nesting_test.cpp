// Regions that are filed under others, in the document and in their list.

#include "editor/labeling.h"
#include "editor/region_list.h"

#include <doctest/doctest.h>

#include <format>
#include <optional>
#include <string>
#include <vector>

using namespace cartouche;
using annotation::AreaHandle;
using editor::CommandId;
using editor::ListDirection;
using editor::Ordering;
using editor::RegionList;
using tests::Labeling;

namespace {

constexpr std::string_view kConfig = R"(<View>
  <Image name="image" value="$image"/>
  <RectangleLabels name="label" toName="image" groupDepth="2">
    <Label value="Car"/><Label value="Shelf" groupCanContain="Box, Jar"/>
    <Label value="Box" alias="b"/><Label value="Jar"/></RectangleLabels>
</View>)";

std::string box(std::string_view id, std::string_view label, std::string_view more = "") {
    return std::format(
        R"({{"id":"{}","type":"rectanglelabels","from_name":"label","to_name":"image",)"
        R"("value":{{"x":1,"y":1,"width":5,"height":5,"rotation":0,"rectanglelabels":["{}"]}}{}}})",
        id, label, more);
}

std::string under(std::string_view parent) {
    return std::format(R"(,"parentID":"{}")", parent);
}

std::string listed(std::initializer_list<std::string> results) {
    std::string text;
    for (const std::string& result : results) {
        text += (text.empty() ? "[" : ",") + result;
    }
    return text + "]";
}

/// By the places of regions in the results, from 1; 0: the top.
struct Nesting {
    explicit Nesting(std::initializer_list<std::string> results)
        : work(kConfig, listed(results)), list(work.editor.regions()) {}

    static std::optional<AreaHandle> handle(std::uint32_t number) {
        return number == 0 ? std::nullopt : std::optional(AreaHandle{number - 1});
    }
    bool canNest(std::vector<std::uint32_t> numbers, std::uint32_t holder) const {
        return work.editor.regions().canNest(handles(numbers), handle(holder));
    }
    void nest(std::vector<std::uint32_t> numbers, std::uint32_t holder) {
        list.nest(handles(numbers), handle(holder));
    }
    void select(std::vector<std::uint32_t> numbers) {
        work.editor.regions().select(handles(numbers));
    }
    static std::vector<AreaHandle> handles(const std::vector<std::uint32_t>& numbers) {
        std::vector<AreaHandle> regions;
        for (const std::uint32_t number : numbers) {
            regions.push_back({number - 1});
        }
        return regions;
    }
    /// The parents of all regions: "" at the top.
    std::vector<std::string> parents() const {
        std::vector<std::string> texts;
        for (const json::Json& result : work.results()) {
            texts.push_back(result.value("parentID", ""));
        }
        return texts;
    }
    std::vector<std::string> rows() {
        std::vector<std::string> texts;
        for (const editor::ListRow& row : list.rows()) {
            texts.push_back(std::format("{} {}", row.level, row.number));
        }
        return texts;
    }

    Labeling work;
    RegionList list;
};

using Texts = std::vector<std::string>;

} // namespace

TEST_CASE("a region is filed under another, as results say it, and undone as one step") {
    Nesting tree({box("a", "Car"), box("c", "Car"), box("d", "Car")});
    tree.nest({2, 3}, 1);
    CHECK(tree.parents() == Texts{"", "a", "a"});
    CHECK(tree.rows() == Texts{"1 1", "2 2", "2 3"});
    CHECK(tree.work.editor.execute(CommandId::Undo));
    CHECK(tree.parents() == Texts{"", "", ""});
    CHECK(tree.work.editor.execute(CommandId::Redo));
    tree.nest({2}, 0);
    CHECK(tree.parents() == Texts{"", "", "a"});
    CHECK_FALSE(tree.work.results()[1].contains("parentID"));
}

TEST_CASE("regions are not filed under themselves, nor where they stand already") {
    Nesting tree({box("a", "Car"), box("c", "Car", under("a")), box("d", "Car", under("nowhere"))});
    CHECK_FALSE(tree.canNest({1}, 1));
    CHECK_FALSE(tree.canNest({1}, 2));
    CHECK_FALSE(tree.canNest({2}, 1));
    CHECK_FALSE(tree.canNest({3}, 0));
    CHECK(tree.canNest({3}, 1));
    CHECK(tree.canNest({1, 2}, 3)); // the second comes along
    tree.nest({1}, 2);
    CHECK(tree.parents() == Texts{"", "a", "nowhere"});
    tree.nest({1, 2}, 3);
    CHECK(tree.parents() == Texts{"d", "a", "nowhere"});
}

TEST_CASE("regions that were filed under each other can be taken out") {
    Nesting tree({box("a", "Car", under("c")), box("c", "Car", under("a"))});
    CHECK_FALSE(tree.canNest({1}, 2));
    tree.nest({1}, 0);
    CHECK(tree.parents() == Texts{"", "a"});
    CHECK(tree.rows() == Texts{"1 1", "2 2"});
}

TEST_CASE("labels say what a region may hold, and how deep") {
    Nesting tree({box("s", "Shelf"), box("b", "b"), box("j", "Jar"), box("c", "Car"),
                  box("d", "Car", under("c")), box("e", "Car"), box("f", "Car", under("e"))});
    CHECK(tree.canNest({2}, 1));
    CHECK(tree.canNest({3}, 1));
    CHECK_FALSE(tree.canNest({4}, 1));
    CHECK_FALSE(tree.canNest({2, 4}, 1));
    CHECK(tree.canNest({1}, 4)); // what is held is free to be anywhere
    CHECK(tree.canNest({6}, 4));
    CHECK_FALSE(tree.canNest({6}, 5)); // with what it holds, three levels below the first
    tree.nest({7}, 0);
    CHECK(tree.canNest({6}, 5));
}

TEST_CASE("regions that are locked or read-only stay where they are") {
    Nesting tree({box("a", "Car"), box("c", "Car", R"(,"readonly":true)"), box("d", "Car")});
    CHECK_FALSE(tree.canNest({2}, 1));
    CHECK(tree.canNest({3}, 2));
    tree.work.editor.regions().setLocked(Nesting::handles({3}), true);
    CHECK_FALSE(tree.canNest({3}, 2));
}

TEST_CASE("keys and commands file what is selected under the region above, and take it out") {
    Nesting tree({box("a", "Car"), box("c", "Car"), box("d", "Car"), box("e", "Car")});
    const auto press = [&tree](std::string_view key) {
        return tree.list.pressKey({.key = key, .control = true}, 5);
    };
    tree.select({1});
    CHECK(press("arrowright"));
    CHECK(tree.parents() == Texts{"", "", "", ""}); // nothing stands above
    tree.select({2, 3});
    CHECK(press("arrowright"));
    CHECK(tree.parents() == Texts{"", "a", "a", ""});
    tree.select({3});
    CHECK(tree.list.nestSelected());
    CHECK(tree.parents() == Texts{"", "a", "c", ""});
    CHECK_FALSE(tree.list.nestSelected()); // it is the only one there
    CHECK(tree.work.editor.execute(CommandId::UnnestRegions));
    CHECK(tree.parents() == Texts{"", "a", "a", ""});
    tree.select({2, 3});
    CHECK(press("arrowleft"));
    CHECK(tree.parents() == Texts{"", "", "", ""});
    CHECK_FALSE(tree.work.editor.canExecute(CommandId::UnnestRegions));
    CHECK(tree.work.editor.execute(CommandId::Undo));
    CHECK(tree.parents() == Texts{"", "a", "a", ""});
}

TEST_CASE("what is filed under a closed region opens it") {
    Nesting tree({box("a", "Car"), box("c", "Car", under("a")), box("d", "Car")});
    tree.list.setExpanded(0, false);
    CHECK(tree.rows() == Texts{"1 1", "1 3"});
    tree.nest({3}, 1);
    CHECK(tree.rows() == Texts{"1 1", "2 2", "2 3"});
}

TEST_CASE("the list says where regions would land") {
    Nesting tree({box("a", "Car"), box("c", "Car", under("a")), box("d", "Car"),
                  box("e", "Car", under("a")), box("f", "Car")});
    CHECK(tree.rows() == Texts{"1 1", "2 2", "2 4", "1 3", "1 5"});
    const auto landing = [&tree](std::vector<std::uint32_t> numbers, std::uint32_t holder) {
        const auto found = tree.list.landingOf(Nesting::handles(numbers), Nesting::handle(holder));
        return found ? std::format("{} at {}", found->row, found->level) : std::string("nowhere");
    };
    CHECK(landing({3}, 1) == "2 at 2"); // between the second and the fourth
    CHECK(landing({5}, 1) == "3 at 2");
    CHECK(landing({2}, 0) == "3 at 1");
    CHECK(landing({4}, 0) == "4 at 1");
    CHECK(landing({4}, 3) == "4 at 2");
    CHECK(landing({1}, 2) == "nowhere");
    tree.list.set({.direction = ListDirection::Down});
    CHECK(tree.rows() == Texts{"1 5", "1 3", "1 1", "2 4", "2 2"});
    CHECK(landing({4}, 0) == "1 at 1");
    tree.list.set({.search = "car"});
    CHECK(landing({4}, 0) == "nowhere"); // what is found stands by itself
}

TEST_CASE("between two rows, a level says what would hold a region") {
    Nesting tree({box("a", "Car"), box("c", "Car", under("a")), box("d", "Car", under("c")),
                  box("e", "Car")});
    CHECK(tree.rows() == Texts{"1 1", "2 2", "3 3", "1 4"});
    const auto holder = [&tree](std::size_t row, int level) {
        const auto found = tree.list.holderBefore(row, level);
        return found ? found->index + 1 : 0;
    };
    CHECK(holder(0, 1) == 0);
    CHECK(holder(0, 3) == 0);
    CHECK(holder(1, 1) == 1); // between a region and what it holds there is one level
    CHECK(holder(3, 3) == 2);
    CHECK(holder(3, 2) == 1);
    CHECK(holder(3, 1) == 0);
    CHECK(holder(4, 5) == 0);
}

TEST_CASE("a hundred thousand regions are filed, and where they would land is found at once") {
    constexpr int kMany = 100'000;
    std::string results = "[";
    for (int index = 0; index < kMany; ++index) {
        results += (index > 0 ? "," : "") + box(std::format("r{}", index), "Jar");
    }
    Labeling work(
        R"(<View><Image name="image" value="$image"/><RectangleLabels name="label" toName="image"><Label value="Jar"/></RectangleLabels></View>)",
        results + "]");
    RegionList list(work.editor.regions());
    std::vector<AreaHandle> all(work.editor.regions().list());
    all.erase(all.begin());
    const auto landing = list.landingOf(all, AreaHandle{0});
    REQUIRE(landing.has_value());
    CHECK(landing->row == 1);
    list.nest(all, AreaHandle{0});
    CHECK(list.rows().size() == kMany);
    CHECK(list.rows().back().level == 2);
}
