#include "editor/fetched_items.h"

namespace cartouche::editor {

void FetchedItems::restart() {
    m_states.clear();
    m_needed.clear();
    ++m_revision;
}

const FetchedItems::State* FetchedItems::find(const Place& place) const {
    const auto found = m_states.find(place);
    return found == m_states.end() ? nullptr : &found->second;
}

void FetchedItems::need(Place place) {
    const State* known = find(place);
    if (known == nullptr || known->stage == Stage::Failed) {
        m_states.insert_or_assign(place, State{});
        m_needed.push_back(std::move(place));
        ++m_revision;
    }
}

bool FetchedItems::isWaiting(const Place& place) const {
    const State* known = find(place);
    return known != nullptr && known->stage == Stage::Waiting;
}

void FetchedItems::finish(const Place& place) {
    m_states.insert_or_assign(place, State{Stage::Here, ""});
    ++m_revision;
}

void FetchedItems::fail(const Place& place, std::string problem) {
    m_states.insert_or_assign(place, State{Stage::Failed, std::move(problem)});
    ++m_revision;
}

std::string_view FetchedItems::problemOf(const Place& place) const {
    const State* known = find(place);
    return known == nullptr ? std::string_view() : known->problem;
}

std::vector<FetchedItems::Place> FetchedItems::failures(std::string_view address) const {
    std::vector<Place> failures;
    for (const auto& [place, state] : m_states) {
        if (place.address == address && state.stage == Stage::Failed) {
            failures.push_back(place);
        }
    }
    return failures;
}

} // namespace cartouche::editor
