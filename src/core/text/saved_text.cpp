#include "core/text/saved_text.h"

namespace cartouche::text {

namespace {

constexpr std::string_view kLineBreak = "\\n";
constexpr std::string_view kSpaces = " \t\r\n\f\v";
constexpr std::string_view kNoBreakSpace = "\u00A0";

/// Reads a text bit by bit, without what `isDisplayedTextOf` leaves out.
class DisplayedReader {
public:
    explicit DisplayedReader(std::string_view text) : m_rest(text) { skip(); }

    bool isAtEnd() const { return m_rest.empty(); }
    char next() {
        const char byte = m_rest.front();
        m_rest.remove_prefix(1);
        skip();
        return byte;
    }

private:
    void skip() {
        for (std::size_t length = skippable(); length > 0; length = skippable()) {
            m_rest.remove_prefix(length);
        }
    }

    std::size_t skippable() const {
        return m_rest.starts_with(kLineBreak)                        ? kLineBreak.size()
               : m_rest.starts_with(kNoBreakSpace)                   ? kNoBreakSpace.size()
               : !m_rest.empty() && kSpaces.contains(m_rest.front()) ? 1
                                                                     : 0;
    }

    std::string_view m_rest;
};

std::string withoutReturns(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!text.substr(at).starts_with("\r\n")) {
            result += text[at];
        }
    }
    return result;
}

} // namespace

std::string writeSavedText(std::string_view covered) {
    std::string saved;
    saved.reserve(covered.size());
    for (const char byte : covered) {
        if (byte == '\n' || byte == '\r') {
            saved += kLineBreak;
        } else {
            saved += byte;
        }
    }
    return saved;
}

bool isSavedTextOf(std::string_view saved, std::string_view covered) {
    const std::string written = writeSavedText(saved);
    return written == writeSavedText(covered) || written == writeSavedText(withoutReturns(covered));
}

bool isDisplayedTextOf(std::string_view saved, std::string_view covered) {
    DisplayedReader left(saved);
    DisplayedReader right(covered);
    while (!left.isAtEnd() && !right.isAtEnd()) {
        if (left.next() != right.next()) {
            return false;
        }
    }
    return left.isAtEnd() && right.isAtEnd();
}

} // namespace cartouche::text
