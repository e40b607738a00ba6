#include "core/annotation/history.h"

#include <doctest/doctest.h>

#include <format>
#include <random>

using namespace cartouche::annotation;

namespace {

std::optional<ChoicesResult> answer(const std::string& control, std::vector<std::string> choices) {
    return ChoicesResult{"id-" + control, control, "Image", std::move(choices), {}};
}

Transaction set(const std::string& control, std::optional<ChoicesResult> to) {
    Transaction transaction{"set " + control, {}};
    transaction.steps.push_back(std::make_unique<SetChoices>(control, std::move(to)));
    return transaction;
}

} // namespace

TEST_CASE("a step that is undone leaves the document as it was, and redone as it became") {
    const Annotation before{{*answer("a", {"1"}), KeptResult{"kept"}, *answer("b", {"2"})}};
    const std::vector<std::optional<ChoicesResult>> changes{answer("a", {"1", "3"}), std::nullopt};
    for (const auto& change : changes) {
        History history;
        history.restart(before);
        history.apply(set("a", change));
        const Annotation after = history.document();
        CHECK(after != before);
        history.undo();
        CHECK(history.document() == before);
        history.redo();
        CHECK(history.document() == after);
    }
}

TEST_CASE("a transaction is one undo, however many steps it has") {
    History history;
    Transaction both = set("a", answer("a", {"1"}));
    both.steps.push_back(std::make_unique<SetChoices>("b", answer("b", {"2"})));
    history.apply(std::move(both));
    CHECK(history.document().results.size() == 2);
    history.undo();
    CHECK(history.document().results.empty());
    CHECK_FALSE(history.canUndo());
}

TEST_CASE("what had been undone is forgotten by the next change") {
    History history;
    history.apply(set("a", answer("a", {"1"})));
    history.undo();
    history.apply(set("a", answer("a", {"2"})));
    CHECK_FALSE(history.canRedo());
    history.redo();
    CHECK(history.document().findChoices("a")->choices == std::vector<std::string>{"2"});
}

TEST_CASE("reset returns to what was loaded, and can be undone") {
    const Annotation loaded{{*answer("a", {"1"})}};
    History history;
    history.restart(loaded);
    CHECK_FALSE(history.isChanged());
    history.apply(set("a", std::nullopt));
    const Annotation changed = history.document();
    history.reset();
    CHECK(history.document() == loaded);
    CHECK_FALSE(history.isChanged());
    history.undo();
    CHECK(history.document() == changed);
}

TEST_CASE("random changes, undos and redos always land in a state that was there before") {
    std::mt19937 random(42);
    const auto upTo = [&random](int most) {
        return std::uniform_int_distribution<int>(0, most)(random);
    };
    for (int round = 0; round < 200; ++round) {
        History history;
        history.restart({{KeptResult{round}, *answer("c0", {"start"})}});
        std::vector<Annotation> states{history.document()};
        std::size_t at = 0;
        for (int action = 0; action < 60; ++action) {
            const int kind = upTo(9);
            if (kind < 3 && at > 0) {
                history.undo();
                --at;
            } else if (kind < 5 && at + 1 < states.size()) {
                history.redo();
                ++at;
            } else {
                const std::string control = std::format("c{}", upTo(3));
                history.apply(set(control, upTo(2) == 0
                                               ? std::nullopt
                                               : answer(control, {std::format("{}", action)})));
                states.resize(++at);
                states.push_back(history.document());
            }
            REQUIRE(history.document() == states[at]);
            REQUIRE(history.canUndo() == (at > 0));
            REQUIRE(history.canRedo() == (at + 1 < states.size()));
        }
    }
}
