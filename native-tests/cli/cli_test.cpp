// Runs the built tool as a user does.

#include "cli/workplace.h"
#include "core/json/json.h"
#include "core/quality/honeypots.h"

#include <doctest/doctest.h>

#include <format>
#include <string>

using cartouche::json::Json;
using namespace cartouche::tests;

TEST_CASE("check: a usable config and task have no problems") {
    const Workplace here;
    CHECK(here.run("check config.xml").output == "No problems.\n");
    const Run run = here.run("check config.xml --task task.json");
    CHECK(run.exitCode == 0);
    CHECK(run.output == "No problems.\n");
}

TEST_CASE("check: problems are printed as compilers print them, and the exit code says so") {
    const Workplace here;
    here.write("bad.xml", "<View>\n  <Image name=\"Image\" value=\"$x\"/>\n  <Choices "
                          "name=\"Pets\" toName=\"Imgae\"/>\n</View>");
    const Run run = here.run("check bad.xml --task task.json");
    CHECK(run.exitCode == 1);
    CHECK(run.output ==
          "bad.xml:3:24: error[unknown-to-name]: Choices \"Pets\" labels \"Imgae\", but no "
          "object has that name; did you mean \"Image\"?\n"
          "bad.xml:2:23: error[missing-variable]: Image \"Image\" reads $x, but the task's "
          "data has no such entry; it has $image_url\n"
          "2 errors, 0 warnings.\n");
}

TEST_CASE("check: warnings do not make a config unusable") {
    const Workplace here;
    here.write("results.json", R"([{"data":{"image_url":"a"},"annotations":[{"result":[3]}]}])");
    const Run run = here.run("check config.xml --task results.json");
    CHECK(run.exitCode == 0);
    CHECK(run.output ==
          "results.json#/0/annotations/0/result/0: warning[bad-result]: A result must be an "
          "object, but this is a number; it is kept\n0 errors, 1 warning.\n");
}

TEST_CASE("check --json: tells what was understood, and every problem with its file") {
    const Workplace here;
    here.write("list.json", R"([{"image_url":"a"},{"data":{}}])");
    const Run run = here.run("check config.xml --task list.json --json");
    CHECK(run.exitCode == 1);
    const Json report = *cartouche::json::parseJson(run.output);
    CHECK(report["ok"] == false);
    CHECK(
        report["objects"].dump() ==
        R"([{"name":"Image","type":"Image","value":"$image_url","kind":"url","content":"media","resolved":"a"}])");
    CHECK(
        report["controls"].dump() ==
        R"([{"name":"Pets","type":"Choices","resultType":"choices","toName":["Image"],"choice":"single","choices":[{"value":"Cat","hotkey":"1"},{"value":"Dog","alias":"d","hotkey":"2"}]}])");
    REQUIRE(report["diagnostics"].size() == 1);
    CHECK(report["diagnostics"][0]["file"] == "config.xml");
    CHECK(report["diagnostics"][0]["code"] == "missing-variable");
    CHECK(report["diagnostics"][0]["line"] == 6);
}

TEST_CASE("check --json: tells parts, trees, conditions and what a value is") {
    const Workplace here;
    here.write("all.xml", R"(<View>
  <Paragraphs name="d" value="$d" valueType="url"/>
  <Relations><Relation value="is"/></Relations>
  <View visibleWhen="region-selected">
    <Taxonomy name="x" toName="d" perRegion="true" requiredMessage="Say!" visibleWhen="choice-selected" whenTagName="q">
      <Choice value="A"><Choice value="B" alias="b"/></Choice></Taxonomy>
    <TextArea name="a" toName="d"><Shortcut value="!" hotkey="f1"/></TextArea>
  </View>
  <Ranker name="r" toName="d"><Bucket name="b" title="Best" default="true"/></Ranker>
</View>)");
    const Json report = *cartouche::json::parseJson(here.run("check all.xml --json").output);
    CHECK(report["ok"] == true);
    CHECK(report["objects"].dump() ==
          R"([{"name":"d","type":"Paragraphs","value":"$d","kind":"url","content":"json"}])");
    CHECK(
        report["controls"].dump() ==
        R"([{"name":"","type":"Relations","resultType":"relation","toName":[],"choice":"multiple","labels":[{"value":"is","background":"#fff"}]},)"
        R"({"name":"x","type":"Taxonomy","resultType":"taxonomy","toName":["d"],"perRegion":true,"requiredMessage":"Say!","choices":[{"value":"A","choices":[{"value":"B","alias":"b"}]}],"conditions":[{"visibleWhen":"region-selected"},{"visibleWhen":"choice-selected","whenTagName":"q"}]},)"
        R"({"name":"a","type":"TextArea","resultType":"textarea","toName":["d"],"shortcuts":[{"value":"!","background":"#333333","hotkey":"f1"}],"conditions":[{"visibleWhen":"region-selected"}]},)"
        R"({"name":"r","type":"Ranker","resultType":"ranker","toName":["d"],"buckets":[{"name":"b","title":"Best","default":true}]}])");
}

