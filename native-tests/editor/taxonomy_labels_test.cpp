// A Taxonomy with `labeling`: its items are given to regions of a text, as labels are.

#include "editor/labeling.h"
#include "editor/list_order.h"
#include "editor/offered_labels.h"
#include "editor/region_style.h"
#include "editor/region_text.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

using namespace cartouche;
using annotation::Path;
using editor::CommandId;
using editor::TextWorkspace;
using json::Json;
using tests::Labeling;
using Paths = std::vector<Path>;

namespace {

constexpr std::string_view kItems = R"(<Choice value="Archaea" color="#112233"/>
  <Choice value="Bacteria"><Choice value="Proteobacteria" alias="Proteo" color="red"/><Choice value="Firmicutes"/></Choice>)";

constexpr std::string_view kKept =
    R"([{"value":{"start":0,"end":4,"text":"Seas","taxonomy":[["Archaea"],["Bacteria","Proteo"]]},"id":"x1",)"
    R"("from_name":"tax","to_name":"text","type":"taxonomy","origin":"manual"}])";

std::string configWith(std::string_view attributes, std::string_view object = "Text") {
    return std::format(
        R"(<View><Taxonomy name="tax" toName="text" labeling="true" {}>{}</Taxonomy><{} name="text" value="$text"/></View>)",
        attributes, kItems, object);
}

struct Oceans : Labeling {
    explicit Oceans(std::string_view attributes = "", std::string_view results = "[]")
        : Oceans(configWith(attributes), results, 0) {}
    Oceans(std::string config, std::string_view results, int)
        : Labeling(config, results, R"({"text":"Seas and lakes"})") {}

    const config::TaxonomyControl& taxonomy() const {
        return editor.interface().taxonomies().front();
    }
    void pick(Path item) { editor.pressLabel({taxonomy(), std::move(item)}); }
    TextWorkspace::Outcome select(std::size_t start, std::size_t end) {
        TextWorkspace::Selection selection;
        selection.fill({start, end});
        return editor.texts().front()->select(selection, TextWorkspace::Intent::Mark);
    }
    void selectRegion(std::size_t index) {
        editor.regions().select({editor.regions().list().at(index)});
    }
    const annotation::Area& area(std::size_t index) const {
        return *editor.document().areas().find(editor.regions().list().at(index));
    }
    /// What each region has.
    std::vector<Json> items() const {
        std::vector<Json> all;
        for (const Json& result : results()) {
            all.push_back(result["value"]["taxonomy"]);
        }
        return all;
    }
    Paths active() const { return editor.regions().activeItems(*taxonomy().tag); }
};

Json parsed(std::string_view text) {
    return Json::parse(text);
}

} // namespace

TEST_CASE("an item that is chosen for a waiting selection makes a region of the shape of the "
          "specification") {
    Oceans work;
    CHECK(work.select(0, 4) == TextWorkspace::Outcome::Kept);
    work.pick({"Bacteria", "Proteo"});
    CHECK(
        json::writeJson(work.results()) ==
        R"([{"value":{"start":0,"end":4,"text":"Seas","taxonomy":[["Bacteria","Proteo"]]},"id":"id2",)"
        R"("from_name":"tax","to_name":"text","type":"taxonomy","origin":"manual"}])");
    CHECK_FALSE(work.editor.regions().isAnyArmed()); // as a label is for one region
}

TEST_CASE("items in hand, of which there can be several, are given to what is selected next") {
    Oceans work;
    work.pick({"Archaea"});
    work.pick({"Bacteria", "Firmicutes"});
    CHECK(work.active() == Paths{{"Archaea"}, {"Bacteria", "Firmicutes"}});
    work.pick({"Archaea"});
    work.pick({"Archaea"});
    CHECK(work.active() == Paths{{"Bacteria", "Firmicutes"}, {"Archaea"}});
    CHECK(work.select(9, 14) == TextWorkspace::Outcome::Done);
    CHECK(work.items() == std::vector{parsed(R"([["Bacteria","Firmicutes"],["Archaea"]])")});
    CHECK(work.active().empty());
    work.editor.execute(CommandId::Undo);
    CHECK(work.results().empty());
    work.editor.execute(CommandId::Redo);
    CHECK(work.results().size() == 1);
}

TEST_CASE("regions that are selected are given an item, or lose it, but never the last one") {
    Oceans work("", kKept);
    work.selectRegion(0);
    CHECK(work.active() == Paths{{"Archaea"}, {"Bacteria", "Proteo"}});
    work.pick({"Archaea"});
    CHECK(work.items() == std::vector{parsed(R"([["Bacteria","Proteo"]])")});
    work.pick({"Bacteria", "Proteo"});
    CHECK(work.items() == std::vector{parsed(R"([["Bacteria","Proteo"]])")});
    work.pick({"Bacteria"});
    CHECK(work.items() == std::vector{parsed(R"([["Bacteria","Proteo"],["Bacteria"]])")});
    work.editor.execute(CommandId::Undo);
    work.editor.execute(CommandId::Undo);
    CHECK(json::writeJson(work.results()) == kKept);
}

