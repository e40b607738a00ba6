// `cartouche anonymity` and `cartouche dp`, as a user runs them.

#include "cli/workplace.h"
#include "core/json/json.h"

#include <cmath>
#include <string>

using cartouche::json::parseJson;
using namespace cartouche::tests;

namespace {

constexpr std::string_view kPeople = "age,city,disease\n21,A,flu\n22,A,flu\n25,B,cold\n29,B,cold\n"
                                     "31,A,flu\n35,A,cold\n38,B,flu\n60,B,gout\n";
constexpr std::string_view kAges = "21;20s;*\n22;20s;*\n25;20s;*\n29;20s;*\n31;30s;*\n35;30s;*\n"
                                   "38;30s;*\n60;60s;*\n";

} // namespace

TEST_CASE("anonymity: tells how well people hide, and makes a table in which they do") {
    const Workplace here;
    here.write("people.csv", kPeople);
    here.write("ages.csv", kAges);
    const std::string columns = "anonymity people.csv --quasi age,city --sensitive disease ";
    const auto before = parseJson(here.run(columns + "--json").output).value();
    CHECK(before["k"] == 1);
    CHECK(before["unique"] == doctest::Approx(1));
    const auto after = parseJson(here.run(columns + "--hierarchy age=ages.csv --k 2 --suppress 25 "
                                                    "--out hidden.csv --json")
                                     .output)
                           .value();
    CHECK(after["k"] == 2);
    CHECK(after["rows"] == 6);
    CHECK(after["generalization"]["levels"]["age"] == 1);
    CHECK(after["generalization"]["suppressed"] == 2);
    CHECK(here.read("hidden.csv") == "age,city,disease\n20s,A,flu\n20s,A,flu\n20s,B,cold\n"
                                     "20s,B,cold\n30s,A,flu\n30s,A,cold\n");
    CHECK(here.run(columns).output.contains("k                       1             rows in"));
}

TEST_CASE("anonymity: says what is wrong with a table") {
    const Workplace here;
    here.write("people.csv", kPeople);
    here.write("uneven.csv", "a,b\n1,2\n1\n1,2\n");
    here.write("empty.csv", "a,b\n");
    Run run = here.run("anonymity people.csv --quasi name");
    CHECK(run.exitCode == 1);
    CHECK(run.output.contains("There is no column \"name\" here"));
    run = here.run("anonymity uneven.csv --quasi a --json");
    CHECK(run.exitCode == 1);
    CHECK(run.output.contains("uneven.csv:3: error[bad-value]: This row has 1 cells instead of 2"));
    CHECK(run.output.contains("\"k\":2"));
    CHECK(here.run("anonymity empty.csv --quasi a").exitCode == 1);
    CHECK(here.run("anonymity people.csv --quasi age --k 9").exitCode == 1);
    CHECK(here.run("anonymity people.csv --quasi age --k 2 --l 2").exitCode == 2);
}

TEST_CASE("dp: counts are near the truth, and the budget ends") {
    const Workplace here;
    std::string rows = "label\n";
    for (int at = 0; at < 1000; ++at) {
        rows += at % 4 == 0 ? "cat\n" : "dog\n";
    }
    here.write("labels.csv", rows + "rare\n");
    const std::string query = "dp labels.csv --column label --epsilon 2 --values cat,dog,horse "
                              "--budget spent.json --budget-epsilon 4 --json";
    Run run = here.run(query);
    REQUIRE(run.exitCode == 0);
    const auto report = parseJson(run.output).value();
    CHECK(std::abs(report["counts"]["cat"].get<double>() - 250) < 60);
    CHECK(std::abs(report["counts"]["horse"].get<double>()) < 60);
    CHECK_FALSE(report["counts"].contains("rare"));
    CHECK(report["budget"]["spent_epsilon"] == 2);
    CHECK(here.run(query).exitCode == 0);
    run = here.run(query);
    CHECK(run.exitCode == 1);
    CHECK(run.output.contains("the budget of epsilon 4 and delta 0 does not allow it"));
    here.write("spent.json", "{\"epsilon\":-4}");
    CHECK(here.run(query).exitCode == 1);
}

