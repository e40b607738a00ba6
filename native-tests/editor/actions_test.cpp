#include "editor/actions.h"
#include "editor/editor.h"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

using namespace cartouche;
using editor::Action;
using editor::CommandId;
using editor::Event;
using json::Json;

namespace {

using Interfaces = std::set<std::string, std::less<>>;
using Actions = std::vector<Action>;

const Interfaces kUsual{"controls", "submit", "update", "skip"};
const Interfaces kReview{"controls", "submit", "update", "skip", "review"};

struct Case {
    const char* what;
    Interfaces interfaces;
    editor::AnnotationState state;
    Actions actions;
};

const std::vector<Case> kCases{
    {"a new one", kUsual, {}, {Action::Skip, Action::Submit}},
    {"one with changes", kUsual, {.isChanged = true}, {Action::Skip, Action::Submit}},
    {"one that is saved", kUsual, {.isSubmitted = true}, {Action::Skip, Action::Update}},
    {"one that was skipped",
     kUsual,
     {.isSkipped = true, .isSubmitted = true},
     {Action::CancelSkip}},
    {"one that was skipped, where none can be",
     {"controls", "submit", "update"},
     {.isSkipped = true},
     {Action::CancelSkip}},
    {"one to look at", kUsual, {.isReadonly = true}, {}},
    {"one to look at that was skipped", kUsual, {.isReadonly = true, .isSkipped = true}, {}},
    {"no button group", {"submit", "update", "skip", "review"}, {}, {}},
    {"no skip", {"controls", "submit", "update"}, {}, {Action::Submit}},
    {"no submit", {"controls", "update", "skip"}, {}, {Action::Skip}},
    {"no update", {"controls", "submit", "skip"}, {.isSubmitted = true}, {Action::Skip}},
    {"nothing", {"controls"}, {}, {}},
    {"a review", kReview, {.isSubmitted = true}, {Action::Reject, Action::Accept}},
    {"a review with changes",
     kReview,
     {.isSubmitted = true, .isChanged = true},
     {Action::Reject, Action::FixAndAccept}},
    {"a review of one that was skipped",
     kReview,
     {.isSkipped = true, .isSubmitted = true},
     {Action::Reject, Action::Accept}},
    {"a review to look at", kReview, {.isReadonly = true}, {}},
};

constexpr std::string_view kConfig = R"(<View><Image name="image" value="$image"/>
  <Choices name="day" toName="image" required="true"><Choice value="Sun"/><Choice value="Rain"/></Choices></View>)";

constexpr std::string_view kNew = R"({"id":9,"data":{"image":"a.png"}})";
constexpr std::string_view kSkipped = R"({"id":9,"data":{"image":"a.png"},"annotations":[
  {"id":11,"was_cancelled":true,"result":[]}]})";
constexpr std::string_view kSaved = R"({"id":9,"data":{"image":"a.png"},"annotations":[
  {"id":11,"result":[{"id":"a","type":"choices","from_name":"day","to_name":"image","value":{"choices":["Rain"]}}]}]})";

struct Desk {
    Desk(std::string_view task, const Interfaces& interfaces) { load(task, interfaces); }

    void load(std::string_view task, const Interfaces& interfaces) {
        editor.load(kConfig, *json::checkJson(std::string(task)),
                    {interfaces.begin(), interfaces.end()});
        events.clear();
    }
    void choose(std::size_t choice) {
        const auto& control = editor.interface().choices().front();
        editor.toggleChoice(control, control.choices.at(choice));
    }
    std::size_t count(Event::Kind kind) const {
        return static_cast<std::size_t>(std::ranges::count(events, kind, &Event::kind));
    }
    Json detail(Event::Kind kind) const {
        const auto found = std::ranges::find(events, kind, &Event::kind);
        return found == events.end() ? Json() : *json::parseJson(found->detail);
    }

    int ids = 0;
    std::vector<Event> events;
    editor::Editor editor{
        {.newId = [this] { return "id" + std::to_string(++ids); }, .nowMs = [] { return 0.0; }},
        [this](const Event& event) { events.push_back(event); }};
};

} // namespace