TEST_CASE("check: reads UTF-16 with its mark, in either order") {
    const Workplace here;
    for (const bool isBigEndian : {false, true}) {
        std::string bytes = isBigEndian ? "\xFE\xFF" : "\xFF\xFE";
        const auto add = [&](char high, char low) {
            bytes += isBigEndian ? std::string{high, low} : std::string{low, high};
        };
        for (const char letter : std::string_view("<Oops/><!-- ")) {
            add('\0', letter);
        }
        add('\xD8', '\x3D'); // U+1F600
        add('\xDE', '\x00');
        for (const char letter : std::string_view(" --><b/>")) {
            add('\0', letter);
        }
        here.write("wide.xml", bytes);
        const std::string output = here.run("check wide.xml").output;
        CHECK(output.contains("wide.xml:1:2: error[unknown-tag]: <Oops>"));
        CHECK(output.contains("wide.xml:1:19: error[xml-syntax]"));
    }
}

TEST_CASE("check: reads standard input, and drops a byte order mark") {
    const Workplace here;
    CHECK(here.run("check - < config.xml").exitCode == 0);
    CHECK(here.run("check config.xml --task - < task.json").exitCode == 0);
    here.write("marked.xml", "\xEF\xBB\xBF<View><Oops/></View>");
    CHECK(here.run("check marked.xml").output.starts_with("marked.xml:1:8: error[unknown-tag]"));
}

TEST_CASE("check: files that cannot be read are problems with a name") {
    const Workplace here;
    const Run run = here.run("check nowhere.xml --task .");
    CHECK(run.exitCode == 1);
    CHECK(run.output ==
          "nowhere.xml: error[unreadable-file]: This file cannot be read: No such file or "
          "directory\n.: error[unreadable-file]: This file cannot be read: it is a folder\n"
          "2 errors, 0 warnings.\n");
    here.write("task.json", "{\n  \"data\": ,\n}");
    CHECK(here.run("check config.xml --task task.json")
              .output.starts_with("task.json:2:11: error[json-syntax]"));
}

TEST_CASE("normalize: annotations come out as they went in") {
    const Workplace here;
    const std::string annotations =
        R"([{"id":1,"note":"kept","result":[{"id":"a","type":"choices","from_name":"Pets","to_name":"Image","value":{"choices":["Cat"]}},{"type":"choices","from_name":"Pets","to_name":"Image","item_index":1,"value":{"choices":["Dog"]}}]}])";
    here.write("annotations.json", annotations);
    const Run run =
        here.run("normalize config.xml --task task.json --annotations annotations.json --strict");
    CHECK(run.exitCode == 0);
    CHECK(run.output == annotations + "\n");
    CHECK(here.run("normalize config.xml --annotations annotations.json --out out.json").output ==
          "");
    CHECK(here.run("normalize config.xml --annotations out.json --strict").exitCode == 0);
}

TEST_CASE("normalize: results that the config has no control for are reported, and kept") {
    const Workplace here;
    const std::string annotations =
        R"({"result":[{"id":"r","type":"rectangle","from_name":"Pet","to_name":"Image","value":{"x":33.333333333333336,"y":1,"width":2,"height":3}}]})";
    here.write("annotations.json", annotations);
    CHECK(here.run("normalize config.xml --annotations annotations.json --strict").output ==
          "annotations.json#/result/0: warning[unknown-control]: This result is of the control "
          "\"Pet\", which the config does not have; did you mean \"Pets\"?; it is kept\n" +
              annotations + "\n");
}

