#include "editor/chosen_answers.h"
#include "editor/labeling.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

using namespace cartouche;
using annotation::Path;
using editor::AnswerTree;
using editor::Chosen;
using editor::CommandId;
using json::Json;
using tests::Labeling;

namespace {

constexpr std::string_view kAnimals = R"(<Choice value="Animal"><Choice value="Cat" alias="c">
    <Choice value="Tabby"/><Choice value="Siamese"/></Choice><Choice value="Dog"/></Choice>
  <Choice value="Plant"><Choice value="Tree"/></Choice><Choice value="Stone"/>)";

struct Tree : Labeling {
    explicit Tree(std::string_view attributes, std::string_view kind = "Taxonomy",
                  std::string_view annotations = "[]")
        : Labeling("<View><Image name=\"image\" value=\"$image\"/><" + std::string(kind) +
                       " name=\"t\" toName=\"image\" " + std::string(attributes) + ">" +
                       std::string(kAnimals) + "</" + std::string(kind) + "></View>",
                   annotations) {}

    const std::vector<config::Choice>& answers() const {
        return editor.interface().taxonomies().empty()
                   ? editor.interface().choices().front().choices
                   : editor.interface().taxonomies().front().items;
    }
    std::vector<std::string> names(const AnswerTree& tree) const {
        std::vector<std::string> names;
        for (const std::size_t node : tree.rows()) {
            names.push_back(tree.answer(node).display);
        }
        return names;
    }
    void toggle(const AnswerTree& tree, std::size_t node) {
        editor.toggleChoice(editor.interface().choices().front(), tree.answer(node));
    }
    Json value() const {
        const Json all = results();
        return all.empty() ? Json() : all.back()["value"];
    }
};

editor::KeyPress key(std::string_view name) {
    editor::KeyPress press;
    press.key = name;
    return press;
}

using Names = std::vector<std::string>;

} // namespace

TEST_CASE("a tree of answers opens, closes and is walked by keys") {
    const Tree taxonomy("");
    AnswerTree tree(taxonomy.answers());
    CHECK(tree.size() == 8);
    CHECK(taxonomy.names(tree) == Names{"Animal", "Plant", "Stone"});
    CHECK(tree.pressKey(key("arrowright"), 8)); // opens
    CHECK(taxonomy.names(tree) == Names{"Animal", "Cat", "Dog", "Plant", "Stone"});
    CHECK(tree.pressKey(key("arrowright"), 8)); // goes inside
    CHECK(tree.cursor() == 1);
    CHECK(tree.pressKey(key("arrowright"), 8));
    CHECK(taxonomy.names(tree) ==
          Names{"Animal", "Cat", "Tabby", "Siamese", "Dog", "Plant", "Stone"});
    CHECK(tree.pressKey(key("end"), 8));
    CHECK(tree.cursor() == 6);
    CHECK(tree.pressKey(key("pageup"), 4));
    CHECK(tree.cursor() == 3);
    CHECK(tree.pressKey(key("arrowleft"), 8)); // to what holds it
    CHECK(tree.cursor() == 1);
    CHECK(tree.pressKey(key("arrowleft"), 8)); // closes
    CHECK(tree.pressKey(key("home"), 8));
    CHECK(tree.pressKey(key("arrowleft"), 8));
    CHECK(taxonomy.names(tree) == Names{"Animal", "Plant", "Stone"});
    CHECK_FALSE(tree.pressKey(key("x"), 8));
}

TEST_CASE("a search shows what is found and what holds it, in any case") {
    const Tree taxonomy("");
    AnswerTree tree(taxonomy.answers());
    tree.search("sIaM");
    CHECK(taxonomy.names(tree) == Names{"Animal", "Cat", "Siamese"});
    tree.search("tr");
    CHECK(taxonomy.names(tree) == Names{"Plant", "Tree"});
    tree.search("nothing of this");
    CHECK(tree.rows().empty());
    CHECK_FALSE(tree.pressKey(key("arrowdown"), 8));
    tree.search("");
    CHECK(taxonomy.names(tree) == Names{"Animal", "Plant", "Stone"});
}

TEST_CASE("paths are what is stored, names what is shown") {
    const Tree taxonomy("");
    const AnswerTree tree(taxonomy.answers());
    const Path tabby{"Animal", "c", "Tabby"};
    const auto node = tree.find(tabby);
    REQUIRE(node.has_value());
    CHECK(tree.path(*node) == tabby);
    CHECK(tree.fullName(*node, " / ") == "Animal / Cat / Tabby");
    CHECK_FALSE(tree.find(Path{"Animal", "Cat"}).has_value()); // its alias is stored
    CHECK_FALSE(tree.find(Path{}).has_value());
    CHECK_FALSE(tree.find(Path{"Stone", "Tabby"}).has_value());
}

