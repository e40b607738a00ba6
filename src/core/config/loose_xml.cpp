#include "core/config/loose_xml.h"

#include <algorithm>
#include <array>
#include <format>
#include <utility>

namespace cartouche::config {

namespace {

using diagnostics::Code;

constexpr std::size_t kMost = 50;

bool isAlphanumeric(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
           (letter >= '0' && letter <= '9');
}

/// Goes over the text once; it is known to be well-formed but for what is looked for here.
class Scanner {
public:
    explicit Scanner(std::string_view text) : m_text(text) {}

    std::vector<LooseSpot> scan() {
        while (m_at < m_text.size() && m_spots.size() < kMost) {
            if (m_text[m_at] == '<') {
                scanMarkup();
            } else {
                scanText();
            }
        }
        return std::move(m_spots);
    }

private:
    std::string_view rest() const { return m_text.substr(m_at); }

    void report(std::string message, Code code = Code::LooseXml) {
        m_spots.push_back({m_at, code, std::move(message)});
    }

    void skipBehind(std::string_view end) {
        const std::size_t found = m_text.find(end, m_at);
        m_at = found == std::string_view::npos ? m_text.size() : found + end.size();
    }

    void scanMarkup() {
        static constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kSkipped{
            {{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}}};
        for (const auto& [start, end] : kSkipped) {
            if (rest().starts_with(start)) {
                skipBehind(end);
                return;
            }
        }
        if (rest().starts_with("<!")) {
            // It may declare entities, and what stands in it is not checked here.
            m_knowsEntities = false;
            const std::size_t list = rest().find('[');
            skipBehind(list < rest().find('>') ? "]>" : ">");
            return;
        }
        scanTag();
    }

    void scanTag() {
        const bool isEnd = rest().starts_with("</");
        char quote = 0;
        for (++m_at; m_at < m_text.size() && (quote != 0 || m_text[m_at] != '>'); ++m_at) {
            const char letter = m_text[m_at];
            if (quote == 0) {
                quote = letter == '"' || letter == '\'' ? letter : '\0';
            } else if (letter == quote) {
                quote = 0;
            } else if (letter == '<') {
                report("A \"<\" stands in an attribute here; write &lt; for it");
            } else if (letter == '&') {
                checkEntity();
            }
        }
        m_depth += isEnd ? -1 : m_text[m_at - 1] == '/' ? 0 : 1;
        ++m_at;
    }

    void scanText() {
        const std::size_t end = std::min(m_text.find('<', m_at), m_text.size());
        const std::size_t first = m_text.find_first_not_of(" \t\r\n", m_at);
        if (m_depth == 0 && first < end) {
            m_at = first;
            report("This text stands outside of the outermost element; remove it, or move it in",
                   Code::XmlSyntax);
        }
        for (; m_at < end; ++m_at) {
            if (m_text[m_at] == '&') {
                checkEntity();
            }
        }
    }

    void checkEntity() {
        static constexpr std::array<std::string_view, 5> kNames{"amp", "lt", "gt", "quot", "apos"};
        const std::string_view behind = rest().substr(1);
        const std::string_view name = behind.substr(0, behind.find(';'));
        if (name.size() == behind.size() || name.empty() ||
            !std::ranges::all_of(name.substr(name.starts_with('#') ? 1 : 0), isAlphanumeric)) {
            report("A \"&\" stands here that begins no entity; write &amp; for it");
        } else if (!name.starts_with('#') && !std::ranges::contains(kNames, name) &&
                   m_knowsEntities) {
            report(std::format("&{}; is no entity of XML; write the character itself, or its "
                               "number, such as &#160;",
                               name));
        }
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    int m_depth = 0;
    bool m_knowsEntities = true;
    std::vector<LooseSpot> m_spots;
};

} // namespace

std::vector<LooseSpot> findLooseXml(std::string_view text) {
    return Scanner(text).scan();
}

} // namespace cartouche::config