TEST_CASE("normalize --strict: every difference is named by its JSON pointer") {
    const Workplace here;
    here.write(
        "annotations.json",
        R"([{"result":[{"id":"a#b","type":"choices","from_name":"Pets","to_name":"Image","value":{"choices":["Cat"]}}]}])");
    const Run run =
        here.run("normalize config.xml --annotations annotations.json --strict --out out.json");
    CHECK(run.exitCode == 1);
    CHECK(run.output == "annotations.json#/0/result/0/id: differs\n");
    CHECK(here.run("normalize config.xml --annotations annotations.json --out out.json").exitCode ==
          0);
    CHECK(here.run("normalize config.xml --annotations config.xml").exitCode == 1);
    CHECK(here.run("normalize config.xml").exitCode == 2);
}

TEST_CASE("tags: the reference of the language is printed, as Markdown and as JSON") {
    const Workplace here;
    CHECK(here.run("tags").output.contains("## RectangleLabels\n"));
    const Json tags = *cartouche::json::parseJson(here.run("tags --json").output);
    CHECK(tags.size() >= 61);
    CHECK(tags[0]["name"] == "Audio");
    CHECK(tags[0]["attributes"][0]["required"] == true);
}

TEST_CASE("bad usage exits with 2, and help and version with 0") {
    const Workplace here;
    CHECK(here.run("").exitCode == 2);
    CHECK(here.run("chekc config.xml").exitCode == 2);
    CHECK(here.run("check").exitCode == 2);
    CHECK(here.run("check config.xml --taks task.json").exitCode == 2);
    CHECK(here.run("check - --task -").exitCode == 2);
    CHECK(here.run("--help").exitCode == 0);
    CHECK(here.run("check --help").output.contains("CONFIG"));
    CHECK(here.run("--version").output == "cartouche " CARTOUCHE_VERSION "\n");
}

TEST_CASE("aggregate --json: prints labels, how sure they are, and workers") {
    const Workplace here;
    here.write("label.csv", "item,worker,label\na,ann,cat\na,bob,cat\na,cat,dog\nb,ann,dog\n"
                            "b,bob,dog\nb,cat,\"dog\"\n");
    here.write("truth.csv", "item,truth\na,cat\nb,cat\n");
    const Run run =
        here.run("aggregate --method majority --answers label.csv --truth truth.csv --json");
    CHECK(run.exitCode == 0);
    const auto known = [](int right) {
        const auto interval = cartouche::quality::wilsonInterval(right, 2);
        return std::format("{{\"answers\":2,\"skill\":null,\"known\":{{\"answers\":2,\"right\":{},"
                           "\"interval\":[{},{}],\"early\":null,\"late\":null,\"chance\":null}}}}",
                           right, interval.low, interval.high);
    };
    CHECK(run.output ==
          "{\"method\":\"majority\",\"items\":2,\"answers\":6,\"ties\":0,\"iterations\":0,"
          "\"stopped\":\"settled\",\"accuracy\":0.5,\"known\":2,"
          "\"labels\":{\"a\":\"cat\",\"b\":\"dog\"},"
          "\"confidence\":{\"a\":0.6666666666666666,\"b\":1},"
          "\"workers\":{\"ann\":" +
              known(1) + ",\"bob\":" + known(1) + ",\"cat\":" + known(0) + "}}\n");
    const Json report = *cartouche::json::parseJson(
        here.run("aggregate --method dawid-skene --answers - --json < label.csv").output);
    CHECK(report["labels"]["a"] == "cat");
    CHECK(report["workers"]["cat"]["confusion"]["cat"]["dog"].get<double>() > 0.9);
}

TEST_CASE("aggregate: prints who is in doubt, and about what there is most doubt") {
    const Workplace here;
    here.write("label.csv", "item,worker,label\na,ann,1\na,bob,1\nb,ann,0\nb,bob,1\n");
    CHECK(here.run("aggregate --method wawa --answers label.csv").output ==
          "wawa: 4 answers of 2 workers to 2 items, 2 labels\n"
          "0 items without a single best label; the first label counts\n"
          "\n"
          "worker                    answers    skill\n"
          "bob                             2   0.5000\n"
          "ann                             2   1.0000\n"
          "\n"
          "item                      label                     confidence\n"
          "b                         0                             0.6667\n"
          "a                         1                             1.0000\n");
}

TEST_CASE("agreement: undefined is said, and never a number") {
    const Workplace here;
    here.write("label.csv", "item,worker,label\na,ann,1\na,bob,1\nb,ann,1\nb,bob,1\n");
    const Json report =
        *cartouche::json::parseJson(here.run("agreement --answers label.csv --json").output);
    CHECK(report["coefficients"]["alpha"]["value"].is_null());
    CHECK(report["coefficients"]["fleiss"]["observed"] == 1);
    CHECK(report["coefficients"]["fleiss"]["value"].is_null());
    CHECK(report["pairs"][0]["kappa"].is_null());
    CHECK(report["itemAgreement"]["a"] == 1);
    CHECK(here.run("agreement --answers label.csv")
              .output.contains("Krippendorff's alpha      undefined\n"));
}

TEST_CASE("agreement --json: is the same each time, and uses the last answer to an item") {
    const Workplace here;
    here.write("label.csv", "item,worker,label\na,ann,5\na,bob,1\na,ann,1\nb,ann,2\nb,bob,3\n"
                            "c,ann,4\nc,bob,4\n");
    const Run run = here.run("agreement --answers label.csv --metric interval --json");
    const Json report = *cartouche::json::parseJson(run.output);
    CHECK(report["answers"] == 6);
    CHECK(report["pairs"][0]["agreement"].get<double>() == doctest::Approx(2.0 / 3));
    CHECK(here.run("agreement --answers label.csv --metric interval --json").output == run.output);
}

TEST_CASE("aggregate and agreement say what is wrong with answers, where, and what to do") {
    const Workplace here;
    here.write("header.csv", "item,who,label\n1,a,x\n");
    Run run = here.run("aggregate --answers header.csv --json");
    CHECK(run.exitCode == 1);
    CHECK(run.output ==
          "header.csv:1: error[bad-value]: The header has no column \"worker\"; it has item, who, "
          "label. It must name item, worker and label\n");
    run = here.run("agreement --answers nothing.csv");
    CHECK(run.exitCode == 1);
    CHECK(run.output == "nothing.csv: error[unreadable-file]: This file cannot be read: No such "
                        "file or directory\n");
    here.write("label.csv", "item,worker,label\n1,a,x\n1,b,y\n1,c,z\n");
    run = here.run("agreement --answers label.csv --metric ordinal");
    CHECK(run.output ==
          "label.csv: error[bad-value]: \"x\" is no number, but --metric ordinal needs "
          "numbers\n");
    run = here.run("aggregate --answers label.csv --method kos");
    CHECK(run.output == "label.csv: kos needs answers with two labels; use dawid-skene or ibcc\n");
    here.write("gold.csv", "item,truth\n1,w\n");
    run = here.run("aggregate --answers label.csv --gold gold.csv --json");
    CHECK(run.exitCode == 1);
    CHECK(run.output.starts_with("gold.csv: error[bad-value]: Nobody answered \"w\", so items with "
                                 "it as their truth are left out. Is it spelled as in the "
                                 "answers?\n{"));
    CHECK(here.run("aggregate --answers label.csv --method magic").exitCode == 2);
}

namespace {

/// Two annotators of two tasks: their choices, ratings and boxes.
constexpr std::string_view kTasks = R"([
{"id": 7, "data": {"i": "a"}, "annotations": [
  {"completed_by": {"id": 1, "email": "ann@a"}, "result": [
    {"id": "c", "from_name": "pet", "to_name": "i", "type": "choices", "value": {"choices": ["Cat"]}},
    {"id": "s", "from_name": "stars", "to_name": "i", "type": "rating", "value": {"rating": 4}},
    {"id": "b", "from_name": "box", "to_name": "i", "type": "rectanglelabels", "original_width": 200,
     "original_height": 100, "value": {"x": 0, "y": 0, "width": 50, "height": 50, "rotation": 0,
     "rectanglelabels": ["Head"]}}]},
  {"completed_by": 2, "result": [
    {"id": "c", "from_name": "pet", "to_name": "i", "type": "choices", "value": {"choices": ["Cat"]}},
    {"id": "s", "from_name": "stars", "to_name": "i", "type": "rating", "value": {"rating": 2}},
    {"id": "b", "from_name": "box", "to_name": "i", "type": "rectanglelabels", "original_width": 200,
     "original_height": 100, "value": {"x": 0, "y": 0, "width": 50, "height": 40, "rotation": 0,
     "rectanglelabels": ["Head"]}}]},
  {"completed_by": 2, "was_cancelled": true, "result": []}]},
{"id": 8, "data": {"i": "b"}, "annotations": [
  {"completed_by": 1, "result": [
    {"id": "c", "from_name": "pet", "to_name": "i", "type": "choices", "value": {"choices": ["Dog"]}}]},
  {"completed_by": 2, "result": [
    {"id": "c", "from_name": "pet", "to_name": "i", "type": "choices", "value": {"choices": ["Cat"]}},
    {"id": "b", "from_name": "box", "to_name": "i", "type": "rectanglelabels",
     "value": {"x": 0, "y": 0, "width": 50, "height": 40, "rotation": 0, "rectanglelabels": ["Head"]}}]}]}
])";

