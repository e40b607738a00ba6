#include "core/annotation/edit.h"
#include "support/results.h"

#include <doctest/doctest.h>

#include <format>
#include <random>

using namespace cartouche;
using namespace cartouche::annotation;
using tests::saved;

namespace {

Area box(std::string id, double x) {
    Area area{
        .id = std::move(id), .object = Name("image"), .shape = geometry::Rectangle{x, 2, 3, 4, 0}};
    area.results.push_back(
        {.control = Name("label"), .type = ResultType::RectangleLabels, .answer = Texts{"Car"}});
    return area;
}

const Area& areaOf(const History& history, AreaHandle handle) {
    const Area* area = history.document().areas().find(handle);
    REQUIRE(area != nullptr);
    return *area;
}

/// What `a`, `b` in `a`, `c` in `b`, and relations among them look like.
struct Family {
    Family() {
        Edit edit(history, "");
        Area second = box("b", 2);
        Area third = box("c", 3);
        second.parent = "a";
        third.parent = "b";
        a = edit.addArea(box("a", 1));
        b = edit.addArea(std::move(second));
        c = edit.addArea(std::move(third));
        edit.addRelation({.from = "a", .to = "b"});
        edit.addRelation({.from = "c", .to = "a"});
        edit.commit();
    }

    History history;
    AreaHandle a;
    AreaHandle b;
    AreaHandle c;
};

} // namespace

TEST_CASE("every change that is undone leaves the document as it was, and redone as it became") {
    using Change = void (*)(Edit&, const Family&);
    const std::vector<Change> changes{
        [](Edit& edit, const Family&) { edit.addArea(box("d", 9)); },
        [](Edit& edit, const Family& family) { edit.removeAreas(std::array{family.b}); },
        [](Edit& edit, const Family& family) {
            edit.removeAreas(std::array{family.a, family.b, family.c});
        },
        [](Edit& edit, const Family& family) {
            edit.setShape(family.a, geometry::KeyPoint{1, 2, 3});
        },
        [](Edit& edit, const Family& family) {
            edit.setAnswer(family.a, {Name("label"), ResultType::RectangleLabels}, Texts{"Bus"});
        },
        [](Edit& edit, const Family& family) {
            edit.setAnswer(family.a, {Name("text"), ResultType::TextArea}, Texts{"words"});
        },
        [](Edit& edit, const Family& family) {
            edit.setAnswer(family.a, {Name("label"), ResultType::RectangleLabels}, Answer());
        },
        [](Edit& edit, const Family&) {
            edit.setAnswer(Name("image"), 1, {Name("pets"), ResultType::Choices}, Texts{"Cat"},
                           tests::countingIds());
        },
        [](Edit& edit, const Family& family) { edit.setParent(family.a, "c"); },
        [](Edit& edit, const Family& family) { edit.setNote(family.a, "noted"); },
        [](Edit& edit, const Family&) { edit.addRelation({.from = "b", .to = "c"}); },
        [](Edit& edit, const Family&) { edit.removeRelation(RelationHandle{0}); },
        [](Edit& edit, const Family&) { edit.setDirection(RelationHandle{0}, Direction::Both); },
        [](Edit& edit, const Family&) { edit.setLabels(RelationHandle{1}, {"owns"}); },
    };
    for (std::size_t index = 0; index < changes.size(); ++index) {
        CAPTURE(index);
        Family family;
        const Document before = family.history.document();
        Edit edit(family.history, "change");
        changes[index](edit, family);
        edit.commit();
        const Document after = family.history.document();
        CHECK(after != before);
        family.history.undo();
        CHECK(family.history.document() == before);
        CHECK(saved(family.history.document()) == saved(before));
        family.history.redo();
        CHECK(family.history.document() == after);
        CHECK(saved(family.history.document()) == saved(after));
    }
}

TEST_CASE("a transaction is one undo, however many steps it has") {
    Family family;
    CHECK(family.history.transactions().size() == 1);
    family.history.undo();
    CHECK(saved(family.history.document()) == "[]");
    CHECK_FALSE(family.history.canUndo());
}

