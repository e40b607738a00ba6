#pragma once

#include "core/text/regex.h"

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cartouche::text {

/// Makes the states of a regular expression of its pattern, from the back to the front.
class RegexParser {
public:
    RegexParser(std::string_view pattern, Regex::Case letters)
        : m_pattern(pattern), m_ignoresCase(letters == Regex::Case::Ignored) {}

    std::expected<Regex, Regex::Fault> run();

private:
    enum class Part { State, Sequence, Choice, Repeat };
    /// A part of the pattern, with its parts.
    struct Node {
        Part part = Part::Sequence;
        Regex::State state;
        std::vector<Node> parts;
        int least = 0;
        std::optional<int> most;
        bool isLazy = false;
    };

    Node parseChoice(int depth);
    Node parseSequence(int depth);
    Node parseAtom(int depth);
    Node parseGroup(int depth);
    Node parseRepeats(Node atom);
    void parseCounts(Node& repeat);
    Node parseEscape();
    Node parseSet();
    std::optional<int> parseNumber();
    Node nodeOf(Regex::Set set);
    Node edge(Regex::Kind kind) const;
    std::uint32_t takePoint();
    bool take(std::string_view expected);
    bool isAtEnd() const { return m_at >= m_pattern.size() || m_fault; }
    void fail(Regex::Fault::Reason reason, std::string_view what, std::string subject = "");

    std::size_t emit(const Node& node, std::size_t next);
    std::size_t emitRepeat(const Node& node, std::size_t next);
    std::size_t add(const Regex::State& state);

    std::string_view m_pattern;
    bool m_ignoresCase;
    std::size_t m_at = 0;
    std::optional<Regex::Fault> m_fault;
    Regex m_regex;
};

} // namespace cartouche::text
