// Items of a Taxonomy that stand at an address: what is asked for, and what becomes of the answers.

#include "core/config/answers.h"
#include "editor/answer_tree.h"
#include "editor/labeling.h"

#include <doctest/doctest.h>

#include <format>
#include <string>
#include <string_view>
#include <vector>

using namespace cartouche;
using annotation::Path;
using editor::AnswerTree;
using editor::FetchedItems;
using tests::Labeling;
using Places = std::vector<FetchedItems::Place>;

namespace {

constexpr std::string_view kConfig = R"(<View><Text name="text" value="$text"/>
  <Taxonomy name="tax" toName="text" apiUrl="https://a.example/items"/></View>)";

constexpr std::string_view kRoots =
    R"({"items":[{"value":"Animals","alias":"a","isLeaf":false,"hint":"they move","color":"red"},)"
    R"({"value":"Stones"},{"value":"Plants","isLeaf":false,"children":[{"value":"Oak","isLeaf":true}]}]})";

struct Fetching : Labeling {
    explicit Fetching(std::string_view config = kConfig, std::string_view results = "[]")
        : Labeling(config, results, R"({"text":"words"})") {}

    FetchedItems::Place at(Path path) const { return {"https://a.example/items", std::move(path)}; }
    const config::TaxonomyControl& taxonomy() const {
        return editor.interface().taxonomies().front();
    }
    Places needed() { return editor.fetchedItems().takeNeeded(); }
};

std::vector<std::string> namesOf(const AnswerTree& tree) {
    std::vector<std::string> names;
    for (const std::size_t node : tree.rows()) {
        names.push_back(tree.answer(node).display);
    }
    return names;
}

} // namespace

TEST_CASE("items at an address are needed from the start, once, and those within an item when it "
          "is opened") {
    Fetching work;
    CHECK(work.needed() == Places{work.at({})});
    work.editor.needItems(work.taxonomy(), {});
    CHECK(work.needed().empty()); // it is on its way
    work.editor.setItems(work.at({}), std::string(kRoots), "");
    REQUIRE(work.taxonomy().items.size() == 3);
    const config::Choice& animals = work.taxonomy().items.front();
    CHECK(animals.stored == "a");
    CHECK(animals.hint == "they move");
    CHECK(animals.color == "red");
    CHECK(animals.isUnfetched);
    CHECK_FALSE(work.taxonomy().items[1].isUnfetched);
    CHECK_FALSE(work.taxonomy().items[2].isUnfetched); // its children came along
    work.editor.needItems(work.taxonomy(), {"a"});
    CHECK(work.needed() == Places{work.at({"a"})});
    work.editor.setItems(work.at({"a"}), R"([{"value":"Cat"},{"value":"Cat"}])", "");
    CHECK(&work.taxonomy().items.front() == &animals);
    CHECK(animals.children.size() == 2); // what an address answers is not tidied up
    CHECK_FALSE(animals.isUnfetched);
    work.editor.needItems(work.taxonomy(), {"a"});
    CHECK(work.needed().empty());
    CHECK(work.problems().empty());
}

TEST_CASE("what cannot be fetched or read is reported, and asked for once more") {
    Fetching work;
    work.needed();
    work.editor.setItems(work.at({}), std::nullopt, "The server is away.");
    CHECK(work.problems() == std::vector<std::string>{"The server is away."});
    CHECK(work.editor.fetchedItems().problemOf(work.at({})) == "The server is away.");
    CHECK(work.editor.fetchedItems().failures("https://a.example/items") == Places{work.at({})});
    work.editor.needItems(work.taxonomy(), {});
    CHECK(work.needed() == Places{work.at({})});
    for (const auto& [text, fault] : std::vector<std::pair<std::string, std::string>>{
             {"<html>", "it is no JSON"},
             {R"({"item":[]})",
              "it must be a list of items, or an object with such a list as its member \"items\""},
             {"3", "it must be a list of items, or an object with such a list as its member "
                   "\"items\""}}) {
        work.editor.setItems(work.at({}), text, "");
        CHECK(work.problems() == std::vector<std::string>{std::format(
                                     "What stands at the address of the items (apiUrl) cannot be "
                                     "read: {}. Check what the server sends.",
                                     fault)});
        work.editor.needItems(work.taxonomy(), {});
    }
    work.editor.setItems(work.at({}), std::string(kRoots), "");
    CHECK(work.problems().empty());
    CHECK(work.taxonomy().items.size() == 3);
}