TEST_CASE("which buttons there are hangs on the host's switches and on the annotation") {
    for (const Case& one : kCases) {
        INFO(one.what);
        CHECK(editor::actionsFor(one.interfaces, one.state) == one.actions);
    }
}

TEST_CASE("an annotation is skipped without what is required, and that is taken back") {
    Desk desk(kNew, kUsual);
    CHECK(desk.editor.execute(CommandId::Skip));
    Json annotation = desk.detail(Event::Kind::Skip)["annotation"];
    CHECK(annotation["was_cancelled"] == true);
    CHECK(annotation["task"] == 9);
    CHECK(desk.editor.actions() == Actions{Action::CancelSkip});
    CHECK_FALSE(desk.editor.execute(CommandId::Skip));
    CHECK(desk.editor.execute(CommandId::CancelSkip));
    CHECK(desk.detail(Event::Kind::CancelSkip)["annotation"]["was_cancelled"] == false);
    CHECK(desk.editor.actions() == Actions{Action::Skip, Action::Update});
    CHECK_FALSE(desk.editor.execute(CommandId::CancelSkip));
    CHECK(desk.count(Event::Kind::Submit) + desk.count(Event::Kind::Update) == 0);
}

TEST_CASE("what the server does not have any more is submitted as new") {
    Desk desk(kSkipped, kUsual);
    CHECK(desk.editor.actions() == Actions{Action::CancelSkip});
    CHECK(desk.editor.execute(CommandId::CancelSkip));
    CHECK(desk.detail(Event::Kind::CancelSkip)["annotation"]["pk"] == 11);
    CHECK(desk.editor.markUnsaved("11"));
    CHECK_FALSE(desk.editor.markUnsaved("11"));
    CHECK(desk.editor.actions() == Actions{Action::Skip, Action::Submit});
    desk.choose(0);
    CHECK(desk.editor.execute(CommandId::Submit));
    CHECK_FALSE(desk.detail(Event::Kind::Submit)["annotation"].contains("pk"));
}

TEST_CASE("an annotation that was skipped is not skipped any more once it is submitted") {
    Desk desk(kSkipped, kUsual);
    desk.choose(0);
    CHECK(desk.editor.execute(CommandId::Submit));
    CHECK(desk.detail(Event::Kind::Update)["annotation"]["was_cancelled"] == false);
    CHECK(desk.editor.actions() == Actions{Action::Skip, Action::Update});
}

TEST_CASE("where there is no skip, none can be done by a key either") {
    Desk desk(kNew, {"controls", "submit"});
    CHECK_FALSE(desk.editor.canExecute(CommandId::Skip));
    CHECK_FALSE(desk.editor.canExecute(CommandId::Accept));
    CHECK_FALSE(desk.editor.canExecute(CommandId::NextTask));
    CHECK(desk.editor.commandByKeyOf(CommandId::Skip) == CommandId::Skip);
}

TEST_CASE("a reviewer accepts, fixes and accepts, or rejects") {
    Desk desk(kSaved, kReview);
    CHECK(desk.editor.execute(CommandId::Accept));
    CHECK(desk.detail(Event::Kind::Accept)["isDirty"] == false);
    CHECK(desk.detail(Event::Kind::Accept)["annotation"]["pk"] == 11);
    desk.events.clear();
    desk.choose(0);
    CHECK(desk.editor.actions() == Actions{Action::Reject, Action::FixAndAccept});
    CHECK(desk.editor.execute(CommandId::Accept));
    CHECK(desk.detail(Event::Kind::Accept)["isDirty"] == true);
    CHECK(desk.editor.execute(CommandId::Reject));
    CHECK(desk.detail(Event::Kind::Reject)["isDirty"] == true);
    CHECK_FALSE(desk.editor.canExecute(CommandId::Submit));
    CHECK_FALSE(desk.editor.canExecute(CommandId::Skip));
}

TEST_CASE("what lacks an answer can be rejected, but not accepted") {
    Desk desk(kNew, kReview);
    CHECK_FALSE(desk.editor.execute(CommandId::Accept));
    CHECK(desk.count(Event::Kind::Error) == 1);
    CHECK(desk.count(Event::Kind::Accept) == 0);
    CHECK(desk.editor.execute(CommandId::Reject));
    CHECK(desk.count(Event::Kind::Reject) == 1);
}