TEST_CASE("dp: values that are not named are told only where many have them") {
    const Workplace here;
    std::string rows = "who,label\n";
    for (int at = 0; at < 500; ++at) {
        rows += std::to_string(at) + ",dog\n";
    }
    here.write("labels.csv", rows + "1,rare\n1,seldom\n");
    const std::string query = "dp labels.csv --column label --person who --json ";
    for (const std::string mechanism : {"laplace", "gaussian"}) {
        const Run run = here.run(query + "--delta 1e-9 --mechanism " + mechanism);
        REQUIRE(run.exitCode == 0);
        const auto report = parseJson(run.output).value();
        CHECK(report["counts"].size() == 1);
        CHECK(std::abs(report["counts"]["dog"].get<double>() - 500) < 60);
    }
    CHECK(here.run(query).output.contains("Which values occur would tell of single persons"));
    CHECK(here.run(query + "--epsilon=-1").output.contains("epsilon must be a number above 0"));
    CHECK(here.run(query + "--epsilon nan").exitCode != 0);
    CHECK(here.run(query + "--epsilon 1e-9 --values dog").exitCode == 1);
}

TEST_CASE("dp: sums and means are near the truth, of numbers within the bounds that are given") {
    const Workplace here;
    std::string rows = "who,seconds\n";
    for (int at = 0; at < 2000; ++at) {
        rows += std::to_string(at) + (at % 2 == 0 ? ",10\n" : ",30\n");
    }
    here.write("times.csv", rows + "2000,\n1,30\n1,30\n2001,9e9\n");
    const std::string query = "dp times.csv --person who --low 0 --high 40 --json ";
    for (const std::string noise : {"", "--delta 1e-6 --mechanism gaussian "}) {
        Run run = here.run(query + noise +
                           "--sum seconds --budget spent.json --budget-epsilon 9 "
                           "--budget-delta 1e-5");
        REQUIRE(run.exitCode == 0);
        auto report = parseJson(run.output).value();
        CHECK(std::abs(report["sum"].get<double>() - 40'040) < 4000);
        CHECK(report["low_95"] < report["sum"]);
        CHECK(report["budget"]["spent_epsilon"].get<double>() >= 1);
        run = here.run(query + noise + "--mean seconds");
        REQUIRE(run.exitCode == 0);
        report = parseJson(run.output).value();
        CHECK(std::abs(report["mean"].get<double>() - 20) < 2);
        CHECK(report["high_95"].get<double>() <= 40);
    }
    CHECK(parseJson(here.read("spent.json")).value()["spent"].size() == 2);
}

TEST_CASE("dp: a sum without bounds, of what is no number, or with counts is refused") {
    const Workplace here;
    here.write("times.csv", "who,seconds\na,1\nb,NaN\n");
    const auto said = [&](const std::string& options) {
        const Run run = here.run("dp times.csv " + options);
        CHECK(run.exitCode != 0);
        return run.output;
    };
    CHECK(said("--sum seconds").contains("needs --low and --high"));
    CHECK(said("--sum seconds --low 5 --high 5").contains("a lower and a higher number"));
    CHECK(said("--sum seconds --low nan --high 5").contains("a lower and a higher number"));
    CHECK(said("--sum seconds --low 0 --high 5").contains("\"NaN\" in the column \"seconds\""));
    CHECK(said("--mean who --low 0 --high 5").contains("\"a\" in the column \"who\""));
    CHECK(said("--mean minutes --low 0 --high 5").contains("There is no column \"minutes\""));
    CHECK(said("--sum seconds --low 0 --high 5 --mechanism gaussian").contains("delta above 0"));
    CHECK(said("--sum seconds --low 0 --high 5 --delta 0.1").contains("leave it out"));
    said("--sum seconds --column who --low 0 --high 5");
    said("--low 0 --high 5");
}
