#include "editor/answer_rules.h"
#include "editor/date_format.h"
#include "editor/labeling.h"
#include "editor/number_rules.h"

#include <doctest/doctest.h>

#include <array>
#include <string>

using namespace cartouche;
using annotation::Answer;
using annotation::Texts;
using editor::CommandId;
using editor::DateTime;
using json::Json;
using tests::Labeling;

namespace {

struct Form : Labeling {
    explicit Form(std::string_view controls, std::string_view annotations = "[]")
        : Labeling("<View><Image name=\"image\" value=\"$image\"/>" + std::string(controls) +
                       "</View>",
                   annotations) {}

    const config::Control& control(std::string_view name) const {
        return *std::ranges::find(editor.interface().controls(), name, &config::Control::name);
    }
    Json value() const {
        const Json all = results();
        return all.empty() ? Json() : all.back()["value"];
    }
    std::vector<std::string> refusals() {
        editor.execute(CommandId::Submit);
        return problems();
    }
    bool isSubmitted() const {
        return std::ranges::contains(events, editor::Event::Kind::Submit, &editor::Event::kind);
    }
};

constexpr std::string_view kBox =
    R"([{"id":"a","type":"rectangle","from_name":"box","to_name":"image","value":{"x":10,"y":10,"width":20,"height":20,"rotation":0}},
        {"id":"b","type":"rectangle","from_name":"box","to_name":"image","value":{"x":60,"y":10,"width":20,"height":20,"rotation":0}}])";

} // namespace

TEST_CASE("texts are added, changed and taken back, each as one undo") {
    Form form(R"(<TextArea name="t" toName="image" maxSubmissions="2"/>)");
    const config::Control& text = form.control("t");
    CHECK_FALSE(form.editor.addText(text));
    form.editor.type(text, "first");
    CHECK(form.value().is_null()); // what is typed is no answer yet
    CHECK(form.editor.addText(text));
    CHECK_FALSE(form.editor.typed(text).has_value());
    form.editor.type(text, "second");
    CHECK(form.editor.addText(text));
    CHECK(form.value() == Json{{"text", {"first", "second"}}});
    CHECK_FALSE(form.editor.canAddText(text));
    form.editor.setText(text, 0, "changed");
    CHECK(form.value()["text"][0] == "changed");
    form.editor.execute(CommandId::Undo);
    CHECK(form.value()["text"][0] == "first");
    form.editor.setText(text, 1, "");
    form.editor.setText(text, 0, "");
    CHECK(form.results().empty()); // no result without a text
    CHECK(form.editor.canAddText(text));
}

TEST_CASE("what is typed and not added counts when it is submitted") {
    Form form(R"(<TextArea name="t" toName="image" required="true"/>)");
    form.editor.type(form.control("t"), "typed");
    CHECK(form.refusals().empty());
    CHECK(form.isSubmitted());
    CHECK(form.value()["text"] == Json{"typed"});
}

TEST_CASE("what is typed about a region waits there") {
    Form form(R"(<Rectangle name="box" toName="image"/>
      <TextArea name="t" toName="image" perRegion="true"/>)",
              kBox);
    const config::Control& text = form.control("t");
    CHECK_FALSE(form.editor.canAnswer(text));
    const auto all = form.editor.regions().list();
    form.editor.regions().select({all[0]});
    CHECK(form.editor.canAnswer(text));
    form.editor.type(text, "of a");
    form.editor.regions().select({all[1]});
    CHECK_FALSE(form.editor.typed(text).has_value());
    form.editor.type(text, "of b");
    form.editor.regions().select({all[0]});
    CHECK(form.editor.typed(text) == "of a");
    CHECK(form.refusals().empty());
    const Json results = form.results();
    REQUIRE(results.size() == 4);
    for (const auto& [id, words] : {std::pair{"a", "of a"}, std::pair{"b", "of b"}}) {
        const bool isThere = std::ranges::any_of(results, [&](const Json& result) {
            return result["id"] == id && result["type"] == "textarea" &&
                   result["value"]["text"] == Json{words} && result["value"]["width"] == 20;
        });
        CHECK(isThere);
    }
}

