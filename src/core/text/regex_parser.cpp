#include "core/text/regex_parser.h"

#include "core/text/folding.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <format>
#include <utility>

namespace cartouche::text {

namespace {

using Kind = Regex::Kind;
using Range = Regex::Range;
using Reason = Regex::Fault::Reason;
using Set = Regex::Set;

constexpr std::uint32_t kLast = 0x10FFFF;
constexpr int kDeepest = 100;
constexpr int kMostRepeats = 1000;
constexpr std::size_t kMostStates = 20'000;

std::vector<Range> rangesOf(char name) {
    switch (name) {
    case 'd':
        return {{'0', '9'}};
    case 'w':
        return {{'0', '9'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'}};
    case 's':
        return {{'\t', '\r'}, {' ', ' '}};
    default:
        return {};
    }
}

/// All code points that are in none of the ranges, which are in order.
std::vector<Range> complement(const std::vector<Range>& ranges) {
    std::vector<Range> others;
    std::uint32_t from = 0;
    for (const Range& range : ranges) {
        if (range.first > from) {
            others.push_back({from, range.first - 1});
        }
        from = range.last + 1;
    }
    others.push_back({from, kLast});
    return others;
}

/// Of \d, \D and the like; nothing for others.
std::vector<Range> classOf(char name) {
    const char small = static_cast<char>(name | 0x20);
    const std::vector<Range> ranges = rangesOf(small);
    return ranges.empty() || small == name ? ranges : complement(ranges);
}

std::optional<std::uint32_t> controlOf(char name) {
    constexpr std::string_view kNames = "tnrfv";
    constexpr std::string_view kPoints = "\t\n\r\f\v";
    const std::size_t at = kNames.find(name);
    return at == std::string_view::npos ? std::nullopt : std::optional<std::uint32_t>(kPoints[at]);
}

bool isLetterOrDigit(char character) {
    return (character >= '0' && character <= '9') || (character >= 'A' && character <= 'Z') ||
           (character >= 'a' && character <= 'z');
}

} // namespace

std::expected<Regex, Regex::Fault> RegexParser::run() {
    const Node whole = parseChoice(0);
    if (!isAtEnd()) {
        fail(Reason::StrayParenthesis, "There is a ) without its (");
    }
    if (!m_fault) {
        m_regex.m_ignoresCase = m_ignoresCase;
        m_regex.m_start = emit(whole, add({.kind = Kind::Accept}));
    }
    if (m_regex.m_states.size() > kMostStates) {
        fail(Reason::TooLarge, "The pattern is too large");
    }
    if (m_fault) {
        return std::unexpected(std::move(*m_fault));
    }
    m_regex.prepare();
    return std::move(m_regex);
}

void RegexParser::fail(Reason reason, std::string_view what, std::string subject) {
    if (!m_fault) {
        m_fault = {.reason = reason,
                   .what = std::string(what),
                   .character = countCharacters(m_pattern.substr(0, m_at)) + 1,
                   .subject = std::move(subject)};
    }
}

bool RegexParser::take(std::string_view expected) {
    const bool is = m_pattern.substr(std::min(m_at, m_pattern.size())).starts_with(expected);
    m_at += is ? expected.size() : 0;
    return is;
}

std::uint32_t RegexParser::takePoint() {
    return takeCodePoint(m_pattern, m_at);
}

/// The text is in small letters where case is ignored; capitals of ASCII are the search's.
RegexParser::Node RegexParser::nodeOf(Set set) {
    for (std::size_t index = set.ranges.size(); m_ignoresCase && index-- > 0;) {
        const Range small{foldedPoint(set.ranges[index].first),
                          foldedPoint(set.ranges[index].last)};
        if (small.first <= small.last) {
            set.ranges.push_back(small);
        }
    }
    m_regex.m_sets.push_back(std::move(set));
    return {.part = Part::State, .state = {.kind = Kind::One, .set = m_regex.m_sets.size() - 1}};
}

RegexParser::Node RegexParser::edge(Kind kind) const {
    return {.part = Part::State, .state = {.kind = kind}};
}

RegexParser::Node RegexParser::parseChoice(int depth) {
    Node choice{.part = Part::Choice};
    if (depth > kDeepest) {
        fail(Reason::TooDeep, "Groups are nested too deep");
        return choice;
    }
    choice.parts.push_back(parseSequence(depth));
    while (take("|")) {
        choice.parts.push_back(parseSequence(depth));
    }
    return choice;
}

RegexParser::Node RegexParser::parseSequence(int depth) {
    Node sequence;
    while (!isAtEnd() && m_pattern[m_at] != '|' && m_pattern[m_at] != ')') {
        sequence.parts.push_back(parseRepeats(parseAtom(depth)));
    }
    return sequence;
}

RegexParser::Node RegexParser::parseAtom(int depth) {
    constexpr std::string_view kRepeats = "*+?{";
    if (kRepeats.contains(m_pattern[m_at])) {
        fail(Reason::NothingToRepeat, "There is nothing that could be repeated");
        return {};
    }
    if (take("(")) {
        return parseGroup(depth);
    }
    if (take("[")) {
        return parseSet();
    }
    if (take("\\")) {
        return parseEscape();
    }
    if (take("^")) {
        return edge(Kind::Start);
    }
    if (take("$")) {
        return edge(Kind::End);
    }
    if (take(".")) {
        return nodeOf({.ranges = {{'\n', '\n'}, {'\r', '\r'}}, .isNegated = true});
    }
    const std::uint32_t point = takePoint();
    return nodeOf({.ranges = {{point, point}}});
}

RegexParser::Node RegexParser::parseGroup(int depth) {
    if (take("?") && !take(":")) {
        fail(Reason::UnknownGroup, "Looking around and other (? are not known");
        return {};
    }
    Node group = parseChoice(depth + 1);
    if (!take(")")) {
        fail(Reason::OpenParenthesis, "There is a ( without its )");
    }
    return group;
}

RegexParser::Node RegexParser::parseEscape() {
    if (isAtEnd()) {
        fail(Reason::NothingEscaped, "There is nothing behind the last \\");
        return {};
    }
    const char name = m_pattern[m_at];
    if (auto ranges = classOf(name); !ranges.empty()) {
        ++m_at;
        return nodeOf({.ranges = std::move(ranges)});
    }
    if (name == 'b' || name == 'B') {
        ++m_at;
        return edge(name == 'b' ? Kind::WordEdge : Kind::NoWordEdge);
    }
    const auto control = controlOf(name);
    if (!control && isLetterOrDigit(name)) {
        fail(Reason::UnknownEscape, std::format("\\{} is not known", name), {name});
        return {};
    }
    const std::uint32_t point = takePoint();
    return nodeOf({.ranges = {{control.value_or(point), control.value_or(point)}}});
}

RegexParser::Node RegexParser::parseSet() {
    Set set{.ranges = {}, .isNegated = take("^")};
    for (bool isFirst = true; !isAtEnd() && (isFirst || m_pattern[m_at] != ']'); isFirst = false) {
        const auto takeOne = [&]() -> std::uint32_t {
            const bool isEscaped = take("\\");
            const auto control =
                isEscaped && !isAtEnd() ? controlOf(m_pattern[m_at]) : std::nullopt;
            const std::uint32_t point = isAtEnd() ? 0 : takePoint();
            return control.value_or(point);
        };
        if (m_pattern[m_at] == '\\' && m_at + 1 < m_pattern.size()) {
            const auto ranges = classOf(m_pattern[m_at + 1]);
            set.ranges.insert(set.ranges.end(), ranges.begin(), ranges.end());
            m_at += ranges.empty() ? 0 : 2;
            if (!ranges.empty()) {
                continue;
            }
        }
        const std::uint32_t first = takeOne();
        const bool isRange = m_at + 1 < m_pattern.size() && m_pattern[m_at] == '-' &&
                             m_pattern[m_at + 1] != ']' && take("-");
        const std::uint32_t last = isRange ? takeOne() : first;
        if (last < first) {
            fail(Reason::BackwardRange, "A range in [ ] goes backwards");
        }
        set.ranges.push_back({first, last});
    }
    if (!take("]")) {
        fail(Reason::OpenBracket, "There is a [ without its ]");
    }
    return nodeOf(std::move(set));
}

RegexParser::Node RegexParser::parseRepeats(Node atom) {
    while (!isAtEnd()) {
        Node repeat{.part = Part::Repeat};
        if (take("*")) {
            repeat.least = 0;
        } else if (take("+")) {
            repeat.least = 1;
        } else if (take("?")) {
            repeat.most = 1;
        } else if (take("{")) {
            parseCounts(repeat);
        } else {
            break;
        }
        repeat.isLazy = take("?");
        repeat.parts.push_back(std::move(atom));
        atom = std::move(repeat);
    }
    return atom;
}

std::optional<int> RegexParser::parseNumber() {
    std::optional<int> number;
    while (!isAtEnd() && m_pattern[m_at] >= '0' && m_pattern[m_at] <= '9') {
        number = std::min(kMostRepeats + 1, (number.value_or(0) * 10) + (m_pattern[m_at++] - '0'));
    }
    return number;
}

void RegexParser::parseCounts(Node& repeat) {
    const auto least = parseNumber();
    repeat.least = least.value_or(0);
    repeat.most = take(",") ? parseNumber() : least;
    const int greatest = std::max(repeat.least, repeat.most.value_or(0));
    if (!least || !take("}")) {
        fail(Reason::NoCount, "Behind { must stand how often, such as {2} or {2,5}");
    } else if (greatest > kMostRepeats) {
        fail(Reason::TooManyRepeats,
             std::format("Nothing is repeated more than {} times", kMostRepeats),
             std::to_string(kMostRepeats));
    } else if (repeat.most && *repeat.most < repeat.least) {
        fail(Reason::BackwardRepeat, "A repeat in { } goes backwards");
    }
}

std::size_t RegexParser::add(const Regex::State& state) {
    m_regex.m_states.push_back(state);
    return m_regex.m_states.size() - 1;
}

std::size_t RegexParser::emit(const Node& node, std::size_t next) {
    if (m_regex.m_states.size() > kMostStates) {
        return next; // it is refused afterwards
    }
    switch (node.part) {
    case Part::State: {
        Regex::State state = node.state;
        state.next = next;
        return add(state);
    }
    case Part::Sequence:
        for (auto part = node.parts.rbegin(); part != node.parts.rend(); ++part) {
            next = emit(*part, next);
        }
        return next;
    case Part::Choice: {
        std::size_t start = emit(node.parts.back(), next);
        for (auto part = node.parts.rbegin() + 1; part != node.parts.rend(); ++part) {
            const std::size_t first = emit(*part, next);
            start = add({.kind = Kind::Fork, .next = first, .other = start});
        }
        return start;
    }
    case Part::Repeat:
        return emitRepeat(node, next);
    }
    return next;
}

std::size_t RegexParser::emitRepeat(const Node& node, std::size_t next) {
    std::size_t start = next;
    const auto fork = [&node, next](std::size_t again) {
        return node.isLazy ? Regex::State{.kind = Kind::Fork, .next = next, .other = again}
                           : Regex::State{.kind = Kind::Fork, .next = again, .other = next};
    };
    if (!node.most) {
        start = add({});
        m_regex.m_states[start] = fork(emit(node.parts.front(), start));
    }
    for (int left = node.most.value_or(node.least); left > node.least; --left) {
        start = add(fork(emit(node.parts.front(), start)));
    }
    for (int count = 0; count < node.least; ++count) {
        start = emit(node.parts.front(), start);
    }
    return start;
}

} // namespace cartouche::text