TEST_CASE("in a review the key of Submit accepts, and that of Skip rejects") {
    Desk desk(kSaved, kReview);
    CHECK(desk.editor.commandByKeyOf(CommandId::Submit) == CommandId::Accept);
    CHECK(desk.editor.commandByKeyOf(CommandId::Skip) == CommandId::Reject);
    CHECK(desk.editor.commandByKeyOf(CommandId::Undo) == CommandId::Undo);
    CHECK(desk.editor.keyOf(CommandId::Accept) == "mod+enter");
    CHECK(desk.editor.keyOf(CommandId::Reject) == "ctrl+space,alt+enter");
    CHECK(desk.editor.keyOf(CommandId::Submit) == "");
    desk.editor.setKeymap(*json::checkJson(R"({"annotation:reject":{"key":"alt+0"}})"));
    CHECK(desk.editor.keyOf(CommandId::Reject) == "alt+0");
}

TEST_CASE("a host that denies empty annotations gets none") {
    Desk desk(R"({"data":{"image":"a.png"}})",
              {"controls", "submit", "skip", "annotations:deny-empty"});
    CHECK_FALSE(desk.editor.canExecute(CommandId::Submit));
    CHECK(desk.editor.canExecute(CommandId::Skip));
    desk.choose(0);
    CHECK(desk.editor.canExecute(CommandId::Submit));
}

TEST_CASE("there is a way to other tasks as far as the host knows some") {
    Desk desk(kNew, {"topbar:prevnext"});
    CHECK(desk.editor.execute(CommandId::NextTask));
    CHECK(desk.detail(Event::Kind::NextTask)["isPostponed"] == false);
    CHECK(desk.editor.execute(CommandId::PreviousTask));
    CHECK(desk.count(Event::Kind::PreviousTask) == 1);
    desk.editor.setNeighbors({.hasPrevious = false, .hasNext = false});
    CHECK_FALSE(desk.editor.canExecute(CommandId::PreviousTask));
    CHECK_FALSE(desk.editor.canExecute(CommandId::NextTask));
}

TEST_CASE("at the end of the tasks, one that is not submitted can be postponed") {
    const Interfaces interfaces{"topbar:prevnext", "skip", "postpone"};
    Desk desk(kNew, interfaces);
    desk.editor.setNeighbors({.hasPrevious = true, .hasNext = false});
    CHECK(desk.editor.execute(CommandId::NextTask));
    CHECK(desk.detail(Event::Kind::NextTask)["isPostponed"] == true);
    desk.load(kSaved, interfaces);
    CHECK_FALSE(desk.editor.canExecute(CommandId::NextTask));
    desk.load(kNew, {"topbar:prevnext", "postpone"});
    CHECK_FALSE(desk.editor.canExecute(CommandId::NextTask));
}

TEST_CASE("an editor that only shows changes nothing") {
    Desk desk(kSaved, kUsual);
    desk.choose(0);
    desk.editor.setReadonly(true);
    CHECK(desk.count(Event::Kind::Annotations) == 1);
    CHECK(desk.editor.isReadonly());
    desk.load(kSaved, {"controls", "submit", "update", "skip", "annotations:add-new",
                       "annotations:delete", "ground-truth", "topbar:prevnext"});
    CHECK(desk.editor.isReadonly());
    CHECK(desk.editor.actions().empty());
    desk.choose(0);
    CHECK_FALSE(desk.editor.canExecute(CommandId::Undo));
    for (const CommandId id :
         {CommandId::Submit, CommandId::Skip, CommandId::CreateAnnotation,
          CommandId::CopyAnnotation, CommandId::DeleteAnnotation, CommandId::ToggleGroundTruth}) {
        CHECK_FALSE(desk.editor.canExecute(id));
    }
    CHECK(desk.editor.canExecute(CommandId::NextTask));
    CHECK((*json::parseJson(desk.editor.describeEntries()))["annotations"][0]["isReadonly"] ==
          true);
    desk.editor.setReadonly(false);
    CHECK_FALSE(desk.editor.isReadonly());
    desk.choose(0);
    CHECK(desk.editor.canExecute(CommandId::Undo));
}