constexpr std::string_view kTaskConfig = R"(<View><Image name="i" value="$i"/>
<Choices name="pet" toName="i"><Choice value="Dog"/><Choice value="Cat"/></Choices>
<Rating name="stars" toName="i"/>
<RectangleLabels name="box" toName="i"><Label value="Head"/></RectangleLabels></View>)";

} // namespace

TEST_CASE("agreement of tasks compares each control by what its answers are") {
    const Workplace here;
    here.write("tasks.json", kTasks);
    here.write("tasks.xml", kTaskConfig);
    const Run run = here.run("agreement --answers tasks.json --config tasks.xml --json");
    CHECK(run.exitCode == 0);
    const Json controls = (*cartouche::json::parseJson(run.output))["controls"];
    CHECK(controls["pet"]["measure"] == "category");
    CHECK(controls["pet"]["itemAgreement"].dump() == R"({"7":1,"8":0})");
    CHECK(controls["pet"]["pairs"][0]["workers"].dump() == R"(["1","2"])");
    CHECK(controls["stars"]["measure"] == "number");
    CHECK(controls["stars"]["value"] == 0);
    CHECK(controls["box"]["measure"] == "region-f1");
    CHECK(controls["box"]["meanOverlap"].get<double>() == doctest::Approx(0.8));
    // Who drew nothing on a task disagrees with who drew something.
    CHECK(controls["box"]["itemAgreement"].dump() == R"({"7":1,"8":0})");
    const Json strict = *cartouche::json::parseJson(
        here.run("agreement --answers tasks.json --config tasks.xml --threshold 0.9 --json")
            .output);
    CHECK(strict["controls"]["box"]["itemAgreement"]["7"] == 0);
    CHECK(here.run("agreement --answers tasks.json --config tasks.xml")
              .output.contains("== box (RectangleLabels)\n4 answers; 2 tasks have two or more\n"));
}

