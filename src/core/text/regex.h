#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace cartouche::text {

/// A regular expression whose search for one match takes time in proportion to the text times the
/// length of the pattern, whatever both are: all ways to match are followed at once (Thompson,
/// "Regular Expression Search Algorithm", 1968; Cox, "Regular Expression Matching: the Virtual
/// Machine Approach", 2009). Knows
///
///     . [a-z] [^a-z] \d \w \s \D \W \S      one code point; . is no line break, \d \w \s are ASCII
///     ^ $ \b \B                             the ends of the text, and of words of any script
///     ab a|b (a) (?:a)                      one after the other; one or the other; groups
///     * + ? {2} {2,} {2,5}                  how often; with a ? behind it as seldom as possible
///
/// There are no back references and no looking around, which take more than linear time.
class Regex {
public:
    enum class Case { Matters, Ignored };

    /// What is wrong with a pattern, and at which of its characters, counted from 1.
    struct Fault {
        enum class Reason {
            StrayParenthesis,
            TooLarge,
            TooDeep,
            NothingToRepeat,
            UnknownGroup,
            OpenParenthesis,
            NothingEscaped,
            UnknownEscape,
            BackwardRange,
            OpenBracket,
            NoCount,
            TooManyRepeats,
            BackwardRepeat,
        };
        Reason reason = Reason::TooLarge;
        std::string what;
        std::size_t character = 0;
        std::string subject; // what is not known, or how often at most; of others empty

        std::string describe() const;
    };
    static std::expected<Regex, Fault> compile(std::string_view pattern,
                                               Case letters = Case::Matters);

    /// Whether it stands anywhere in the text.
    bool isFoundIn(std::string_view text) const;

    /// From one byte up to another.
    struct Match {
        std::size_t start = 0;
        std::size_t end = 0;

        bool operator==(const Match&) const = default;
    };
    struct Matches {
        std::vector<Match> matches;
        bool isCut = false; // there may be more: it took too long, or they were too many
    };
    /// What a search may take. A step is one way to match at one character: some nanoseconds.
    struct Limits {
        std::size_t matches = 100'000;
        std::size_t steps = 100'000'000;
    };
    /// All that stands in the text, one behind the other, as backtracking engines (Perl, Python,
    /// JavaScript) find it; but nothing empty. Behind a match that needed much of the text to be
    /// read, much of it is read again, hence the limits.
    Matches findAll(std::string_view text, const Limits& limits) const;
    Matches findAll(std::string_view text) const { return findAll(text, Limits{}); }

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
        std::size_t other = 0; // of Fork: where it goes only if the first way leads nowhere
    };

private:
    friend class RegexParser;
    friend class RegexSearch;

    void prepare();
    void addFirstBytes(std::size_t state, std::vector<bool>& seen);
    bool contains(std::size_t set, std::uint32_t point) const;
    bool findsIn(std::size_t set, std::uint32_t point) const;

    static constexpr std::size_t kAscii = 128;
    std::vector<State> m_states;
    std::vector<Set> m_sets;
    std::vector<std::bitset<kAscii>> m_ascii; // what of ASCII is in each set
    std::bitset<256> m_firstBytes;            // a match begins with one of them
    std::size_t m_start = 0;
    bool m_ignoresCase = false;
};

} // namespace cartouche::text
