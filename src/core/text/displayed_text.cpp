#include "core/text/displayed_text.h"

#include "core/text/text_index.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace cartouche::text {

namespace {

constexpr std::array<std::string_view, 36> kBlocks{
    "address", "article", "aside", "blockquote", "body",     "caption",    "center", "dd",
    "details", "div",     "dl",    "dt",         "fieldset", "figcaption", "figure", "footer",
    "form",    "h1",      "h2",    "h3",         "h4",       "h5",         "h6",     "header",
    "hr",      "li",      "main",  "nav",        "ol",       "p",          "pre",    "section",
    "summary", "table",   "tr",    "ul"};

bool isBlock(std::string_view name) {
    return std::ranges::contains(kBlocks, name);
}

bool isCell(std::string_view name) {
    return name == "td" || name == "th";
}

bool isSpace(char byte) {
    return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t' || byte == '\f';
}

class Reader {
public:
    explicit Reader(const GlobalSpan& span) : m_span(span) {}

    void read(const MarkupNode& node, bool isPreformatted) {
        if (node.name == "br") {
            if (isCovered(1)) {
                breakLine();
                m_text += '\n';
            }
            return;
        }
        if (node.isText()) {
            readText(node.text, isPreformatted);
            return;
        }
        const bool isOwnLine = isBlock(node.name);
        m_isLineDue = m_isLineDue || isOwnLine;
        m_isTabDue = m_isTabDue || isCell(node.name);
        for (const MarkupNode& child : node.children) {
            read(child, isPreformatted || node.name == "pre");
        }
        m_isLineDue = m_isLineDue || isOwnLine;
    }

    std::string take() {
        while (!m_text.empty() && m_text.back() == ' ') {
            m_text.pop_back();
        }
        return std::move(m_text);
    }

private:
    /// Passes so many code points; whether any of them is within the span.
    bool isCovered(std::size_t codePoints) {
        const std::size_t start = m_at;
        m_at += codePoints;
        return start < m_span.end && m_at > m_span.start;
    }

    void readText(std::string_view text, bool isPreformatted) {
        const TextIndex index(text);
        const std::size_t start = m_at;
        if (!isCovered(index.end().codePoint)) {
            return;
        }
        const auto within = [&](std::size_t global) {
            return index.find(Unit::CodePoint, global > start ? global - start : 0);
        };
        for (const char byte : index.between(within(m_span.start), within(m_span.end))) {
            isSpace(byte) && !isPreformatted ? addSpace() : add(byte);
        }
    }

    /// White space at the beginning of a line is not shown.
    void addSpace() {
        const bool isAtStart = m_text.empty() || isSpace(m_text.back());
        if (!isAtStart && !m_isLineDue && !m_isTabDue) {
            m_text += ' ';
        }
    }

    void add(char byte) {
        breakLine();
        m_text += byte;
    }

    /// Lines and cells are parted only where something is on both sides.
    void breakLine() {
        if (!m_text.empty() && (m_isLineDue || m_isTabDue)) {
            if (m_text.back() == ' ') {
                m_text.pop_back();
            }
            m_text += m_isLineDue ? '\n' : '\t';
        }
        m_isLineDue = m_isTabDue = false;
    }

    const GlobalSpan& m_span;
    std::size_t m_at = 0; // in code points of all
    std::string m_text;
    bool m_isLineDue = false;
    bool m_isTabDue = false;
};

} // namespace

std::string displayedText(const MarkupNode& root, const GlobalSpan& span) {
    Reader reader(span);
    reader.read(root, false);
    return reader.take();
}

} // namespace cartouche::text
