// Where another answer is worth most, and models that have not seen what they judge, in the built
// tool.

#include "cli/model_data.h"

#include <cstddef>

using namespace cartouche::tests;
using cartouche::json::Json;
namespace quality = cartouche::quality;

TEST_CASE("sample: active-lab ranks items that are labeled and items that are not") {
    const Workplace here;
    here.write("items.csv", "item\na\nf\nb\nc\nd\ne\ng\n");
    here.write("label.csv", kAnswers);
    here.write("said.csv", kSaid);
    const std::string command = "sample --data items.csv --strategy active-lab";
    const Run run = here.run(command + " --answers label.csv --predictions said.csv --json");
    CHECK(run.exitCode == 0);
    const Json report = reportOf(run);
    const auto scores =
        quality::activeLabScores(answersOfCsv(), crowdOfCsv(), matrix({{0.5, 0.5}, {0.9, 0.1}}));
    CHECK(report["labeled"] == 5);
    REQUIRE(report["next"].size() == 7);
    // Nobody answered f, of which the model knows nothing, either.
    CHECK(report["next"][0]["item"] == "f");
    CHECK(report["next"][0]["score"] == scores[5]);
    for (const Json& next : report["next"]) {
        const std::size_t place = std::string("abcdefg").find(next["item"].get<std::string>());
        CHECK(next["score"] == scores[place]);
    }
    CHECK(here.run(command + " --answers label.csv").output ==
          "items.csv: error[bad-value]: active-lab asks a model: name --predictions, or features "
          "to learn from by --text, --image or --numbers, or give tasks with predictions\n");
    CHECK(here.run(command + " --predictions said.csv").output ==
          "items.csv: error[bad-value]: active-lab looks at who answered what: name --answers, or "
          "as --data tasks whose annotations are choices\n");
    here.write("other.csv", "item,worker,label\nq,ann,x\n");
    CHECK(here.run(command + " --answers other.csv --predictions said.csv").output ==
          "other.csv: error[bad-value]: No item of the data has an answer here\n");
    CHECK(here.run(command + " --answers nowhere.csv --predictions said.csv").output ==
          "nowhere.csv: error[unreadable-file]: This file cannot be read: No such file or "
          "directory\n");
    CHECK(here.run(command + " --labels label.csv").exitCode == 2);
    CHECK(here.run("sample --data items.csv --answers label.csv").exitCode == 2);
}

TEST_CASE("sample: active-lab reads tasks with their annotations and predictions") {
    const Workplace here;
    const std::string x = choice("c", "x");
    here.write("tasks.json",
               "[" + task(1, annotation(1, x) + "," + annotation(2, x), prediction("m", "0.9", x)) +
                   "," +
                   task(2, annotation(1, x) + "," + annotation(2, choice("c", "y")),
                        prediction("m", "0.5", x)) +
                   "," + task(3, "", prediction("m", "0.9", x)) + "]");
    const std::string command = "sample --data tasks.json --strategy active-lab --json";
    const Json report = reportOf(here.run(command));
    CHECK(report["labeled"] == 2);
    const quality::Answers answers{.items = 2,
                                   .workers = 2,
                                   .labels = 2,
                                   .list = {{0, 0, 0}, {0, 1, 0}, {1, 0, 0}, {1, 1, 1}}};
    const auto scores = quality::activeLabScores(
        answers, quality::crowdlab(answers, matrix({{0.9, 0.1}, {0.5, 0.5}})),
        matrix({{0.9, 0.1}}));
    for (const Json& next : report["next"]) {
        const auto place = static_cast<std::size_t>(std::stoi(next["item"].get<std::string>()));
        CHECK(next["score"].get<double>() == doctest::Approx(scores[place - 1]));
    }
    const std::string y = choice("c", "y");
    here.write("tasks.json",
               "[" + task(1, annotation(1, x + "," + choice("d", "y")), prediction("m", "0.9", x)) +
                   "," + task(2, annotation(1, y), prediction("m", "0.9", y)) + "]");
    CHECK(here.run(command).output ==
          "tasks.json: error[bad-value]: These tasks have choices of several controls, \"c\", "
          "\"d\"; name one of them by --control\n");
    CHECK(reportOf(here.run(command + " --control c"))["labeled"] == 2);
    const std::string lack =
        "tasks.json: error[bad-value]: The predictions of \"m\" tell no probabilities: ";
    here.write("tasks.json", task(1, annotation(1, y), prediction("m", "null", x)));
    CHECK(here.run(command).output ==
          lack + "A prediction of item \"1\" has no score, the probability of its label \"x\"\n");
    here.write("tasks.json", task(1, annotation(1, x), prediction("m", "0.9", x)));
    CHECK(here.run(command).output == lack + "All answers and predictions are \"x\", and a model "
                                             "tells two labels or more apart\n");
}

