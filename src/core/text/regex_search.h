#pragma once

#include "core/text/regex.h"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace cartouche::text {

/// Walks through a text once, with all ways in which a pattern may match there, in the order in
/// which a backtracking engine would try them.
class RegexSearch {
public:
    /// Both must outlive this. Of a pattern that ignores case, `text` is folded.
    RegexSearch(const Regex& regex, std::string_view text, std::size_t steps);

    enum class Empty { Counts, Ignored };
    /// The next match behind the last one; nothing: there is none, or the steps are used up.
    std::optional<Regex::Match> next(Empty empty);
    bool isOutOfSteps() const { return m_isOutOfSteps; }

private:
    /// A way to match: what it asks for next, and where it began.
    struct Way {
        std::size_t state = 0;
        std::size_t start = 0;
    };

    void add(std::size_t state, std::size_t start, std::size_t at);
    std::size_t skipTo(std::size_t at) const;
    std::size_t takeCharacter(std::size_t at);
    void takeMatch(std::size_t at, Empty empty, std::optional<Regex::Match>& best);

    const Regex& m_regex;
    std::string_view m_text;
    std::size_t m_steps;
    bool m_isOutOfSteps = false;
    std::size_t m_from = 0;
    std::vector<Way> m_ways; // each state once
    std::vector<Way> m_before;
    std::vector<std::size_t> m_seen; // of each state, the round in which it was reached last
    std::size_t m_round = 0;
    std::vector<std::size_t> m_stack;
};

} // namespace cartouche::text