TEST_CASE("of several regions those that lack an item get it, once") {
    Oceans work("", kKept);
    work.pick({"Bacteria"});
    work.select(9, 14);
    work.editor.regions().select(work.editor.regions().list());
    CHECK(work.active() == Paths{{"Archaea"}, {"Bacteria", "Proteo"}, {"Bacteria"}});
    work.pick({"Archaea"});
    CHECK(work.items() == std::vector{parsed(R"([["Archaea"],["Bacteria","Proteo"]])"),
                                      parsed(R"([["Bacteria"],["Archaea"]])")});
    work.pick({"Archaea"});
    CHECK(work.items() ==
          std::vector{parsed(R"([["Bacteria","Proteo"]])"), parsed(R"([["Bacteria"]])")});
}

TEST_CASE("results come out as they came in, with items that the config does not have") {
    const std::string_view strange =
        R"([{"id":"a","from_name":"tax","to_name":"text","type":"taxonomy","more":1,"value":{"taxonomy":[["Fungi","Yeast"]],"end":4,"start":0}}])";
    for (const std::string_view results : {kKept, strange}) {
        Oceans work("", results);
        std::string written;
        work.editor.appendResults(written);
        CHECK(written == results);
        CHECK(work.editor.regions().list().size() == 1);
    }
    Oceans work("", strange);
    work.selectRegion(0);
    work.pick({"Archaea"});
    CHECK(work.items() == std::vector{parsed(R"([["Fungi","Yeast"],["Archaea"]])")});
}

TEST_CASE("regions are named by the end of the path, or by all of it, and have the item's colour") {
    Oceans work("", kKept);
    const config::LabelingInterface& interface = work.editor.interface();
    CHECK(editor::describeRegion(interface, work.area(0)) == "Archaea, Proteo, span");
    CHECK(editor::RegionStyles(interface).styleOf(work.area(0)).stroke ==
          config::CssColor{0x11, 0x22, 0x33, 0xFF});
    work.selectRegion(0);
    work.pick({"Archaea"});
    CHECK(editor::RegionStyles(interface).styleOf(work.area(0)).stroke ==
          config::CssColor{0xFF, 0, 0, 0xFF});
    Oceans whole(R"(showFullPath="true" pathSeparator=" > ")", kKept);
    CHECK(editor::describeLabels(whole.editor.interface(), whole.area(0)) ==
          "Archaea, Bacteria > Proteo");
}

TEST_CASE("maxUsages is how many items a region has, in hand and when it is selected") {
    Oceans work(R"(maxUsages="1")");
    work.pick({"Archaea"});
    work.pick({"Bacteria"});
    CHECK(work.active() == Paths{{"Archaea"}});
    work.select(0, 4);
    work.pick({"Archaea"}); // as often as there are regions
    work.select(5, 8);
    CHECK(work.results().size() == 2);
    work.selectRegion(0);
    work.pick({"Bacteria"});
    CHECK(work.items().front() == parsed(R"([["Archaea"]])"));
    CHECK(work.problems().empty());
}

TEST_CASE("regions that are read-only or locked keep their items") {
    std::string readonly(kKept);
    readonly.insert(readonly.size() - 2, R"(,"readonly":true)");
    Oceans work("", readonly);
    work.selectRegion(0);
    work.pick({"Bacteria"});
    CHECK(work.items() == std::vector{parsed(R"([["Archaea"],["Bacteria","Proteo"]])")});
    Oceans locked("", kKept);
    locked.editor.regions().setLocked(locked.editor.regions().list(), true);
    locked.selectRegion(0);
    locked.pick({"Bacteria"});
    CHECK(locked.items() == std::vector{parsed(R"([["Archaea"],["Bacteria","Proteo"]])")});
}

TEST_CASE("items and labels of other controls go into one region") {
    const std::string config = std::format(
        R"(<View><Taxonomy name="tax" toName="text" labeling="true">{}</Taxonomy>
           <Labels name="ner" toName="text"><Label value="Place"/></Labels><Text name="text" value="$text"/></View>)",
        kItems);
    Oceans work(config, "[]", 0);
    work.press("ner", "Place");
    work.pick({"Archaea"});
    work.select(0, 4);
    REQUIRE(work.results().size() == 2);
    CHECK(work.results()[0]["type"] == "labels");
    CHECK(work.results()[1]["value"] ==
          parsed(R"({"start":0,"end":4,"text":"Seas","taxonomy":[["Archaea"]]})"));
    work.selectRegion(0);
    work.pick({"Archaea"}); // it still has a label
    CHECK(work.results().size() == 1);
}

TEST_CASE("one that is required is answered by any region") {
    Oceans work(R"(required="true")");
    work.editor.execute(CommandId::Submit);
    CHECK(work.problems() == std::vector<std::string>{"Taxonomy \"tax\" is required."});
    work.pick({"Archaea"});
    work.select(0, 4);
    CHECK(work.problems().empty());
    CHECK(work.editor.execute(CommandId::Submit));
}