TEST_CASE("agreement of tasks compares intervals of sounds, series and videos") {
    const Workplace here;
    const auto overlapOf = [&here](const std::string& control, const std::string& object,
                                   const std::string& one, const std::string& other) {
        const auto annotation = [&](int worker, const std::string& value) {
            const std::string type(control == "Labels"             ? "labels"
                                   : control == "TimeSeriesLabels" ? "timeserieslabels"
                                                                   : "timelinelabels");
            return std::format(R"({{"completed_by":{},"result":[{{"id":"r","from_name":"l",
                "to_name":"o","type":"{}","value":{{{},"{}":["X"]}}}}]}})",
                               worker, type, value, type);
        };
        here.write("timed.json",
                   std::format(R"([{{"id":1,"data":{{"o":"o"}},"annotations":[{},{}]}}])",
                               annotation(1, one), annotation(2, other)));
        here.write("timed.xml", std::format(R"(<View><{} name="l" toName="o"><Label value="X"/></{}>
            <{} name="o" value="$o"/></View>)",
                                            control, control, object));
        const Run run = here.run("agreement --answers timed.json --config timed.xml --json");
        const auto report = cartouche::json::parseJson(run.output);
        REQUIRE(report);
        return (*report)["controls"]["l"]["meanOverlap"].get<double>();
    };
    CHECK(overlapOf("Labels", "Audio", R"("start":0.5,"end":5.5)", R"("start":1,"end":5.5)") ==
          doctest::Approx(0.9));
    CHECK(overlapOf("TimeSeriesLabels", "TimeSeries", R"("start":10,"end":20)",
                    R"("start":10,"end":18)") == doctest::Approx(0.8));
    CHECK(overlapOf("TimelineLabels", "Video", R"("ranges":[{"start":1,"end":10}])",
                    R"("ranges":[{"start":3,"end":10}])") == doctest::Approx(0.8));
}

TEST_CASE("aggregate of tasks merges categories, numbers and boxes") {
    const Workplace here;
    here.write("tasks.json", kTasks);
    here.write("tasks.xml", kTaskConfig);
    const Run run =
        here.run("aggregate --method majority --answers tasks.json --config tasks.xml --json");
    CHECK(run.exitCode == 0);
    const Json report = *cartouche::json::parseJson(run.output);
    // A tie goes to the choice that stands first in the config.
    CHECK(report["controls"]["pet"]["labels"].dump() == R"({"7":"Cat","8":"Dog"})");
    CHECK(report["controls"]["pet"]["ties"] == 1);
    CHECK(report["controls"]["stars"]["values"].dump() == R"({"7":3})");
    CHECK(report["notAggregated"].empty());
    // Both drew the box of the first task; of the second only one did.
    const Json boxes = report["controls"]["box"]["regions"];
    REQUIRE(boxes["7"].size() == 1);
    CHECK(boxes["7"][0]["height"].get<double>() == doctest::Approx(45));
    CHECK(boxes["7"][0]["label"] == "Head");
    CHECK(boxes["7"][0]["support"] == 2);
    CHECK(boxes["8"].empty());
    CHECK(here.run("aggregate --method majority --answers tasks.json --config tasks.xml")
              .output.ends_with("== box (RectangleLabels)\n"
                                "box-fusion: 4 answers\n"
                                "\n"
                                "task                      together\n"
                                "7                         Head at 0.0,0.0 of 50.0x45.0\n"
                                "8                         nothing\n\n"));
}

TEST_CASE("tasks that do not fit the config are told") {
    const Workplace here;
    here.write("tasks.json", R"([{"data": {}, "annotations": []}])");
    here.write("tasks.xml", kTaskConfig);
    const Run run = here.run("aggregate --answers tasks.json --config tasks.xml");
    CHECK(run.exitCode == 1);
    CHECK(run.output ==
          "tasks.json: error[bad-task]: No annotation of these tasks has an answer of a control of "
          "the config. Is it the config that they were labeled with?\n");
}

TEST_CASE("weak: labels come of rules, with how good the rules are") {
    const Workplace here;
    here.write("items.csv", "item,text\na,free money\nb,see you\nc,free\nd,other\n");
    here.write("rules.json", R"({"labels": ["ham", "spam"], "functions": [
        {"name": "free", "type": "keyword", "field": "text", "words": ["free"], "label": "spam"},
        {"name": "you", "type": "keyword", "field": "text", "words": ["you"], "label": "ham"}]})");
    here.write("truth.csv", "item,truth\na,spam\nb,ham\nc,ham\n");
    const Run run = here.run("weak --data items.csv --functions rules.json --gold truth.csv "
                             "--truth truth.csv --json");
    CHECK(run.exitCode == 0);
    const auto report = cartouche::json::parseJson(run.output);
    REQUIRE(report);
    CHECK((*report)["coverage"] == 0.75);
    CHECK((*report)["labels"] ==
          *cartouche::json::parseJson(R"({"a": "spam", "b": "ham", "c": "spam", "d": null})"));
    CHECK((*report)["functions"]["free"]["accuracy"] == 0.5);
    CHECK((*report)["score"]["labeled"] == 3);
}

