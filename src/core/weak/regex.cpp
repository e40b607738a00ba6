#include "core/weak/regex.h"

#include "core/text/folding.h"
#include "core/weak/regex_parser.h"

#include <algorithm>

namespace cartouche::weak {

namespace {

/// The states that are reached at one place of the text, each once.
class States {
public:
    explicit States(std::size_t count) : m_isThere(count) {}

    bool add(std::size_t state) {
        const bool isNew = !m_isThere[state];
        if (isNew) {
            m_isThere[state] = true;
            m_list.push_back(state);
        }
        return isNew;
    }
    void clear() {
        for (const std::size_t state : m_list) {
            m_isThere[state] = false;
        }
        m_list.clear();
    }
    std::size_t operator[](std::size_t index) const { return m_list[index]; }
    std::size_t size() const { return m_list.size(); }

private:
    std::vector<bool> m_isThere;
    std::vector<std::size_t> m_list;
};

bool isWordByte(std::string_view text, std::size_t at) {
    return at < text.size() && text::countWords(text.substr(at, 1)) > 0;
}

bool isWordEdge(std::string_view text, std::size_t at) {
    const bool before = at > 0 && isWordByte(text, at - 1);
    return before != isWordByte(text, at);
}

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

/// Adds all that is reached without a character. Returns whether that is a match.
bool follow(const std::vector<Regex::State>& states, States& reached, std::string_view text,
            std::size_t at) {
    for (std::size_t index = 0; index < reached.size(); ++index) {
        const Regex::State& state = states[reached[index]];
        if (state.kind == Regex::Kind::Accept) {
            return true;
        }
        if (letsThrough(state.kind, text, at)) {
            reached.add(state.next);
            if (state.kind == Regex::Kind::Fork) {
                reached.add(state.other);
            }
        }
    }
    return false;
}

} // namespace

std::expected<Regex, std::string> Regex::compile(std::string_view pattern, Case letters) {
    return RegexParser(pattern, letters).run();
}

bool Regex::contains(std::size_t set, std::uint32_t point) const {
    const auto isIn = [&](std::uint32_t one) {
        return std::ranges::any_of(m_sets[set].ranges, [one](const Range& range) {
            return one >= range.first && one <= range.last;
        });
    };
    // The text is in small letters then; of other alphabets the pattern must be, too.
    const bool hasCapital = m_ignoresCase && point >= 'a' && point <= 'z';
    return (isIn(point) || (hasCapital && isIn(point - ('a' - 'A')))) != m_sets[set].isNegated;
}

bool Regex::isFoundIn(std::string_view original) const {
    const std::string small = m_ignoresCase ? text::folded(original) : "";
    const std::string_view text = m_ignoresCase ? std::string_view(small) : original;
    States now(m_states.size());
    States then(m_states.size());
    for (std::size_t at = 0;;) {
        now.add(m_start);
        if (follow(m_states, now, text, at)) {
            return true;
        }
        if (at >= text.size()) {
            return false;
        }
        const std::uint32_t point = takeCodePoint(text, at);
        then.clear();
        for (std::size_t index = 0; index < now.size(); ++index) {
            const State& state = m_states[now[index]];
            if (state.kind == Kind::One && contains(state.set, point)) {
                then.add(state.next);
            }
        }
        std::swap(now, then);
    }
}

} // namespace cartouche::weak
