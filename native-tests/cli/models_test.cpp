// Models beside annotators, in the built tool.

#include "cli/model_data.h"

using namespace cartouche::tests;
using cartouche::json::Json;
namespace quality = cartouche::quality;

namespace {

constexpr std::string_view kChoices =
    R"(<View><Text name="t" value="$t"/><Choices name="c" toName="t"><Choice value="x"/>
<Choice value="y"/><Choice value="z"/></Choices></View>)";

} // namespace

TEST_CASE("aggregate: crowdlab weighs annotators and a model, and says how much each counts") {
    const Workplace here;
    here.write("label.csv", kAnswers);
    here.write("said.csv", kSaid);
    const std::string command =
        "aggregate --method crowdlab --answers label.csv --predictions said.csv";
    const Run run = here.run(command + " --json");
    CHECK(run.exitCode == 0);
    const Json report = reportOf(run);
    const quality::Crowdlab crowd = crowdOfCsv();
    CHECK(report["labels"].dump() == R"({"a":"x","b":"y","c":"x","d":"y","e":"x"})");
    CHECK(report["confidence"]["e"] == crowd.probabilities(4, 0));
    CHECK(report["modelWeight"] == crowd.modelWeight);
    CHECK(report["workers"]["ann"]["weight"] == crowd.annotatorWeights[0]);
    CHECK(report["workers"]["cy"]["weight"] == crowd.annotatorWeights[2]);
    CHECK(report["workers"]["cy"]["skill"] == crowd.annotatorQualities[2]);
    const std::string text = here.run(command).output;
    CHECK(text.contains(std::format("the model counts {:.4f}\n", crowd.modelWeight)));
    CHECK(text.contains("answers    skill   weight\ncy                              5"));
    // Two models count by their mean: the second one says the same.
    CHECK(here.run(command + ",said.csv --json").output == run.output);
}

TEST_CASE("aggregate: crowdlab takes a worker's last answer, and labels that only a model names") {
    const Workplace here;
    here.write("label.csv", "item,worker,label\na,ann,y\na,ann,x\na,bob,x\nb,ann,y\nb,bob,y\n");
    here.write("said.csv", "item,label,probability\na,x,0.6\na,a,0.4\nb,y,1\n");
    const Json report = reportOf(
        here.run("aggregate --method crowdlab --answers label.csv --predictions said.csv --json"));
    CHECK(report["answers"] == 4);
    CHECK(report["labels"].dump() == R"({"a":"x","b":"y"})");
    // Both workers agree with each other always, so their likelihood is 1 and "a" keeps a share.
    CHECK(report["confidence"]["a"].get<double>() < 1);
}

TEST_CASE("aggregate: crowdlab says what the model's probabilities lack") {
    const Workplace here;
    here.write("label.csv", kAnswers);
    const std::string command = "aggregate --method crowdlab --answers label.csv";
    Run run = here.run(command);
    CHECK(run.exitCode == 1);
    CHECK(run.output == "label.csv: crowdlab needs what a model says of each item; name a file of "
                        "its probabilities with --predictions\n");
    here.write("said.csv", "item,label,probability\na,x,0.8\na,y,0.2\n");
    run = here.run(command + " --predictions said.csv");
    CHECK(run.exitCode == 1);
    CHECK(run.output == "said.csv: error[bad-value]: The model says nothing of item \"b\"\n");
    here.write("said.csv", "item,label,probability\na,x,nan\n");
    CHECK(here.run(command + " --predictions said.csv").output ==
          "said.csv:2: error[bad-value]: \"nan\" is no probability\n");
    run = here.run("aggregate --answers label.csv --predictions said.csv");
    CHECK(run.exitCode == 2);
    CHECK(run.output.contains("by --method crowdlab alone"));
    CHECK(here.run(command + " --models m").exitCode == 2);
}