TEST_CASE("conditions know items as labels") {
    const std::string config = std::format(
        R"(<View><Taxonomy name="tax" toName="text" labeling="true">{}</Taxonomy><Text name="text" value="$text"/>
           <View visibleWhen="region-selected" whenTagName="tax" whenLabelValue="Proteo"><Header value="P"/></View></View>)",
        kItems);
    Oceans work(config, kKept, 0);
    const config::Tag& view = *work.editor.interface().root().children().back();
    CHECK_FALSE(work.editor.isVisible(view));
    work.selectRegion(0);
    CHECK(work.editor.isVisible(view));
}

TEST_CASE("a Taxonomy of an image answers, and labels nothing") {
    Labeling work(std::format(
        R"(<View><Image name="i" value="$image"/><Taxonomy name="tax" toName="i" labeling="true">{}</Taxonomy></View>)",
        kItems));
    CHECK_FALSE(work.editor.interface().taxonomies().front().isLabeling);
    for (const std::string_view object : {"Text", "HyperText", "Paragraphs"}) {
        const auto interface = config::parseLabelConfig(configWith("", object));
        CHECK(interface.taxonomies().front().isLabeling);
    }
}

TEST_CASE("items are offered as labels with their colours, and with leafsOnly only what holds "
          "nothing") {
    const auto offered = [](std::string_view attributes) {
        const auto interface = config::parseLabelConfig(configWith(attributes));
        std::vector<std::string> all;
        editor::visitLabels(interface, [&all](const editor::OfferedLabel& label) {
            all.push_back(std::format("{}/{} {} {}", label.holders(), label.display(),
                                      label.stored(), label.color()));
            return true;
        });
        return all;
    };
    CHECK(offered("") == std::vector<std::string>{"/Archaea Archaea #112233", "/Bacteria Bacteria ",
                                                  "Bacteria/Proteobacteria Proteo red",
                                                  "Bacteria/Firmicutes Firmicutes "});
    CHECK(offered(R"(leafsOnly="true")") ==
          std::vector<std::string>{"/Archaea Archaea #112233", "Bacteria/Proteobacteria Proteo red",
                                   "Bacteria/Firmicutes Firmicutes "});
}

TEST_CASE("labels and items are offered in the order of the config, until it is enough") {
    const auto interface = config::parseLabelConfig(
        R"(<View><Taxonomy name="a" toName="text" labeling="true"><Choice value="A"/></Taxonomy>
           <Labels name="b" toName="text"><Label value="B"/></Labels>
           <Taxonomy name="c" toName="text"><Choice value="C"/></Taxonomy>
           <Labels name="d" toName="text"><Label value="D"/><Label value="E"/></Labels>
           <Text name="text" value="$text"/></View>)");
    std::string all;
    editor::visitLabels(interface, [&all](const editor::OfferedLabel& label) {
        all += label.display();
        CHECK(label.label().name() == label.display());
        CHECK(label.label().control == &label.control());
        return label.display() != "D";
    });
    CHECK(all == "ABD"); // C answers something, and labels nothing
}

TEST_CASE("what expressions find is given the item that they name, or are called like") {
    Oceans work;
    work.editor.changeExpressions({{.name = "firmicutes", .pattern = "lakes"},
                                   {.name = "Seas", .pattern = "Seas", .label = "Proteo"},
                                   {.name = "and", .pattern = "and"}});
    REQUIRE(work.editor.offer() == editor::Editor::Offer::Found);
    CHECK(work.editor.execute(CommandId::AcceptPredictions));
    CHECK(work.items() == std::vector{parsed(R"([["Bacteria","Firmicutes"]])"),
                                      parsed(R"([["Bacteria","Proteo"]])"),
                                      parsed(R"([["Archaea"]])")});
    CHECK(work.results()[0]["type"] == "taxonomy");
}

TEST_CASE("groups of regions stand in the order of the tree, called as their regions are") {
    const auto titles = [](std::string_view attributes) {
        Oceans work(attributes);
        const std::vector<Path> items{
            {"Bacteria", "Firmicutes"}, {"Archaea"}, {"Bacteria", "Proteo"}};
        for (std::size_t index = 0; index < items.size(); ++index) {
            work.pick(items[index]);
            work.select(4 * index, 4 * index + 3);
        }
        const std::vector<std::uint32_t> shown{0, 1, 2};
        std::vector<std::string> all;
        for (const auto& group :
             editor::groupRegions(work.editor.interface(), work.editor.document(),
                                  work.editor.regions().list(), shown, editor::Grouping::Label)) {
            all.push_back(group.title);
        }
        return all;
    };
    CHECK(titles("") == std::vector<std::string>{"Archaea", "Proteo", "Firmicutes"});
    CHECK(titles(R"(showFullPath="true")") ==
          std::vector<std::string>{"Archaea", "Bacteria / Proteo", "Bacteria / Firmicutes"});
}