TEST_CASE("sample: active-lab learns a model that has not seen the answers that it judges") {
    const Workplace here;
    std::string items = "item,text\n";
    std::string answers = "item,worker,label\n";
    for (int index = 0; index < 20; ++index) {
        const bool isSpam = index % 2 == 1;
        items += std::format("t{},{} {}\n", index, isSpam ? "free money" : "see you", index);
        if (index < 18) {
            answers += std::format("t{},ann,{}\n", index, isSpam ? "spam" : "ham");
            // Of one text another annotator says the opposite, and so does the model.
            answers += std::format("t{},bob,{}\n", index, isSpam && index != 5 ? "spam" : "ham");
        }
    }
    here.write("items.csv", items);
    here.write("label.csv", answers);
    const std::string command = "sample --data items.csv --text text --strategy active-lab "
                                "--answers label.csv";
    const Json report = reportOf(here.run(command + " --count 3 --json"));
    CHECK(report["next"].size() == 3);
    CHECK(report["next"][0]["item"] == "t5");
    here.write("label.csv", "item,worker,label\nt0,ann,ham\nt1,ann,spam\n");
    CHECK(here.run(command).output ==
          "items.csv: error[bad-value]: Too few items that differ are answered to hold some back "
          "from the model: ten are enough; or name --predictions\n");
    here.write("label.csv", "item,worker,label\nt0,ann,ham\nt2,ann,ham\n");
    CHECK(here.run(command).output == "items.csv: error[bad-value]: All answers are \"ham\"; a "
                                      "model tells two or more apart\n");
}

TEST_CASE("learn: items of a group are held back together") {
    const Workplace here;
    // Each patient has a word of its own beside a label of its own, and nothing else tells labels:
    // a model that has seen a patient knows the label, one that has not knows nothing.
    std::string items = "item,text,patient\n";
    std::string labels = "item,label\n";
    for (int index = 0; index < 48; ++index) {
        const int patient = index % 12;
        items += std::format("i{},name{} {},p{}\n", index, patient, index, patient);
        labels += std::format("i{},{}\n", index, patient % 2 == 0 ? "well" : "ill");
    }
    here.write("items.csv", items);
    here.write("labels.csv", labels);
    const std::string command = "learn --data items.csv --text text --labels labels.csv";
    const Json apart = reportOf(here.run(command + " --json"));
    CHECK(apart["scores"]["accuracy"].get<double>() > 0.95);
    CHECK_FALSE(apart.contains("groups"));
    const Json together = reportOf(here.run(command + " --group patient --folds 4 --json"));
    CHECK(together["groups"] == 12);
    CHECK(together["scores"]["accuracy"].get<double>() < 0.7);
    CHECK(here.run(command + " --group patient").output.contains("held back in 12 groups\n"));
}

TEST_CASE("learn: a group that is not known, and too few of them, are refused") {
    const Workplace here;
    here.write("items.csv", "item,x,who\na,1,p\nb,2,p\nc,3,q\nd,4,\n");
    here.write("labels.csv", "item,label\na,y\nb,n\nc,y\n");
    const std::string command = "learn --data items.csv --numbers x --labels labels.csv --group ";
    CHECK(here.run(command + "patient").output ==
          "items.csv: error[bad-value]: No item has a field \"patient\"\n");
    Run run = here.run(command + "who");
    CHECK(run.exitCode == 1);
    CHECK(run.output == "items.csv: error[bad-value]: Labeled items have 2 different \"who\", too "
                        "few for 5 parts to hold back; use --folds 2\n");
    here.write("labels.csv", "item,label\na,y\nb,n\nd,y\n");
    CHECK(here.run(command + "who").output ==
          "items.csv: error[bad-value]: Item \"d\" has nothing in \"who\", so it is not known with "
          "which items it belongs\n");
    CHECK(here.run("learn --data items.csv --model m.json --group who").exitCode == 2);
}