TEST_CASE("aggregate of tasks: crowdlab reads the scores of predictions") {
    const Workplace here;
    here.write("c.xml", kChoices);
    const auto both = [](std::string_view label) {
        return annotation(1, choice("c", label)) + "," + annotation(2, choice("c", label));
    };
    // The third label has what the score leaves, and the model may name several labels.
    here.write(
        "tasks.json",
        "[" + task(1, both("x"), prediction("m", "0.6", choice("c", "x"))) + "," +
            task(2, both("y"),
                 prediction("m", "0.7", choice("c", "y")) + "," +
                     prediction("m", "0.3", choice("c", "z"))) +
            "," + task(3, annotation(1, choice("c", "y")), prediction("m", "1", choice("c", "z"))) +
            "]");
    const std::string command =
        "aggregate --method crowdlab --answers tasks.json --config c.xml --json";
    const Run run = here.run(command);
    CHECK(run.exitCode == 0);
    const Json control = reportOf(run)["controls"]["c"];
    const quality::Answers answers{.items = 3,
                                   .workers = 2,
                                   .labels = 3,
                                   .list = {{0, 0, 0}, {0, 1, 0}, {1, 0, 1}, {1, 1, 1}, {2, 0, 1}}};
    const quality::Crowdlab crowd =
        quality::crowdlab(answers, matrix({{0.6, 0.2, 0.2}, {0, 0.7, 0.3}, {0, 0, 1}}));
    CHECK(control["modelWeight"].get<double>() == doctest::Approx(crowd.modelWeight));
    CHECK(control["confidence"]["1"].get<double>() == doctest::Approx(crowd.probabilities(0, 0)));
    CHECK(control["workers"]["1"]["weight"].get<double>() ==
          doctest::Approx(crowd.annotatorWeights[0]));
    CHECK_FALSE(control["workers"].contains("m"));
    CHECK(here.run(command + " --models m").output == run.output);
}

TEST_CASE("aggregate of tasks: crowdlab says which predictions tell no probability") {
    const Workplace here;
    here.write("c.xml", kChoices);
    const auto failure = [&here](const std::string& predictions, const std::string& more = "") {
        here.write("tasks.json", "[" + task(7, annotation(1, choice("c", "x")), predictions) + "]");
        const Run run = here.run(
            "aggregate --method crowdlab --answers tasks.json --config c.xml --json" + more);
        CHECK(run.exitCode == 1);
        return run.output;
    };
    const std::string where = "tasks.json: error[bad-task]: ";
    CHECK(failure("") == where + "No task has predictions, so there is no model to look at\n");
    const std::string lack = where + "The predictions of \"c\" tell no probabilities, of m: ";
    CHECK(failure(prediction("m", "null", choice("c", "x"))) ==
          lack + "A prediction of item \"7\" has no score, the probability of its label \"x\"\n");
    CHECK(failure(prediction("m", "95", choice("c", "x"))) ==
          lack + "The score 95 of item \"7\" is no probability from 0 to 1\n");
    CHECK(failure(prediction("m", "0.8", choice("c", "x")) + "," +
                  prediction("m", "0.5", choice("c", "y"))) ==
          lack + "The scores of item \"7\" sum up to 1.3, above 1; they are the probabilities of "
                 "its labels\n");
    const std::string two =
        prediction("m", "1", choice("c", "x")) + "," + prediction("n", "1", choice("c", "x"));
    CHECK(failure(two) == where + "The predictions are by several models, \"m\", \"n\"; name those "
                                  "that count with --models\n");
    CHECK(failure(two, " --models o") ==
          where + "No prediction is by the model \"o\"; there are those of \"m\", \"n\"\n");
}

TEST_CASE("agreement: a model among the workers stands beside each annotator and all together") {
    const Workplace here;
    here.write("label.csv", "item,worker,label\na,ann,x\na,bob,x\na,bert,x\nb,ann,y\nb,bob,x\n"
                            "b,bert,x\nc,ann,y\nc,bob,y\nc,bert,x\nd,ann,y\nd,bert,y\n");
    const Run run = here.run("agreement --answers label.csv --models bert --json");
    CHECK(run.exitCode == 0);
    const Json bert = reportOf(run)["models"]["bert"];
    REQUIRE(bert["annotators"].size() == 2);
    CHECK(bert["annotators"][0]["worker"] == "ann");
    CHECK(bert["annotators"][0]["items"] == 4);
    CHECK(bert["annotators"][0]["agreement"] == 0.5);
    CHECK(bert["annotators"][1]["items"] == 3);
    // Annotators are split on b: of a, c and d two are as the model says.
    CHECK(bert["consensus"]["items"] == 3);
    CHECK(bert["consensus"]["split"] == 1);
    CHECK(bert["consensus"]["agreement"].get<double>() == doctest::Approx(2.0 / 3));
    CHECK(bert["consensus"]["interval95"][0].get<double>() == doctest::Approx(0.20765960));
    CHECK(bert["consensus"]["kappa"].get<double>() == doctest::Approx(0.4));
    const std::string text = here.run("agreement --answers label.csv --models bert").output;
    CHECK(text.contains("bert                      all of them together            3     0.6667"));
    CHECK(text.contains("1 items do not count there: annotators are split\n"));
    CHECK_FALSE(reportOf(here.run("agreement --answers label.csv --json")).contains("models"));
    const Run unknown = here.run("agreement --answers label.csv --models gpt");
    CHECK(unknown.exitCode == 1);
    CHECK(unknown.output ==
          "label.csv: error[bad-value]: --models names \"gpt\", but no answer is by it\n");
}

