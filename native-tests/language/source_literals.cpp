#include "language/source_literals.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace cartouche::tests {

namespace {

bool isLetter(char character) {
    return std::isalpha(static_cast<unsigned char>(character)) != 0;
}

class Scanner {
public:
    explicit Scanner(std::string_view source) : m_source(source) {}

    std::vector<SourceLiteral> scan() {
        while (m_at < m_source.size()) {
            step();
        }
        return std::move(m_literals);
    }

private:
    std::string_view rest() const { return m_source.substr(m_at); }

    void step() {
        if (rest().starts_with("//") || (isLineStart() && rest().starts_with("#include"))) {
            skipTo("\n");
        } else if (rest().starts_with("/*")) {
            skipTo("*/");
        } else if (rest().starts_with("R\"") && !isWithinName()) {
            takeRaw();
        } else if (m_source[m_at] == '"') {
            takeQuoted();
        } else if (m_source[m_at] == '\'' && !isWithinName()) {
            pass(endOfQuoted() + 1 - m_at);
        } else {
            pass(1);
        }
    }

    bool isLineStart() const { return m_at == 0 || m_source[m_at - 1] == '\n'; }

    /// As the R of `fooR"` and the separators of 1'000.
    bool isWithinName() const {
        return m_at > 0 && std::isalnum(static_cast<unsigned char>(m_source[m_at - 1])) != 0;
    }

    /// Comments say nothing of the statement they stand in.
    void skipTo(std::string_view end) {
        const std::size_t found = m_source.find(end, m_at + 1);
        const std::size_t to =
            found == std::string_view::npos ? m_source.size() : found + end.size();
        m_line +=
            static_cast<std::size_t>(std::ranges::count(m_source.substr(m_at, to - m_at), '\n'));
        m_at = to;
    }

    void pass(std::size_t count) {
        for (const char character : m_source.substr(m_at, count)) {
            m_line += character == '\n' ? 1 : 0;
            if (character == ';' || character == '}') {
                m_before.clear();
            } else {
                m_before += character;
            }
        }
        m_at = std::min(m_at + count, m_source.size());
    }

    /// Of the closing quote of what is opened here.
    std::size_t endOfQuoted() const {
        const char quote = m_source[m_at];
        std::size_t at = m_at + 1;
        while (at < m_source.size() && m_source[at] != quote) {
            at += m_source[at] == '\\' ? 2 : 1;
        }
        return std::min(at, m_source.size());
    }

    void takeQuoted() {
        const std::size_t end = endOfQuoted();
        take(m_source.substr(m_at + 1, end - m_at - 1), end + 1);
    }

    void takeRaw() {
        const std::size_t open = m_source.find('(', m_at);
        const std::string mark =
            ")" + std::string(m_source.substr(m_at + 2, open - m_at - 2)) + "\"";
        const std::size_t end = std::min(m_source.find(mark, open), m_source.size());
        take(m_source.substr(open + 1, end - open - 1), end + mark.size());
    }

    void take(std::string_view text, std::size_t end) {
        m_literals.push_back({.line = m_line, .text = std::string(text), .before = m_before});
        m_line += static_cast<std::size_t>(std::ranges::count(text, '\n'));
        m_before += '"'; // what it says does not end the statement
        m_at = std::min(end, m_source.size());
    }

    std::string_view m_source;
    std::size_t m_at = 0;
    std::size_t m_line = 1;
    std::string m_before;
    std::vector<SourceLiteral> m_literals;
};

/// Without what std::format, C++ and formats of dates put between words: `{:.2f}`, `\n`, `%Y`.
std::string withoutFormats(std::string_view text) {
    std::string plain;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::size_t close = text[at] == '{' ? text.find('}', at) : std::string_view::npos;
        if (close != std::string_view::npos) {
            plain += '0';
            at = close;
        } else if ((text[at] == '\\' || text[at] == '%') && at + 1 < text.size()) {
            plain += '0';
            ++at;
        } else {
            plain += text[at];
        }
    }
    return plain;
}

bool hasTwoWords(std::string_view text) {
    int words = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        words += std::ranges::any_of(text.substr(0, end), isLetter) ? 1 : 0;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words > 1;
}

bool hasCapitalisedWord(std::string_view text) {
    for (std::size_t at = 0; at + 1 < text.size(); ++at) {
        const bool isStart = at == 0 || !isLetter(text[at - 1]);
        if (isStart && std::isupper(static_cast<unsigned char>(text[at])) != 0 &&
            std::islower(static_cast<unsigned char>(text[at + 1])) != 0) {
            return true;
        }
    }
    return false;
}

/// " found", "from ": a part of a sentence.
bool isPartOfSentence(std::string_view text) {
    const bool hasWord = std::ranges::adjacent_find(text, [](char one, char other) {
                             return isLetter(one) && isLetter(other);
                         }) != text.end();
    return hasWord && (text.starts_with(' ') || text.ends_with(' '));
}

/// Whether it is what a field that people see is set to, or is drawn.
bool isShown(const SourceLiteral& literal) {
    constexpr std::array<std::string_view, 9> kShown{"name",        "description", "label",
                                                     "placeholder", "hint",        "caption",
                                                     "problem",     "message",     "text"};
    const std::string_view before = literal.before;
    constexpr std::array<std::string_view, 7> kLookups{"{",     "text(", "flag(", "where(",
                                                       "find(", "== ",   "!= "};
    if (std::ranges::any_of(kLookups, [&](auto end) { return before.ends_with(end); })) {
        return false; // the name of an argument or of an attribute
    }
    if (before.contains("painter.text")) {
        return true;
    }
    const std::size_t clause = before.find_last_of(",{") + 1; // 0: there is none
    const std::string_view assigned = before.substr(clause);
    std::size_t sign = assigned.find('=');
    while (sign != std::string_view::npos && assigned.substr(sign).starts_with("==")) {
        sign = assigned.find('=', sign + 2);
    }
    if (sign == std::string_view::npos || sign == 0) {
        return false;
    }
    std::string_view to = assigned.substr(0, sign);
    to = to.substr(0, to.find_last_not_of(" +") + 1);
    return std::ranges::any_of(kShown, [&](std::string_view field) {
        return to.ends_with(field) &&
               (to.size() == field.size() || !isLetter(to[to.size() - field.size() - 1]));
    });
}

} // namespace

std::vector<SourceLiteral> literalsOf(std::string_view source) {
    return Scanner(source).scan();
}

bool readsAsWords(const SourceLiteral& literal) {
    const std::string text = withoutFormats(literal.text);
    return hasTwoWords(text) || hasCapitalisedWord(text) || isPartOfSentence(text) ||
           (std::ranges::any_of(text, isLetter) && isShown(literal));
}

} // namespace cartouche::tests
