#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace cartouche::weak {

/// A regular expression whose search takes time in proportion to the text times the length of the
/// pattern, whatever both are: all ways to match are followed at once (Thompson, "Regular
/// Expression Search Algorithm", 1968). Knows
///
///     . [a-z] [^a-z] \d \w \s \D \W \S      one code point; . is no line break, \d \w \s are ASCII
///     ^ $ \b \B                             the ends of the text, and of words
///     ab a|b (a) (?:a)                      one after the other; one or the other; groups
///     * + ? {2} {2,} {2,5}                  how often, a ? behind it changes nothing
///
/// There are no back references and no looking around, which take more than linear time.
class Regex {
public:
    enum class Case { Matters, Ignored };

    /// The failure says what is wrong, and where in the pattern.
    static std::expected<Regex, std::string> compile(std::string_view pattern,
                                                     Case letters = Case::Matters);

    /// Whether it stands anywhere in the text.
    bool isFoundIn(std::string_view text) const;

    enum class Kind : std::uint8_t { One, Fork, Start, End, WordEdge, NoWordEdge, Accept };
    /// Code points from one to another, both included.
    struct Range {
        std::uint32_t first = 0;
        std::uint32_t last = 0;
    };
    struct Set {
        std::vector<Range> ranges;
        bool isNegated = false;
    };
    /// A state: what it asks for, and where it goes on.
    struct State {
        Kind kind = Kind::Accept;
        std::size_t set = 0; // of One
        std::size_t next = 0;
        std::size_t other = 0; // of Fork
    };

private:
    friend class RegexParser;

    bool contains(std::size_t set, std::uint32_t point) const;

    std::vector<State> m_states;
    std::vector<Set> m_sets;
    std::size_t m_start = 0;
    bool m_ignoresCase = false;
};

} // namespace cartouche::weak
