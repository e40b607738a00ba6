#include "core/text/regex.h"

#include "core/text/folding.h"
#include "core/text/regex_parser.h"
#include "core/text/regex_search.h"

#include <algorithm>
#include <format>
#include <limits>

namespace cartouche::text {

std::string Regex::Fault::describe() const {
    return std::format("{}, at character {}", what, character);
}

std::expected<Regex, Regex::Fault> Regex::compile(std::string_view pattern, Case letters) {
    return RegexParser(pattern, letters).run();
}

/// What makes a search fast: nothing of it changes what is found.
void Regex::prepare() {
    for (std::size_t set = 0; set < m_sets.size(); ++set) {
        std::bitset<kAscii>& ascii = m_ascii.emplace_back();
        for (std::size_t point = 0; point < kAscii; ++point) {
            ascii[point] = findsIn(set, static_cast<std::uint32_t>(point));
        }
    }
    std::vector<bool> seen(m_states.size());
    addFirstBytes(m_start, seen);
}

void Regex::addFirstBytes(std::size_t start, std::vector<bool>& seen) {
    std::vector<std::size_t> stack{start};
    while (!stack.empty()) {
        const std::size_t index = stack.back();
        const State& state = m_states[index];
        stack.pop_back();
        if (seen[index]) {
            continue;
        }
        seen[index] = true;
        if (state.kind == Kind::Accept) {
            m_firstBytes.set(); // even none
        } else if (state.kind == Kind::One) {
            for (std::size_t byte = 0; byte < m_firstBytes.size(); ++byte) {
                m_firstBytes[byte] =
                    m_firstBytes[byte] || byte >= kAscii || m_ascii[state.set][byte];
            }
        } else {
            stack.push_back(state.next);
            if (state.kind == Kind::Fork) {
                stack.push_back(state.other);
            }
        }
    }
}

bool Regex::contains(std::size_t set, std::uint32_t point) const {
    return point < kAscii ? m_ascii[set][point] : findsIn(set, point);
}

bool Regex::findsIn(std::size_t set, std::uint32_t point) const {
    // The text is in small letters where case is ignored; of other alphabets, the pattern as well.
    const auto isIn = [&](std::uint32_t one) {
        return std::ranges::any_of(m_sets[set].ranges, [one](const Range& range) {
            return one >= range.first && one <= range.last;
        });
    };
    const bool hasCapital = m_ignoresCase && point >= 'a' && point <= 'z';
    return (isIn(point) || (hasCapital && isIn(point - ('a' - 'A')))) != m_sets[set].isNegated;
}

bool Regex::isFoundIn(std::string_view text) const {
    const std::string small = m_ignoresCase ? folded(text) : "";
    RegexSearch search(*this, m_ignoresCase ? std::string_view(small) : text,
                       std::numeric_limits<std::size_t>::max());
    return search.next(RegexSearch::Empty::Counts).has_value();
}

Regex::Matches Regex::findAll(std::string_view text, const Limits& limits) const {
    const std::string small = m_ignoresCase ? folded(text) : "";
    RegexSearch search(*this, m_ignoresCase ? std::string_view(small) : text, limits.steps);
    Matches found;
    while (const auto match = search.next(RegexSearch::Empty::Ignored)) {
        if (found.matches.size() == limits.matches) {
            found.isCut = true;
            return found;
        }
        found.matches.push_back(*match);
    }
    found.isCut = search.isOutOfSteps();
    return found;
}

} // namespace cartouche::text