TEST_CASE("answers that nobody waits for change nothing, and two controls share one") {
    Fetching work(R"(<View><Text name="text" value="$text"/>
      <Taxonomy name="one" toName="text" apiUrl="https://a.example/items"/>
      <Taxonomy name="two" toName="text" apiUrl="https://a.example/items"><Choice value="not this"/></Taxonomy>
      <Taxonomy name="old" toName="text" apiUrl="https://a.example/items" legacy="true"><Choice value="this"/></Taxonomy></View>)");
    CHECK(work.needed().size() == 1);
    work.editor.setItems({"https://b.example", {}}, std::string(kRoots), "");
    work.editor.setItems(work.at({"a"}), std::string(kRoots), "");
    for (const auto& taxonomy : work.editor.interface().taxonomies()) {
        CHECK(taxonomy.items.size() == (taxonomy.name == "old" ? 1 : 0));
    }
    work.editor.setItems(work.at({}), std::string(kRoots), "");
    for (const auto& taxonomy : work.editor.interface().taxonomies()) {
        CHECK(taxonomy.items.size() == (taxonomy.name == "old" ? 1 : 3));
    }
}

TEST_CASE("hostile answers are read as far as they are items") {
    const auto items = config::readFetchedItems(
        R"([null,1,"x",{"value":7,"children":{}},{"isLeaf":"false"},{"value":null,"isLeaf":false,"children":null},[]])");
    REQUIRE(items);
    REQUIRE(items->size() == 3);
    CHECK((*items)[0].stored == "7");
    CHECK_FALSE((*items)[0].isUnfetched);
    CHECK_FALSE((*items)[1].isUnfetched);
    CHECK((*items)[2].isUnfetched);
    CHECK_FALSE(config::readFetchedItems(""));
    CHECK(config::readFetchedItems("[]")->empty());
}

TEST_CASE("a tree that gets more stays as it was opened, and keeps its place") {
    Fetching work;
    work.editor.setItems(work.at({}), std::string(kRoots), "");
    AnswerTree tree(work.taxonomy().items);
    CHECK(namesOf(tree) == std::vector<std::string>{"Animals", "Stones", "Plants"});
    CHECK(tree.hasChildren(0));
    tree.setOpen(2, true);
    tree.setCursor(2);                // Plants
    CHECK(tree.takeWanted().empty()); // what it holds is there
    tree.setOpen(0, true);
    CHECK(tree.takeWanted() == std::vector<std::size_t>{0});
    CHECK(tree.takeWanted().empty());
    work.editor.needItems(work.taxonomy(), tree.path(0));
    work.editor.setItems(work.at({"a"}), R"([{"value":"Cat","isLeaf":false}])", "");
    tree.renew(work.taxonomy().items);
    CHECK(namesOf(tree) == std::vector<std::string>{"Animals", "Cat", "Stones", "Plants", "Oak"});
    CHECK(tree.cursor() == 3);
    tree.search("cat");
    CHECK(namesOf(tree) == std::vector<std::string>{"Animals", "Cat"});
    CHECK_FALSE(tree.isOpen(1));
    tree.setOpen(1, true); // also while it is searched
    CHECK(tree.takeWanted() == std::vector<std::size_t>{1});
}

TEST_CASE("an answer that is not in the tree yet counts, and is kept") {
    Fetching work(
        R"(<View><Text name="text" value="$text"/>
      <Taxonomy name="tax" toName="text" required="true" apiUrl="https://a.example/items"/></View>)",
        R"([{"id":"r","type":"taxonomy","from_name":"tax","to_name":"text","value":{"taxonomy":[["a","Cat","Tabby"]]}}])");
    CHECK(work.editor.execute(editor::CommandId::Submit));
    work.editor.setItems(work.at({}), std::string(kRoots), "");
    CHECK(work.results()[0]["value"]["taxonomy"] == json::Json::parse(R"([["a","Cat","Tabby"]])"));
}

TEST_CASE("another task asks anew") {
    Fetching work;
    work.needed();
    work.editor.load(kConfig, json::checkJson(R"({"data":{"text":"other"}})").value(), {});
    CHECK(work.needed() == Places{work.at({})});
}