TEST_CASE("weak: tasks bring their data, annotations and predictions") {
    const Workplace here;
    here.write("tasks.json", R"([{"id": 7, "data": {"meta": {"lang": "de"}},
        "annotations": [{"completed_by": 3, "result": [{"type": "choices", "from_name": "c",
            "to_name": "t", "value": {"choices": ["x"]}}]}],
        "predictions": [{"model_version": "m", "score": 0.8, "result": [{"type": "choices",
            "from_name": "c", "to_name": "t", "value": {"choices": ["y"]}}]}]}])");
    here.write("rules.json", R"({"labels": ["x", "y"], "functions": [
        {"name": "who", "type": "annotator", "annotator": "3"},
        {"name": "model", "type": "model", "least": 0.5},
        {"name": "lang", "type": "attribute", "field": "meta.lang", "equals": "de", "label": "y"}]})");
    const Run run = here.run("weak --data tasks.json --functions rules.json --json");
    const auto report = cartouche::json::parseJson(run.output);
    REQUIRE_MESSAGE(report, run.output);
    CHECK((*report)["labels"]["7"] == "y");
    CHECK((*report)["functions"]["who"]["conflicts"] == 1);
}

TEST_CASE("weak: rules without a vote, and models that the votes do not fit, are refused") {
    const Workplace here;
    here.write("items.csv", "item,text\na,free\n");
    here.write("rules.json", R"({"labels": ["ham", "spam"], "functions": [
        {"name": "f", "type": "keyword", "field": "text", "words": ["zzz"], "label": "spam"}]})");
    CHECK(here.run("weak --data items.csv --functions rules.json").output ==
          "items.csv: error[bad-value]: No labeling function has a vote on any item\n");
    here.write("items.csv", "item,text\na,zzz\n");
    CHECK(here.run("weak --data items.csv --functions rules.json --model triplet").output ==
          "rules.json: error[bad-value]: triplet compares three functions; these are 1\n");
    CHECK(here.run("weak --data items.csv --functions rules.json --balance ham=x").output ==
          "--balance: error[bad-value]: \"ham=x\" is no label with its share, such as ham=0.5\n");
}

namespace {

/// Texts of two kinds, and what is known of most of them.
void writeTexts(const Workplace& here) {
    std::string items = "item,text\n";
    std::string labels = "item,label\n";
    for (int index = 0; index < 20; ++index) {
        const bool isSpam = index % 2 == 1;
        const std::string name = "t" + std::to_string(index);
        items += name + (isSpam ? ",free money number " : ",see you at home ") +
                 std::to_string(index) + "\n";
        if (index < 18) {
            labels += name + (isSpam ? ",spam\n" : ",ham\n");
        }
    }
    here.write("items.csv", items);
    here.write("labels.csv", labels);
}

} // namespace

TEST_CASE("learn: a model is trained, measured on what it has not seen, saved and used again") {
    const Workplace here;
    writeTexts(here);
    const Run trained = here.run("learn --data items.csv --text text --labels labels.csv "
                                 "--save model.json --json");
    CHECK(trained.exitCode == 0);
    const auto report = cartouche::json::parseJson(trained.output);
    REQUIRE_MESSAGE(report, trained.output);
    CHECK((*report)["trainedOn"] == 18);
    CHECK((*report)["scores"]["accuracy"] == 1);
    CHECK((*report)["labels"]["t19"] == "spam");
    const Run used = here.run("learn --data items.csv --model model.json --json");
    const auto again = cartouche::json::parseJson(used.output);
    REQUIRE_MESSAGE(again, used.output);
    CHECK((*again)["probabilities"] == (*report)["probabilities"]);
    CHECK((*again)["scores"].is_null()); // no label is known
}

TEST_CASE("learn: a label that the other items speak against is in doubt") {
    const Workplace here;
    writeTexts(here);
    std::string labels = here.read("labels.csv");
    labels.replace(labels.find("t5,spam"), 7, "t5,ham");
    here.write("labels.csv", labels);
    const std::string command = "learn --data items.csv --text text --labels labels.csv";
    const auto report = cartouche::json::parseJson(here.run(command + " --json").output);
    REQUIRE(report);
    REQUIRE((*report)["doubtful"].size() == 1);
    const Json& doubt = (*report)["doubtful"][0];
    CHECK(doubt["item"] == "t5");
    CHECK(doubt["label"] == "ham");
    CHECK(doubt["guess"] == "spam");
    CHECK(doubt["probability"].get<double>() < 0.5);
    CHECK(here.run(command).output.contains("label in doubt"));
}

TEST_CASE("learn: one label, numbers that are none and files that are no models are refused") {
    const Workplace here;
    here.write("items.csv", "item,x\na,1\nb,NaN\n");
    here.write("labels.csv", "item,label\na,yes\nb,yes\n");
    CHECK(here.run("learn --data items.csv --numbers x --labels labels.csv").output ==
          "labels.csv: error[bad-value]: All labels are \"yes\"; a model tells two or more "
          "apart\n");
    here.write("labels.csv", "item,label\na,yes\nb,no\n");
    CHECK(here.run("learn --data items.csv --numbers x --labels labels.csv").output ==
          "items.csv: error[bad-value]: Item \"b\" has \"NaN\" in place of a number in "
          "\"x\"\n");
    CHECK(here.run("learn --data items.csv --model labels.csv").exitCode == 1);
    CHECK(here.run("learn --data items.csv").exitCode == 2);
}

