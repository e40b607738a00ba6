#include "core/annotation/edit.h"

#include <algorithm>
#include <array>
#include <ranges>
#include <unordered_map>
#include <utility>

namespace cartouche::annotation {

namespace {

// To look at them, which does not count as a change.
const Slots<Area>& slotsIn(const Document& document, const Area*) {
    return document.areas();
}
const Slots<Relation>& slotsIn(const Document& document, const Relation*) {
    return document.relations();
}

} // namespace

Edit::Edit(History& history, language::Later label) : m_history(history) {
    m_transaction.label = std::move(label);
}

Edit::~Edit() {
    for (const auto& step : std::views::reverse(m_transaction.steps)) {
        step->revert(document());
    }
}

bool Edit::commit() {
    if (m_transaction.steps.empty() || m_history.isReadonly()) {
        return false;
    }
    m_history.record(std::exchange(m_transaction, {}));
    return true;
}

void Edit::perform(std::unique_ptr<Step> step) {
    step->apply(document());
    m_transaction.steps.push_back(std::move(step));
}

/// A member that is changed again and again, as in a drag, is one step.
template <auto Member, typename T, typename Value>
void Edit::exchange(Handle<T> handle, Value value) {
    const T* there = slotsIn(document(), static_cast<T*>(nullptr)).find(handle);
    if (there == nullptr || there->*Member == value) {
        return;
    }
    if (m_exchanged.emplace(&Exchange<Member>::kMember, handle.index).second) {
        perform(std::make_unique<Exchange<Member>>(handle, std::move(value)));
    } else {
        document().slots(static_cast<T*>(nullptr)).find(handle)->*Member = std::move(value);
    }
}

AreaHandle Edit::addArea(Area area) {
    auto step = std::make_unique<Add<Area>>(std::move(area));
    const auto& added = *step;
    perform(std::move(step));
    return added.handle();
}

void Edit::removeAreas(std::span<const AreaHandle> areas) {
    // By id: what stood in an erased area moves to where that area stood itself.
    std::unordered_map<std::string, std::string> parents;
    for (const AreaHandle handle : areas) {
        if (const Area* area = document().areas().find(handle)) {
            parents.emplace(area->id, area->parent);
            perform(std::make_unique<Remove<Area>>(handle));
        }
    }
    if (parents.empty()) {
        return;
    }
    for (const AreaHandle handle : document().areas().handles()) {
        std::string parent = document().areas().find(handle)->parent;
        for (std::size_t step = 0; step < parents.size() && parents.contains(parent); ++step) {
            parent = parents.at(parent); // bounded: loaded areas may stand in each other
        }
        exchange<&Area::parent>(handle, std::move(parent));
    }
    for (const RelationHandle handle : document().relations().handles()) {
        const Relation& relation = *document().relations().find(handle);
        if (parents.contains(relation.from) || parents.contains(relation.to)) {
            removeRelation(handle);
        }
    }
}

/// A prediction that a person changed.
void Edit::markChanged(AreaHandle handle) {
    const Area* area = document().areas().find(handle);
    if (area != nullptr && area->origin == Origin::Prediction) {
        exchange<&Area::origin>(handle, Origin::PredictionChanged);
    }
}

void Edit::setShape(AreaHandle area, geometry::Shape shape) {
    markChanged(area);
    exchange<&Area::shape>(area, std::optional(std::move(shape)));
}

void Edit::setAnswer(AreaHandle handle, const Answerer& by, Answer answer) {
    const Area* area = document().areas().find(handle);
    if (area == nullptr) {
        return;
    }
    const bool saysNothing = std::holds_alternative<std::monostate>(answer) &&
                             resultTypeRow(by.type).answer != AnswerKind::None;
    if (saysNothing) {
        removeResult(handle, by.control.text());
        return;
    }
    std::vector<Result> results = area->results;
    const auto found = std::ranges::find(results, by.control, &Result::control);
    if (found != results.end()) {
        found->answer = std::move(answer);
    } else {
        results.push_back({.control = by.control, .type = by.type, .answer = std::move(answer)});
    }
    if (results != area->results) {
        markChanged(handle);
        exchange<&Area::results>(handle, std::move(results));
    }
}

void Edit::removeResult(AreaHandle handle, std::string_view control) {
    std::vector<Result> results = document().areas().find(handle)->results;
    const auto erased = std::erase_if(
        results, [control](const Result& result) { return result.control == control; });
    if (results.empty()) {
        removeAreas(std::array{handle});
    } else if (erased > 0) {
        markChanged(handle);
        exchange<&Area::results>(handle, std::move(results));
    }
}

void Edit::setAnswer(const Name& object, int item, const Answerer& by, Answer answer,
                     const IdSource& newId) {
    std::vector<AreaHandle> places = document().wholeObjects();
    std::erase_if(places, [&](AreaHandle handle) {
        const Area& area = *document().areas().find(handle);
        return area.item != item || area.find(by.control.text()) == nullptr;
    });
    const bool saysNothing = std::holds_alternative<std::monostate>(answer);
    if (!places.empty() && !saysNothing) {
        setAnswer(places.back(), by, std::move(answer));
        places.pop_back();
    } else if (!saysNothing) {
        Area area{.id = newId(), .object = object, .item = item};
        area.results.push_back(
            {.control = by.control, .type = by.type, .answer = std::move(answer)});
        addArea(std::move(area));
    }
    for (const AreaHandle superseded : places) {
        removeResult(superseded, by.control.text());
    }
}

void Edit::setParent(AreaHandle area, std::string parent) {
    exchange<&Area::parent>(area, std::move(parent));
}

void Edit::setNote(AreaHandle area, std::string note) {
    exchange<&Area::note>(area, std::move(note));
}

void Edit::setOrder(AreaHandle area, int order) {
    exchange<&Area::order>(area, order);
}

void Edit::setResults(AreaHandle area, std::vector<Result> results) {
    markChanged(area);
    exchange<&Area::results>(area, std::move(results));
}

void Edit::addRelation(Relation relation) {
    const bool isThere =
        std::ranges::any_of(document().relations().all(), [&](const Relation& one) {
            return one.from == relation.from && one.to == relation.to;
        });
    if (!isThere && relation.from != relation.to) {
        perform(std::make_unique<Add<Relation>>(std::move(relation)));
    }
}

void Edit::removeRelation(RelationHandle relation) {
    if (document().relations().find(relation) != nullptr) {
        perform(std::make_unique<Remove<Relation>>(relation));
    }
}

void Edit::setDirection(RelationHandle relation, Direction direction) {
    exchange<&Relation::direction>(relation, direction);
}

void Edit::setLabels(RelationHandle relation, Texts labels) {
    exchange<&Relation::labels>(relation, std::move(labels));
}

} // namespace cartouche::annotation