TEST_CASE("items of a taxonomy are chosen each by itself, up to the most that may be") {
    const Tree taxonomy(R"(leafsOnly="true" maxUsages="2")");
    const AnswerTree tree(taxonomy.answers());
    const auto rules = editor::taxonomyRules(*taxonomy.editor.interface().taxonomies().front().tag);
    std::vector<Path> paths;
    CHECK_FALSE(editor::canToggle(tree, rules, paths, 0)); // it holds others
    paths = editor::toggled(tree, paths, 4);
    paths = editor::toggled(tree, paths, 2);
    CHECK(paths == std::vector<Path>{{"Animal", "Dog"}, {"Animal", "c", "Tabby"}});
    CHECK_FALSE(editor::canToggle(tree, rules, paths, 7));
    CHECK(editor::canToggle(tree, rules, paths, 2)); // to take it back
    const auto chosen = editor::chosenOf(tree, paths);
    CHECK(chosen[0] == Chosen::Partly);
    CHECK(chosen[1] == Chosen::Partly);
    CHECK(chosen[2] == Chosen::Yes);
    CHECK(chosen[3] == Chosen::Not);
    CHECK(editor::toggled(tree, paths, 4) == std::vector<Path>{{"Animal", "c", "Tabby"}});
}

TEST_CASE("a nested choice is chosen with all that it holds, and with all of that chosen") {
    Tree choices(R"(allowNested="true" choice="multiple")", "Choices");
    const AnswerTree tree(choices.answers());
    choices.toggle(tree, 1);
    CHECK(choices.value()["choices"] ==
          Json::parse(R"([["Animal","c"],["Animal","c","Tabby"],["Animal","c","Siamese"]])"));
    choices.toggle(tree, 4); // with it all animals are
    CHECK(choices.value()["choices"].size() == 5);
    choices.toggle(tree, 2);
    CHECK(choices.value()["choices"] ==
          Json::parse(R"([["Animal","c","Siamese"],["Animal","Dog"]])"));
    CHECK(choices.editor.execute(CommandId::Undo));
    CHECK(choices.value()["choices"].size() == 5);
    choices.toggle(tree, 0);
    CHECK(choices.results().empty());
}

TEST_CASE("of nested choices of which one can be chosen, another takes its place") {
    Tree choices(R"(allowNested="true")", "Choices");
    const AnswerTree tree(choices.answers());
    choices.toggle(tree, 2);
    choices.toggle(tree, 7);
    CHECK(choices.value()["choices"] == Json::parse(R"([["Stone"]])"));
    choices.toggle(tree, 7);
    CHECK(choices.results().empty());
}

TEST_CASE("answers that the config does not have stay until they are taken back") {
    Tree choices(
        R"(allowNested="true" choice="multiple")", "Choices",
        R"([{"id":"r","type":"choices","from_name":"t","to_name":"image","value":{"choices":[["Animal","Unicorn"],["Stone"]]}}])");
    const AnswerTree tree(choices.answers());
    choices.toggle(tree, 6);
    CHECK(choices.value()["choices"] ==
          Json::parse(R"([["Animal","Unicorn"],["Plant"],["Plant","Tree"],["Stone"]])"));
    choices.editor.dropChoice(choices.editor.interface().choices().front(), {"Animal", "Unicorn"});
    CHECK(choices.value()["choices"] == Json::parse(R"([["Plant"],["Plant","Tree"],["Stone"]])"));
}

TEST_CASE("a taxonomy that is required, or has too much, refuses a submit") {
    Tree taxonomy(R"(required="true" maxUsages="1")");
    taxonomy.editor.execute(CommandId::Submit);
    REQUIRE(taxonomy.problems().size() == 1);
    CHECK(taxonomy.problems().front().contains("Taxonomy \"t\" is required."));
    Tree full(
        R"(maxUsages="1")", "Taxonomy",
        R"([{"id":"r","type":"taxonomy","from_name":"t","to_name":"image","value":{"taxonomy":[["Stone"],["Plant"]]}}])");
    full.editor.execute(CommandId::Submit);
    REQUIRE(full.problems().size() == 1);
    CHECK(full.problems().front().contains("options selected (2) exceed the maximum allowed (1)"));
}