TEST_CASE("a text that may not be twice is not added again, in whatever case") {
    Form form(R"(<TextArea name="t" toName="image" skipDuplicates="true"/>)");
    const config::Control& text = form.control("t");
    form.editor.type(text, "Word");
    CHECK(form.editor.addText(text));
    form.editor.type(text, "wORD");
    CHECK(form.editor.isRepeated(text, "wORD"));
    CHECK_FALSE(form.editor.addText(text));
    CHECK(form.editor.typed(text) == "wORD");
}

TEST_CASE("the field of a text begins with the value, which counts when it is submitted") {
    Form form(R"(<TextArea name="t" toName="image" value="$image"/>)");
    CHECK(form.editor.typed(form.control("t")) == "x");
    CHECK(form.results().empty());
    form.editor.execute(CommandId::Submit);
    CHECK(form.value()["text"] == Json{"x"});
}

TEST_CASE("all gaps of a form are told at once, in the order of the config") {
    Form form(R"(<Rating name="r" toName="image" required="true"/>
      <Choices name="c" toName="image" required="true"><Choice value="yes"/></Choices>
      <Number name="n" toName="image" required="true" requiredMessage="How many?"/>
      <DateTime name="d" toName="image" required="true"/>
      <TextArea name="t" toName="image" required="true"/>)");
    CHECK(form.refusals() == std::vector<std::string>{"Rating \"r\" is required.",
                                                      "Checkbox \"c\" is required.", "How many?",
                                                      "DateTime \"d\" is required.",
                                                      "Input for the textarea \"t\" is required."});
    CHECK_FALSE(form.isSubmitted());
    form.editor.answer(form.control("r"), 3.0);
    CHECK(form.problems().size() == 4); // a gap that is filled is no problem any more
}

TEST_CASE("a number is held to its limits when it is submitted, and its default counts then") {
    Form form(R"(<Number name="n" toName="image" min="0" max="10" step="0.5" defaultValue="4"/>)");
    const config::Control& number = form.control("n");
    form.editor.answer(number, 11.0);
    CHECK(form.refusals() ==
          std::vector<std::string>{"Number \"11\" is not valid: the greatest is 10."});
    form.editor.answer(number, 0.25);
    CHECK(form.problems().empty()); // until it is submitted
    CHECK(form.refusals() ==
          std::vector<std::string>{"Number \"0.25\" is not valid: it must be a multiple of 0.5."});
    form.editor.answer(number, Answer());
    CHECK(form.results().empty());
    CHECK(form.refusals().empty());
    CHECK(form.value() == Json{{"number", 4}});
}

TEST_CASE("steps of a number stay within its limits and clear of rounding") {
    const editor::NumberRules rules{.least = 0, .most = 0.35, .step = 0.1};
    CHECK(rules.stepped(0.1, 2) == 0.3);
    CHECK(rules.stepped(0.3, 1) == 0.35);
    CHECK(rules.stepped(0.05, -1) == 0);
    CHECK(editor::numberFault(rules, 0.3) == "");
    CHECK(editor::numberFault(rules, -1) == "the least is 0");
}

TEST_CASE("what came with the task and may not be is kept, and is no answer") {
    struct Bad {
        std::string_view control;
        std::string_view result;
        std::string_view refusal; // where an answer is required
    };
    constexpr std::array kBad{
        Bad{R"(<Choices name="c" toName="image" required="true"><Choice value="yes"/></Choices>)",
            R"("type":"choices","value":{"choices":["gone"]})", "Checkbox \"c\" is required."},
        Bad{R"(<Taxonomy name="c" toName="image" required="true"><Choice value="A"><Choice value="B"/></Choice></Taxonomy>)",
            R"("type":"taxonomy","value":{"taxonomy":[["A","gone"]]})",
            "Taxonomy \"c\" is required."},
        Bad{R"(<Rating name="c" toName="image" required="true" maxRating="3"/>)",
            R"("type":"rating","value":{"rating":7})", "Rating \"c\" is required."},
        Bad{R"(<DateTime name="c" toName="image" required="true" only="date"/>)",
            R"("type":"datetime","value":{"datetime":"2023-02-29"})",
            "DateTime \"c\" is required."},
        Bad{R"(<DateTime name="c" toName="image" required="true" only="date" max="2022"/>)",
            R"("type":"datetime","value":{"datetime":"2023-01-01"})",
            "DateTime \"c\" is required."},
        Bad{R"(<Number name="c" toName="image" required="true" max="10"/>)",
            R"("type":"number","value":{"number":11})", "Number \"c\" is required."}};
    for (const Bad& bad : kBad) {
        CAPTURE(bad.result);
        const std::string result =
            R"({"id":"r","from_name":"c","to_name":"image",)" + std::string(bad.result) + "}";
        Form form(bad.control, "[" + result + "]");
        const Json before = form.results();
        CHECK(before.size() == 1);
        CHECK(form.refusals().front() == bad.refusal);
        CHECK(form.results() == before);
    }
    // Where nothing must be answered it goes out as it came.
    Form form(R"(<DateTime name="c" toName="image"/>)",
              R"([{"id":"r","from_name":"c","to_name":"image","type":"datetime",
                   "value":{"datetime":"soon"}}])");
    CHECK(form.refusals().empty());
    CHECK(form.value() == Json{{"datetime", "soon"}});
}