TEST_CASE("a drag is seen while it lasts and is one step for each thing that is dragged") {
    Family family;
    Edit edit(family.history, "Move");
    for (int moment = 1; moment <= 100; ++moment) {
        edit.setShape(family.a, geometry::Rectangle{1.0 * moment, 0, 3, 4, 0});
        edit.setShape(family.b, geometry::Rectangle{2.0 * moment, 0, 3, 4, 0});
    }
    CHECK(std::get<geometry::Rectangle>(*areaOf(family.history, family.b).shape).x == 200);
    edit.commit();
    CHECK(family.history.transactions().back().steps.size() == 2);
    family.history.undo();
    CHECK(std::get<geometry::Rectangle>(*areaOf(family.history, family.b).shape).x == 2);
}

TEST_CASE("what is not committed is taken back, and what does nothing is not recorded") {
    Family family;
    const Document before = family.history.document();
    {
        Edit edit(family.history, "given up");
        edit.removeAreas(std::array{family.a, family.b});
        edit.setNote(family.c, "x");
        CHECK(family.history.document() != before);
    }
    CHECK(family.history.document() == before);
    Edit edit(family.history, "nothing");
    edit.setNote(family.c, "");
    edit.removeAreas({});
    edit.setShape(AreaHandle{99}, geometry::KeyPoint{});
    edit.commit();
    CHECK(family.history.transactions().size() == 1);
}

TEST_CASE(
    "what had been undone is forgotten by the next change, and handles are never given again") {
    Family family;
    const auto add = [&family](std::string id) {
        Edit edit(family.history, "");
        const AreaHandle handle = edit.addArea(box(std::move(id), 5));
        edit.commit();
        return handle;
    };
    const AreaHandle gone = add("gone");
    family.history.undo();
    const AreaHandle next = add("next");
    CHECK(gone != next);
    CHECK_FALSE(family.history.canRedo());
    CHECK(family.history.document().areas().find(gone) == nullptr);
    CHECK(areaOf(family.history, next).id == "next");
}

TEST_CASE("what stands in an erased region moves up, and its relations go") {
    Family family;
    Edit edit(family.history, "");
    edit.removeAreas(std::array{family.b});
    edit.commit();
    CHECK(areaOf(family.history, family.c).parent == "a");
    CHECK(std::ranges::distance(family.history.document().relations().all()) == 1);
    Edit both(family.history, "");
    both.removeAreas(std::array{family.a});
    both.commit();
    CHECK(areaOf(family.history, family.c).parent == "");
    CHECK(std::ranges::distance(family.history.document().relations().all()) == 0);
}

TEST_CASE("regions that stand in each other, as only bad input has them, can be erased") {
    History history;
    history.restart(
        tests::load(
            R"([{"id":"a","parentID":"b","type":"labels","value":{"start":1,"end":2}},{"id":"b","parentID":"a","type":"labels","value":{"start":1,"end":2}},{"id":"c","parentID":"a","type":"labels","value":{"start":1,"end":2}}])")
            .document);
    Edit edit(history, "");
    edit.removeAreas(std::array{AreaHandle{0}, AreaHandle{1}});
    edit.commit();
    CHECK(std::ranges::distance(history.document().areas().all()) == 1);
}

TEST_CASE("a prediction that is changed says so until that is undone") {
    History history;
    Area area = box("p", 1);
    area.origin = Origin::Prediction;
    Document document;
    const AreaHandle handle = document.add(std::move(area));
    history.restart(std::move(document));
    Edit edit(history, "");
    edit.setNote(handle, "a note is no change of what was predicted");
    CHECK(areaOf(history, handle).origin == Origin::Prediction);
    edit.setShape(handle, geometry::Rectangle{9, 9, 9, 9, 0});
    edit.commit();
    CHECK(areaOf(history, handle).origin == Origin::PredictionChanged);
    history.undo();
    CHECK(areaOf(history, handle).origin == Origin::Prediction);
}

TEST_CASE("hiding and locking is not recorded, and undo leaves it alone") {
    Family family;
    family.history.setHidden(family.a, true);
    family.history.setLocked(family.a, true);
    Edit edit(family.history, "");
    edit.setNote(family.a, "x");
    edit.commit();
    family.history.undo();
    CHECK(areaOf(family.history, family.a).isHidden);
    CHECK(areaOf(family.history, family.a).isLocked);
    CHECK(family.history.transactions().size() == 2);
}