TEST_CASE("agreement of tasks: predictions are answers of a model, the best of each version") {
    const Workplace here;
    here.write("c.xml", kChoices);
    const auto people = [](std::string_view one, std::string_view other) {
        return annotation(1, choice("c", one)) + "," + annotation(2, choice("c", other));
    };
    here.write("tasks.json",
               "[" +
                   task(1, people("x", "x"),
                        prediction("v2", "0.9", choice("c", "x")) + "," +
                            prediction("v2", "0.1", choice("c", "z")) + "," +
                            prediction("v1", "1", choice("c", "z"))) +
                   "," + task(2, people("y", "y"), prediction("v2", "0.9", choice("c", "x"))) +
                   "]");
    const std::string command = "agreement --answers tasks.json --config c.xml --json";
    CHECK(reportOf(here.run(command))["controls"]["c"]["workers"] == 2);
    const Json control = reportOf(here.run(command + " --models v2"))["controls"]["c"];
    CHECK(control["workers"] == 3);
    CHECK(control["models"]["v2"]["consensus"]["items"] == 2);
    CHECK(control["models"]["v2"]["consensus"]["agreement"] == 0.5);
    CHECK(control["models"]["v2"]["annotators"][0]["worker"] == "1");
    const Json all = reportOf(here.run(command + " --models all"))["controls"]["c"];
    CHECK(all["models"]["v1"]["consensus"]["agreement"] == 0);
    // Models are beside annotators, not beside each other.
    CHECK(all["models"]["v1"]["annotators"].size() == 2);
    const Run unknown = here.run(command + " --models v3");
    CHECK(unknown.exitCode == 1);
    CHECK(unknown.output == "tasks.json: error[bad-task]: No prediction is by the model \"v3\"; "
                            "there are those of \"v1\", \"v2\"\n");
    here.write("tasks.json", task(1, people("x", "x"), prediction("2", "0.9", choice("c", "x"))));
    CHECK(here.run(command + " --models all")
              .output.contains("An annotator and a model are both called \"2\""));
}

TEST_CASE("agreement of tasks: a model's boxes, numbers and sets stand beside what is merged") {
    const Workplace here;
    here.write("r.xml", R"(<View><Image name="t" value="$t"/><Rating name="s" toName="t"/>
<RectangleLabels name="b" toName="t"><Label value="Head"/></RectangleLabels>
<Choices name="m" toName="t" choice="multiple"><Choice value="x"/><Choice value="y"/></Choices>
<TextArea name="a" toName="t"/></View>)");
    const auto results = [](int rating, int height, std::string_view chosen) {
        return std::format(
            R"({{"id":"s","from_name":"s","to_name":"t","type":"rating","value":{{"rating":{}}}}},
            {{"id":"b","from_name":"b","to_name":"t","type":"rectanglelabels","value":{{"x":0,"y":0,
            "width":50,"height":{},"rotation":0,"rectanglelabels":["Head"]}}}},
            {{"id":"m","from_name":"m","to_name":"t","type":"choices","value":{{"choices":{}}}}},
            {{"id":"a","from_name":"a","to_name":"t","type":"textarea","value":{{"text":["hi"]}}}})",
            rating, height, chosen);
    };
    here.write("tasks.json", task(1,
                                  annotation(1, results(4, 50, R"(["x"])")) + "," +
                                      annotation(2, results(2, 40, R"(["x"])")),
                                  prediction("v", "0.5", results(4, 45, R"(["x","y"])"))));
    const std::string command = "agreement --answers tasks.json --config r.xml --models v";
    const Json controls = reportOf(here.run(command + " --json"))["controls"];
    // The median is 3, the numbers go from 2 to 4.
    CHECK(controls["s"]["models"]["v"]["consensus"]["agreement"] == 0.5);
    CHECK(controls["s"]["models"]["v"]["annotators"][0]["agreement"] == 1);
    // What is merged is as high as the model's box.
    CHECK(controls["b"]["models"]["v"]["consensus"]["agreement"] == 1);
    CHECK(controls["m"]["models"]["v"]["consensus"]["agreement"] == 0.5);
    CHECK(controls["a"]["models"]["v"]["consensus"].is_null());
    CHECK(controls["a"]["models"]["v"]["annotators"].size() == 2);
    CHECK(here.run(command).output.contains("answers of this kind are not merged"));
}