TEST_CASE("what is typed and can be no answer refuses a submit, until it is another") {
    Form form(R"(<Number name="n" toName="image"/>
      <DateTime name="d" toName="image" only="date" min="2020-05-01" max="2020-06"/>)");
    const config::Control& number = form.control("n");
    const config::Control& date = form.control("d");
    form.editor.type(number, "many");
    form.editor.type(date, "2020-04-30");
    CHECK(form.refusals() ==
          std::vector<std::string>{
              "Number \"many\" is not valid: it is no number.",
              "DateTime \"2020-04-30\" is not valid: the earliest is 2020-05-01."});
    CHECK(form.editor.typed(number) == "many");
    form.editor.type(number, "12");
    form.editor.type(date, "2020-06-30");
    CHECK(form.problems().empty());
    CHECK(form.refusals().empty());
}

TEST_CASE("limits of dates reach as far as they say") {
    struct Limit {
        std::string_view attributes;
        std::string_view typed;
        std::string_view fault;
    };
    constexpr std::array kLimits{
        Limit{R"(min="2021-11-10")", "2021-11-09T23:59", "the earliest is 2021-11-10T00:00"},
        Limit{R"(min="2021-11-10")", "2021-11-10T00:00", ""},
        Limit{R"(max="2021-11-10")", "2021-11-10T23:59", ""},
        Limit{R"(max="2021-11-10")", "2021-11-11T00:00", "the latest is 2021-11-10T23:59"},
        Limit{R"(max="2021-02" only="date")", "2021-02-28", ""},
        Limit{R"(max="2021-02" only="date")", "2021-03-01", "the latest is 2021-02-28"},
        Limit{R"(min="2020" max="2022" only="year")", "2022", ""},
        Limit{R"(min="2020" max="2022" only="year")", "2023", "the latest is 2022"},
        Limit{R"(max="current" only="year")", "9999", "the latest is"},
        Limit{R"(min="09:30" only="time")", "09:29", "the earliest is 09:30"},
        Limit{R"(min="soon" only="time")", "09:29", ""},
        Limit{R"(only="time")", "25:00", "it is no date of the form %H:%M"},
    };
    for (const auto& [attributes, typed, fault] : kLimits) {
        CAPTURE(attributes);
        CAPTURE(typed);
        const Form form(R"(<DateTime name="d" toName="image" )" + std::string(attributes) + "/>");
        const std::string found = editor::typedFault(*form.control("d").tag, typed);
        CHECK(fault.empty() == found.empty());
        CHECK(found.starts_with(fault));
    }
}

TEST_CASE("keys step a number and a rating, round and round") {
    Form form(R"(<Rating name="r" toName="image" maxRating="2" hotkey="q"/>
      <Number name="n" toName="image" min="3" max="4" hotkey="w"/>)");
    const auto press = [&form](std::string_view key) {
        form.editor.pressKey({.key = key});
        const Json all = form.results();
        return all.empty() ? Json() : all.back()["value"];
    };
    CHECK(press("q") == Json{{"rating", 1}});
    CHECK(press("q") == Json{{"rating", 2}});
    CHECK(press("q").is_null());
    CHECK(press("w") == Json{{"number", 3}});
    CHECK(press("w") == Json{{"number", 4}});
    CHECK(press("w") == Json{{"number", 3}});
}