TEST_CASE("reset returns to what was loaded, and can be undone, again and again") {
    History history;
    Document loaded;
    const AreaHandle handle = loaded.add(box("a", 1));
    history.restart(loaded);
    CHECK_FALSE(history.isChanged());
    for (int round = 0; round < 3; ++round) {
        Edit edit(history, "");
        edit.setNote(handle, std::format("round {}", round));
        edit.addArea(box(std::format("new{}", round), 3));
        edit.commit();
        const Document changed = history.document();
        history.reset();
        CHECK(history.document() == loaded);
        CHECK_FALSE(history.isChanged());
        history.undo();
        CHECK(history.document() == changed);
        CHECK(history.isChanged());
        history.redo();
        CHECK(history.document() == loaded);
    }
    while (history.canUndo()) {
        history.undo();
    }
    CHECK(history.document() == loaded);
}

namespace {

/// One random action on a random thing, which may be none.
void actAtRandom(Edit& edit, const Document& document, std::mt19937& random) {
    const auto upTo = [&random](std::uint32_t most) {
        return std::uniform_int_distribution<std::uint32_t>(0, most)(random);
    };
    const AreaHandle area{upTo(static_cast<std::uint32_t>(document.areas().slotCount()))};
    const RelationHandle relation{
        upTo(static_cast<std::uint32_t>(document.relations().slotCount()))};
    const auto id = [&] { return std::format("a{}", upTo(9)); };
    switch (upTo(9)) {
    case 0:
        edit.addArea(box(id(), upTo(99)));
        break;
    case 1:
        edit.removeAreas(std::array{area, AreaHandle{upTo(9)}});
        break;
    case 2:
        edit.setShape(area, geometry::Ellipse{1.0 * upTo(9), 2, 3, 4, 0});
        break;
    case 3:
        edit.setAnswer(area, {Name(upTo(1) == 0 ? "label" : "note"), ResultType::TextArea},
                       upTo(2) == 0 ? Answer() : Answer(Texts{id()}));
        break;
    case 4:
        edit.setAnswer(Name("image"), Area::kWholeObject,
                       {Name(std::format("c{}", upTo(2))), ResultType::Choices},
                       upTo(2) == 0 ? Answer() : Answer(Texts{id()}), [&] { return id(); });
        break;
    case 5:
        edit.setParent(area, id());
        break;
    case 6:
        edit.setNote(area, id());
        break;
    case 7:
        edit.addRelation({.from = id(), .to = id()});
        break;
    case 8:
        edit.setLabels(relation, {id()});
        break;
    default:
        edit.removeRelation(relation);
    }
}

} // namespace

TEST_CASE("random changes, undos, redos and resets always land in a state that was there before") {
    std::mt19937 random(42);
    const auto upTo = [&random](int most) {
        return std::uniform_int_distribution<int>(0, most)(random);
    };
    for (int round = 0; round < 100; ++round) {
        Family family;
        History history;
        history.restart(family.history.document());
        std::vector<Document> states{history.document()};
        std::size_t at = 0;
        for (int action = 0; action < 60; ++action) {
            const int kind = upTo(19);
            if (kind < 5 && at > 0) {
                history.undo();
                --at;
            } else if (kind < 9 && at + 1 < states.size()) {
                history.redo();
                ++at;
            } else {
                const std::size_t before = history.doneCount();
                if (kind == 9) {
                    history.reset();
                    REQUIRE(history.document() == states[0]);
                } else {
                    Edit edit(history, "");
                    for (int step = 0; step <= upTo(3); ++step) {
                        actAtRandom(edit, history.document(), random);
                    }
                    edit.commit();
                }
                if (history.doneCount() == before) {
                    continue; // it came to nothing
                }
                states.resize(++at);
                states.push_back(history.document());
            }
            REQUIRE(history.document() == states[at]);
            REQUIRE(saved(history.document()) == saved(states[at]));
            REQUIRE(history.canUndo() == (at > 0));
            REQUIRE(history.canRedo() == (at + 1 < states.size()));
        }
    }
}
