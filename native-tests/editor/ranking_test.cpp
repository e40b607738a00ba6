#include "core/task/table_rows.h"
#include "editor/labeling.h"
#include "editor/ranking.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>

using namespace cartouche;
using annotation::Columns;
using editor::CommandId;
using editor::Ranking;
using json::Json;
using tests::Labeling;

namespace {

constexpr std::string_view kData = R"({"image":"x","items":[{"id":"a","title":"A","body":"first"},
  {"id":2,"html":"<b>Two</b> of <i>them</i>"},{"id":"c","body":"third"}]})";

struct Ranked : Labeling {
    explicit Ranked(std::string_view buckets, std::string_view results = "[]")
        : Labeling(
              "<View><Image name=\"image\" value=\"$image\"/><List name=\"list\" value=\"$items\" "
              "title=\"All\"/><Ranker name=\"rank\" toName=\"list\">" +
                  std::string(buckets) + "</Ranker></View>",
              results, kData),
          items(editor::readRankItems(editor.task().data["items"])) {}

    const config::Control& control() const {
        return *std::ranges::find(editor.interface().controls(), "rank", &config::Control::name);
    }
    Ranking ranking() const {
        return {*control().tag, *editor.interface().findObject("list"), items,
                editor.answerOf(control())};
    }

    std::vector<editor::RankItem> items;
};

constexpr std::string_view kBuckets =
    R"(<Bucket name="best" title="Best"/><Bucket name="ads" title="Ads"/>)";

std::string ranked(std::string_view answer) {
    return R"([{"id":"r","type":"ranker","from_name":"rank","to_name":"list","value":{"ranker":)" +
           std::string(answer) + "}}]";
}

} // namespace

TEST_CASE("items of a list have ids as texts, and of HTML the text") {
    const Ranked list("");
    REQUIRE(list.items.size() == 3);
    CHECK(list.items[1].id == "2");
    CHECK(list.items[1].body == "Two of them");
}

TEST_CASE("of HTML the first picture is shown") {
    const auto imageOf = [](std::string html) {
        return editor::readRankItems(Json::array({{{"id", "a"}, {"html", std::move(html)}}}))[0];
    };
    CHECK(imageOf("<p><img alt=\"x\" src='a.png?b=1&amp;c=2'/></p>").image == "a.png?b=1&c=2");
    CHECK(imageOf("<img src=a.png>").image == "a.png");
    CHECK(imageOf("<img src=\"a.png\">").title == "a"); // a picture alone has its id as a name
    for (const char* none : {"text", "<img>", "<img src=", "<img src='", "<image", "a<img"}) {
        CHECK(imageOf(none).image.empty());
    }
}

TEST_CASE("without buckets there is one column, which is called as the ranker") {
    const Ranked list("");
    CHECK(list.ranking().columns().front().title == "All");
    CHECK(list.ranking().answer() == Columns{{"rank", {"a", "2", "c"}}});
}

TEST_CASE("with buckets items begin in a column of their own, or in the bucket that says so") {
    CHECK(Ranked(kBuckets).ranking().answer() ==
          Columns{{"_", {"a", "2", "c"}}, {"best", {}}, {"ads", {}}});
    CHECK(Ranked(R"(<Bucket name="x"/><Bucket name="y" default="true"/>)").ranking().answer() ==
          Columns{{"x", {}}, {"y", {"a", "2", "c"}}});
}

TEST_CASE("an item is moved within a column and to another one") {
    const Ranked list(kBuckets);
    Ranking ranking = list.ranking();
    ranking.move(2, 0, 0);
    CHECK(ranking.answer()[0].second == annotation::Texts{"c", "a", "2"});
    ranking.move(0, 1, 9);
    ranking.move(2, 1, 0);
    CHECK(ranking.answer() == Columns{{"_", {"2"}}, {"best", {"c", "a"}}, {"ads", {}}});
}

TEST_CASE("an answer is laid out, with what it lacks and what the list lacks") {
    const Ranked list(kBuckets, ranked(R"({"best":["c","gone"],"none of these":["a"]})"));
    CHECK(list.ranking().answer() ==
          Columns{{"_", {"a", "2"}}, {"best", {"c", "gone"}}, {"ads", {}}});
    CHECK(Ranked("", ranked(R"(["c","a"])")).ranking().answer() ==
          Columns{{"rank", {"c", "a", "2"}}});
}

TEST_CASE("what nobody moved is submitted as it stands") {
    Ranked list(kBuckets);
    list.editor.execute(CommandId::Submit);
    const Json result = list.results().back();
    CHECK(result["type"] == "ranker");
    CHECK(result["to_name"] == "list");
    CHECK(result["value"]["ranker"] == Json::parse(R"({"_":["a","2","c"],"best":[],"ads":[]})"));
}

TEST_CASE("a pairwise answer is about the control itself") {
    Labeling pair(R"(<View><Image name="image" value="$image"/><Text name="b" value="t"/>
      <Pairwise name="pw" toName="image,b"/></View>)");
    const auto control =
        std::ranges::find(pair.editor.interface().controls(), "pw", &config::Control::name);
    pair.editor.answer(*control, annotation::Answer(std::string("left")));
    const Json result = pair.results().back();
    CHECK(result["to_name"] == "pw");
    CHECK(result["value"] == Json{{"selected", "left"}});
    pair.editor.answer(*control, annotation::Answer());
    CHECK(pair.results().empty());
}

TEST_CASE("a table has the rows of an object, of objects, of a list and of CSV") {
    Labeling form(R"(<View><Image name="image" value="$image"/><Table name="t" value="$t"/>
      <Table name="csv" value="$c" valueType="csv|separator=;"/></View>)");
    const config::Tag& table = *form.editor.interface().findObject("t");
    const auto object = task::readTableRows(table, Json{{"b", 1}, {"A", {{"x", 2}}}});
    CHECK(object.head == std::vector<std::string>{"Name", "Value"});
    CHECK(object.rows[0] == std::vector<std::string>{"A", R"({"x":2})"});
    const auto objects = task::readTableRows(table, Json::parse(R"([{"b":1},{"a":"x","b":null}])"));
    CHECK(objects.head == std::vector<std::string>{"b", "a"});
    CHECK(objects.rows[1] == std::vector<std::string>{"", "x"});
    CHECK(task::readTableRows(table, Json::parse("[1,[2]]")).rows[1] ==
          std::vector<std::string>{"1", "[2]"});
    const auto csv =
        task::readTableRows(*form.editor.interface().findObject("csv"), "h;i\n1;\"2;3\"\n");
    CHECK(csv.head == std::vector<std::string>{"h", "i"});
    CHECK(csv.rows == std::vector<std::vector<std::string>>{{"1", "2;3"}});
}