TEST_CASE("the same answer again is no step, and what can only be looked at takes none") {
    Form form(R"(<Rating name="r" toName="image"/><TextArea name="t" toName="image"/>)");
    form.editor.answer(form.control("r"), 2.0);
    form.editor.answer(form.control("r"), 2.0);
    form.editor.execute(CommandId::Undo);
    CHECK(form.results().empty());
    form.editor.load(
        R"(<View><Image name="image" value="$image"/><Rating name="r" toName="image"/></View>)",
        json::checkJson(R"({"data":{"image":"x"},"annotations":[{"readonly":true,"result":[]}]})")
            .value(),
        {});
    REQUIRE(form.editor.isReadonly());
    form.editor.answer(form.control("r"), 2.0);
    form.editor.type(form.control("r"), "2");
    CHECK(form.results().empty());
    CHECK_FALSE(form.editor.typed(form.control("r")).has_value());
}

TEST_CASE("what is typed stays with its annotation") {
    Form form(
        R"(<TextArea name="t" toName="image" editable="true"/>)",
        R"([{"id":"a","type":"textarea","from_name":"t","to_name":"image","value":{"text":["one"]}}])");
    const std::string first = form.editor.current().id;
    const config::Control& text = form.control("t");
    form.editor.type(text, "new");
    form.editor.type(text, "changed", 0);
    const std::string second = form.editor.copyEntry(first)->id;
    CHECK_FALSE(form.editor.typed(text).has_value());
    CHECK_FALSE(form.editor.typed(text, 0).has_value());
    form.editor.execute(CommandId::Submit);
    CHECK(form.value()["text"] == Json{"one"});
    form.editor.selectEntry(first);
    CHECK(form.editor.typed(text) == "new");
    form.editor.execute(CommandId::Submit);
    CHECK(form.value()["text"] == Json{"changed", "new"});
}

TEST_CASE("a text that is being changed stays with its region, and goes if nothing is left of it") {
    Form form(R"(<Rectangle name="box" toName="image"/>
      <TextArea name="t" toName="image" perRegion="true" editable="true"/>)",
              kBox);
    const config::Control& text = form.control("t");
    const auto all = form.editor.regions().list();
    for (const annotation::AreaHandle region : all) {
        form.editor.regions().select({region});
        form.editor.type(text, "before");
        form.editor.addText(text);
    }
    form.editor.type(text, "after", 0); // of the second
    form.editor.regions().select({all[0]});
    CHECK_FALSE(form.editor.typed(text, 0).has_value());
    form.editor.finishText(text, 0);
    CHECK(form.editor.textsOf(text) == Texts{"before"});
    form.editor.regions().select({all[1]});
    form.editor.finishText(text, 0);
    CHECK(form.editor.textsOf(text) == Texts{"after"});
    form.editor.type(text, "", 0);
    CHECK(form.editor.textsOf(text) == Texts{"after"}); // not while it is typed
    form.editor.finishText(text, 0);
    CHECK(form.editor.textsOf(text).empty());
}

TEST_CASE("dates are written and read by their format") {
    const DateTime moment{2024, 5, 1, 13, 30, 5};
    for (const auto& [format, text] :
         {std::pair{"%Y-%m-%dT%H:%M", "2024-05-01T13:30"}, std::pair{"%d.%m.%y", "01.05.24"},
          std::pair{"%B %e, %Y", "May  1, 2024"},
          std::pair{"%a %b %d %I:%M %p", "Wed May 01 01:30 PM"},
          std::pair{"%Y day %j, 100%%", "2024 day 122, 100%"}}) {
        CHECK(editor::formatDateTime(moment, format) == text);
        CHECK(editor::parseDateTime(text, format).has_value());
    }
    CHECK(editor::parseDateTime("01.05.24", "%d.%m.%y") == DateTime{2024, 5, 1});
    CHECK(editor::parseDateTime("12:05 AM", "%I:%M %p") == DateTime{.hour = 0, .minute = 5});
    for (const std::string_view bad :
         {"2024-02-30", "2024-13-01", "2024-1", "2024-01-01x", "", "today"}) {
        CHECK_FALSE(editor::parseDateTime(bad, "%Y-%m-%d").has_value());
    }
}