TEST_CASE("sample: what is labeled is not asked again, and unsure items come first") {
    const Workplace here;
    here.write("items.csv", "item\na\nb\nc\n");
    here.write("labels.csv", "item,label\na,x\n");
    here.write("said.csv", "item,label,probability\na,x,0.5\na,y,0.5\nb,x,0.9\nb,y,0.1\n"
                           "c,x,0.4\nc,y,0.6\n");
    const Run run = here.run("sample --data items.csv --labels labels.csv --predictions said.csv "
                             "--strategy margin --json");
    const auto report = cartouche::json::parseJson(run.output);
    REQUIRE_MESSAGE(report, run.output);
    CHECK((*report)["next"].size() == 2);
    CHECK((*report)["next"][0]["item"] == "c");
    CHECK((*report)["next"][1]["item"] == "b");
}

TEST_CASE("agreement: results of types that are not known are told, once each") {
    const Workplace here;
    here.write("config.xml", "<View><Text name=\"t\" value=\"$t\"/><Choices name=\"c\" "
                             "toName=\"t\"><Choice value=\"a\"/></Choices></View>");
    const std::string annotation =
        R"({"result":[{"from_name":"c","to_name":"t","type":"choices","value":{"choices":["a"]}},
            {"from_name":"c","to_name":"t","type":"cuboid","value":{"x":1}}]})";
    here.write("tasks.json", R"([{"id":1,"data":{"t":"x"},"annotations":[)" + annotation + "," +
                                 annotation + "]}]");
    const Run run = here.run("agreement --config config.xml --answers tasks.json");
    CHECK(run.exitCode == 0);
    CHECK(run.output.starts_with("tasks.json#/0: warning[bad-result]: Results of the type "
                                 "\"cuboid\" are not known, and are not compared\n"));
    CHECK(run.output.find("cuboid", run.output.find("cuboid") + 1) == std::string::npos);
}

TEST_CASE("sample: numbers of one unit keep their distances if they are scaled alike") {
    const Workplace here;
    // Nearly constant, "faint" would count as much as "strong" if each had its own scale.
    here.write("items.csv", "item,strong,faint\na,0,0\nb,1,0\nc,0,0\nd,0,0.1\ne,4,0\nf,1,0\n");
    here.write("labels.csv", "item,label\na,x\n");
    const auto firstOf = [&here](const std::string& scale) {
        const Run run = here.run("sample --data items.csv --labels labels.csv --numbers "
                                 "strong,faint --strategy k-center --json" +
                                 scale);
        const auto report = cartouche::json::parseJson(run.output);
        REQUIRE_MESSAGE(report, run.output);
        return (*report)["next"][0]["item"];
    };
    CHECK(firstOf("") == firstOf(" --scale each"));
    CHECK(firstOf("") == "e");
    CHECK(firstOf(" --scale alike") == "e");
    here.write("items.csv", "item,strong,faint\na,0,0\nb,1,0\nc,0,0\nd,0,0.1\ne,2,0\nf,2,0\n");
    CHECK(firstOf("") == "d");
    CHECK(firstOf(" --scale alike") == "e");
    CHECK(here.run("sample --data items.csv --numbers strong --scale odd").exitCode == 2);
}

TEST_CASE("sample: a strategy says what it lacks, and probabilities are checked") {
    const Workplace here;
    writeTexts(here);
    CHECK(here.run("sample --data items.csv --strategy typiclust").output ==
          "items.csv: error[bad-value]: typiclust looks at features: name them by --text, "
          "--image or --numbers\n");
    here.write("said.csv", "item,label,probability\nt0,x,0.5\nt0,y,0.1\n");
    CHECK(here.run("sample --data items.csv --predictions said.csv").output ==
          "said.csv: error[bad-value]: The probabilities of item \"t0\" sum up to 0.6, not to "
          "1\n");
    const Run run = here.run("sample --data items.csv --text text --labels labels.csv --json");
    const auto report = cartouche::json::parseJson(run.output);
    REQUIRE_MESSAGE(report, run.output);
    CHECK((*report)["strategy"] == "margin");
    CHECK((*report)["next"].size() == 2);
}

TEST_CASE("sample: labeling that is simulated tells a curve") {
    const Workplace here;
    writeTexts(here);
    const Run run = here.run("sample --data items.csv --text text --truth labels.csv --test "
                             "items.csv --test-truth labels.csv --count 4 --until 12 --seeds 2 "
                             "--strategy margin --json");
    const auto report = cartouche::json::parseJson(run.output);
    REQUIRE_MESSAGE(report, run.output);
    CHECK((*report)["curve"].size() == 3);
    CHECK((*report)["curve"][2]["labels"] == 12);
    CHECK((*report)["curve"][2]["accuracy"] == 1);
}

TEST_CASE("agreement of tasks says of which types results are that it does not know") {
    const Workplace here;
    here.write("tasks.xml", kTaskConfig);
    here.write("tasks.json", R"({"data": {"i": "a"}, "annotations": [{"completed_by": 1, "result": [
        {"from_name": "pet", "to_name": "i", "type": "hologram", "value": {"hologram": 1}}]}]})");
    for (const std::string command : {"agreement", "aggregate"}) {
        const Run run = here.run(command + " --answers tasks.json --config tasks.xml");
        CHECK(run.exitCode == 1);
        CHECK(run.output.contains("No annotation of these tasks has an answer of a control of the "
                                  "config: results of the type \"hologram\" are not known"));
    }
}