TEST_CASE("agreement of tasks: a model's spans and paths stand beside what is merged") {
    const Workplace here;
    here.write("p.xml", R"(<View><Text name="t" value="$t"/>
<Labels name="l" toName="t"><Label value="A"/></Labels><Taxonomy name="x" toName="t">
<Choice value="a"><Choice value="b"/><Choice value="c"/></Choice></Taxonomy></View>)");
    const auto results = [](int start, std::string_view leaf) {
        return std::format(
            R"({{"id":"l","from_name":"l","to_name":"t","type":"labels","value":{{"start":{},
            "end":10,"text":"","labels":["A"]}}}},
            {{"id":"x","from_name":"x","to_name":"t","type":"taxonomy",
            "value":{{"taxonomy":[["a","{}"]]}}}})",
            start, leaf);
    };
    here.write("tasks.json",
               task(1, annotation(1, results(0, "b")) + "," + annotation(2, results(0, "b")),
                    prediction("v", "null", results(6, "c"))));
    const Json controls = reportOf(
        here.run("agreement --answers tasks.json --config p.xml --models v --json"))["controls"];
    // Four of ten characters are too few; of a and one of its parts, a is alike.
    CHECK(controls["l"]["models"]["v"]["consensus"]["agreement"] == 0);
    CHECK(controls["x"]["models"]["v"]["consensus"]["agreement"] == 0.5);
    const Json loose = reportOf(here.run("agreement --answers tasks.json --config p.xml --models v "
                                         "--threshold 0.4 --json"))["controls"];
    CHECK(loose["l"]["models"]["v"]["consensus"]["agreement"] == 1);
}

TEST_CASE("agreement: alpha knows circles and scales with two ends") {
    const Workplace here;
    here.write("label.csv", "item,worker,label\na,ann,23\na,bob,1\nb,ann,12\nb,bob,13\nb,cy,11\n"
                            "c,ann,6\nc,bob,6\nd,ann,18\n");
    const auto alphaOf = [&here](const std::string& options) {
        return reportOf(here.run("agreement --answers label.csv --json " +
                                 options))["coefficients"]["alpha"]["value"]
            .get<double>();
    };
    CHECK(alphaOf("--metric circular --period 24") == doctest::Approx(0.9358992541724708));
    here.write("label.csv", "item,worker,label\na,ann,-3\na,bob,-2\nb,ann,0\nb,bob,1\nb,cy,0\n"
                            "c,ann,3\nc,bob,2\nd,ann,3\nd,bob,3\n");
    CHECK(alphaOf("--metric bipolar --ends=-3,3") == doctest::Approx(0.8508300011083733));
    Run run = here.run("agreement --answers label.csv --metric bipolar --ends=-2,3");
    CHECK(run.exitCode == 1);
    CHECK(run.output == "label.csv: error[bad-value]: -3 is not on the scale from -2 to 3\n");
    run = here.run("agreement --answers label.csv --metric ratio");
    CHECK(run.exitCode == 1);
    CHECK(run.output == "label.csv: error[bad-value]: -3 is below 0, but --metric ratio is of "
                        "amounts; use interval\n");
    for (const std::string options :
         {"--metric circular", "--metric circular --period 0", "--metric circular --period nan",
          "--period 3", "--metric bipolar", "--metric bipolar --ends=3,-3", "--ends=1,2",
          "--metric bipolar --ends=1"}) {
        INFO(options);
        CHECK(here.run("agreement --answers label.csv " + options).exitCode == 2);
    }
}

TEST_CASE("agreement of tasks: the metric is that of numbers") {
    const Workplace here;
    here.write("n.xml", R"(<View><Text name="t" value="$t"/><Number name="n" toName="t"/></View>)");
    const auto number = [](int who, int value) {
        return annotation(
            who,
            std::format(
                R"({{"id":"n","from_name":"n","to_name":"t","type":"number","value":{{"number":{}}}}})",
                value));
    };
    here.write("tasks.json",
               "[" + task(1, number(1, 23) + "," + number(2, 1), "") + "," +
                   task(2, number(1, 12) + "," + number(2, 13) + "," + number(3, 11), "") + "," +
                   task(3, number(1, 6) + "," + number(2, 6), "") + "," +
                   task(4, number(1, 18), "") + "]");
    const std::string command = "agreement --answers tasks.json --config n.xml --json";
    CHECK(reportOf(here.run(command))["controls"]["n"]["alpha"].get<double>() ==
          doctest::Approx(-0.4129593810444874));
    CHECK(reportOf(here.run(command + " --metric circular --period 24"))["controls"]["n"]["alpha"]
              .get<double>() == doctest::Approx(0.9358992541724708));
    const Run run = here.run(command + " --metric bipolar --ends 1,20");
    CHECK(run.exitCode == 1);
    CHECK(run.output == "tasks.json: error[bad-value]: Of the control \"n\": 23 is not on the "
                        "scale from 1 to 20\n");
}
