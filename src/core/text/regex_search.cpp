#include "core/text/regex_search.h"

#include "core/text/folding.h"
#include "core/text/utf8.h"

#include <algorithm>

namespace cartouche::text {

namespace {

/// Whether a state that takes no character lets through here.
bool letsThrough(Regex::Kind kind, std::string_view text, std::size_t at) {
    switch (kind) {
    case Regex::Kind::Start:
        return at == 0;
    case Regex::Kind::End:
        return at == text.size();
    case Regex::Kind::WordEdge:
        return isWordEdge(text, at);
    case Regex::Kind::NoWordEdge:
        return !isWordEdge(text, at);
    case Regex::Kind::One:
    case Regex::Kind::Accept:
        return false;
    case Regex::Kind::Fork:
        return true;
    }
    return false;
}

} // namespace

RegexSearch::RegexSearch(const Regex& regex, std::string_view text, std::size_t steps)
    : m_regex(regex), m_text(text), m_steps(steps), m_seen(regex.m_states.size()) {}

std::optional<Regex::Match> RegexSearch::next(Empty empty) {
    std::optional<Regex::Match> best;
    m_ways.clear();
    ++m_round;
    for (std::size_t at = m_from;;) {
        if (!best) {
            at = m_ways.empty() ? skipTo(at) : at;
            add(m_regex.m_start, at, at);
        }
        takeMatch(at, empty, best);
        const bool isDone = at >= m_text.size() || (best && m_ways.empty());
        m_isOutOfSteps = !isDone && m_ways.size() + 1 > m_steps;
        if (isDone || m_isOutOfSteps) {
            break;
        }
        at = takeCharacter(at);
    }
    m_from = best ? best->end : m_text.size();
    return m_isOutOfSteps ? std::nullopt : best;
}

/// All that is reached from a state without a character, in the order of trying.
void RegexSearch::add(std::size_t state, std::size_t start, std::size_t at) {
    m_stack.push_back(state);
    while (!m_stack.empty()) {
        const std::size_t index = m_stack.back();
        const Regex::State& reached = m_regex.m_states[index];
        m_stack.pop_back();
        if (m_seen[index] == m_round) {
            continue;
        }
        m_seen[index] = m_round;
        if (reached.kind == Regex::Kind::One || reached.kind == Regex::Kind::Accept) {
            m_ways.push_back({index, start});
        } else if (letsThrough(reached.kind, m_text, at)) {
            if (reached.kind == Regex::Kind::Fork) {
                m_stack.push_back(reached.other);
            }
            m_stack.push_back(reached.next);
        }
    }
}

/// The first place from there on where a match may begin.
std::size_t RegexSearch::skipTo(std::size_t at) const {
    while (at < m_text.size() && !m_regex.m_firstBytes[static_cast<unsigned char>(m_text[at])]) {
        ++at;
    }
    return at;
}

/// Behind the character, only those ways go on that take it.
std::size_t RegexSearch::takeCharacter(std::size_t at) {
    const std::uint32_t point = takeCodePoint(m_text, at);
    std::swap(m_ways, m_before);
    m_ways.clear();
    m_steps -= m_before.size() + 1;
    ++m_round;
    for (const Way& way : m_before) {
        const Regex::State& state = m_regex.m_states[way.state];
        if (state.kind == Regex::Kind::One && m_regex.contains(state.set, point)) {
            add(state.next, way.start, at);
        }
    }
    return at;
}

/// A way that has matched is better than all that would be tried after it.
void RegexSearch::takeMatch(std::size_t at, Empty empty, std::optional<Regex::Match>& best) {
    const auto matched = std::ranges::find_if(m_ways, [&](const Way& way) {
        return m_regex.m_states[way.state].kind == Regex::Kind::Accept &&
               (empty == Empty::Counts || way.start < at);
    });
    if (matched != m_ways.end()) {
        best = {matched->start, at};
        m_ways.erase(matched, m_ways.end());
    }
}

} // namespace cartouche::text