TEST_CASE("agreement of regions takes the size of their image from any of them") {
    const Workplace here;
    here.write("tasks.xml", kTaskConfig);
    const auto boxes = [&here](std::string_view first, std::string_view second) {
        const auto annotation = [](int who, std::string_view members) {
            return std::format(R"({{"completed_by": {}, "result": [{{"id": "b", "from_name": "box",
                "to_name": "i", "type": "rectanglelabels", {}, "rectanglelabels": ["Head"]}}}}]}})",
                               who, members);
        };
        here.write("tasks.json",
                   std::format(R"({{"id": 7, "data": {{"i": "a"}}, "annotations": [{}, {}]}})",
                               annotation(1, first), annotation(2, second)));
        return (*cartouche::json::parseJson(
            here.run("agreement --answers tasks.json --config tasks.xml --json")
                .output))["controls"]["box"];
    };
    constexpr std::string_view kLarge =
        R"("original_width": 400, "original_height": 100, "value": {"x": 10, "y": 10, "width": 40, "height": 50)";
    constexpr std::string_view kPlain = R"("value": {"x": 10, "y": 10, "width": 40, "height": 40)";
    // Upright boxes overlap by the same share whatever the aspect, also if only one tells it.
    CHECK(boxes(kLarge, kPlain)["meanOverlap"].get<double>() == doctest::Approx(0.8));
    CHECK(boxes(kPlain, kPlain)["meanOverlap"].get<double>() == doctest::Approx(1));
    // Turned ones do not: by 90 degrees around its corner, on an image four times as wide as high.
    const std::string turned = std::string(kPlain) + R"(, "rotation": 90)";
    CHECK(boxes(turned, turned)["notCompared"] == 2);
    const std::string known = std::string(kLarge) + R"(, "rotation": 90)";
    CHECK(boxes(known, turned)["meanOverlap"].get<double>() == doctest::Approx(0.8));
    CHECK(boxes(known, turned)["notCompared"] == 0);
}

TEST_CASE("aggregate: workers of whom no answer is known are told") {
    const Workplace here;
    here.write("label.csv", "item,worker,label\n1,a,x\n1,b,y\n2,a,y\n2,b,x\n2,c,y\n");
    here.write("gold.csv", "item,truth\n1,x\n");
    const Run run =
        here.run("aggregate --answers label.csv --gold gold.csv --method gold-majority");
    CHECK(run.exitCode == 0);
    CHECK(run.output.starts_with("gold.csv: 1 of 3 workers, the first \"c\", answered no item that "
                                 "is known; what they say counts as of the others on average\n"));
}

TEST_CASE("numbers that are none are refused wherever an option takes one") {
    const Workplace here;
    here.write("label.csv", "item,worker,label\n1,a,x\n1,b,y\n");
    here.write("people.csv", "name,age\na,1\nb,2\n");
    for (const std::string command :
         {"dp people.csv --column name --values a,b --budget b.json --budget-epsilon nan",
          "dp people.csv --column name --values a,b --budget b.json --budget-delta nan",
          "aggregate --answers label.csv --smoothing nan", "redact people.csv --threshold nan",
          "anonymity people.csv --quasi age --suppress nan",
          "anonymity people.csv --quasi age --sensitive name --t nan",
          "dp people.csv --column name --values a,b --budget b.json --budget-epsilon -1",
          "dp people.csv --column name --values a,b --budget b.json --budget-epsilon inf"}) {
        INFO(command);
        CHECK(here.run(command).exitCode == 2);
    }
    for (const std::string epsilon : {"-1", "0", "nan", "inf"}) {
        INFO(epsilon);
        const Run run =
            here.run("dp people.csv --column name --values a,b --json --epsilon " + epsilon);
        CHECK(run.exitCode == 1);
        CHECK(run.output.contains("epsilon must be a number above 0, not " + epsilon));
    }
    CHECK(here.read("b.json").empty());
}

TEST_CASE("agreement of tasks tells regions that it cannot read, with their place") {
    const Workplace here;
    here.write("tasks.xml", kTaskConfig);
    here.write("tasks.json", R"([{"data": {"i": "a"}, "annotations": [
        {"completed_by": 1, "result": [{"id": "b", "from_name": "box", "to_name": "i", "type":
         "rectanglelabels", "value": {"x": 1, "y": 1, "width": 5, "height": 5,
         "rectanglelabels": ["Head"]}}]},
        {"completed_by": 2, "result": [{"id": "b", "from_name": "box", "to_name": "i", "type":
         "rectanglelabels", "value": {"x": "left", "rectanglelabels": ["Head"]}}]}]}])");
    const Run run = here.run("agreement --answers tasks.json --config tasks.xml");
    CHECK(run.output.starts_with("tasks.json#/0/annotations/1/result/0: warning[bad-result]: The "
                                 "shape of this region cannot be read: "));
    CHECK(run.output.contains("; it is kept, and not compared\n"));
}
