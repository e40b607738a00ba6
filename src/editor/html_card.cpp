#include "editor/html_card.h"

#include "core/json/numbers.h"

#include <algorithm>
#include <array>
#include <utility>

namespace cartouche::editor {

namespace {

constexpr std::string_view kSpace = " \t\r\n\f";

constexpr auto kBlocks = std::to_array<std::string_view>(
    {"br", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "p", "table", "tr", "ul"});

std::string withoutEntities(std::string text) {
    constexpr auto kEntities = std::to_array<std::pair<std::string_view, std::string_view>>(
        {{"&lt;", "<"},
         {"&gt;", ">"},
         {"&quot;", "\""},
         {"&#39;", "'"},
         {"&nbsp;", "\u00A0"},
         {"&amp;", "&"}}); // the last one, so that what it makes is not read again
    for (const auto& [entity, letter] : kEntities) {
        for (auto at = text.find(entity); at != std::string::npos;
             at = text.find(entity, at + letter.size())) {
            text.replace(at, entity.size(), letter);
        }
    }
    return text;
}

/// Of what stands between angle brackets.
bool isBlock(std::string_view tag) {
    tag.remove_prefix(tag.starts_with('/') ? 1 : 0);
    const std::string_view name = tag.substr(0, tag.find_first_of(" \t\r\n/"));
    return std::ranges::contains(kBlocks, name);
}

/// A line for each block, and one space for any space.
class Lines {
public:
    void add(std::string_view text) {
        for (const char letter : text) {
            if (kSpace.contains(letter)) {
                m_isApart = true;
            } else {
                m_text += m_isBroken ? "\n" : m_isApart && !m_text.empty() ? " " : "";
                m_text += letter;
                m_isApart = m_isBroken = false;
            }
        }
    }
    void breakLine() { m_isBroken = !m_text.empty(); }
    std::string take() { return std::move(m_text); }

private:
    std::string m_text;
    bool m_isApart = false;
    bool m_isBroken = false;
};

std::string textIn(std::string_view html) {
    Lines lines;
    while (!html.empty()) {
        const auto open = std::min(html.find('<'), html.size());
        lines.add(html.substr(0, open));
        const auto close = std::min(html.find('>', open), html.size());
        if (open < close && isBlock(html.substr(open + 1, close - open - 1))) {
            lines.breakLine();
        }
        html.remove_prefix(std::min(close + 1, html.size()));
    }
    return withoutEntities(lines.take());
}

/// What an attribute of the tag says; "": it has none of this name.
std::string attribute(std::string_view tag, std::string_view name) {
    auto at = tag.find(name);
    while (at != std::string_view::npos && (at == 0 || !kSpace.contains(tag[at - 1]))) {
        at = tag.find(name, at + 1);
    }
    if (at == std::string_view::npos) {
        return "";
    }
    std::string_view value = tag.substr(at + name.size());
    const bool isQuoted = value.starts_with('"') || value.starts_with('\'');
    const char quote = isQuoted ? value.front() : ' ';
    value.remove_prefix(isQuoted ? 1 : 0);
    const auto end = isQuoted ? value.find(quote) : value.find_first_of(" \t\n/>");
    return withoutEntities(std::string(value.substr(0, end)));
}

} // namespace

HtmlCard readHtmlCard(std::string_view html) {
    const auto image = html.find("<img");
    const std::string_view tag = image == std::string_view::npos
                                     ? std::string_view()
                                     : html.substr(image, html.find('>', image) - image);
    const auto width = json::parseNumber(attribute(tag, "width="));
    return {textIn(html), attribute(tag, "src="),
            static_cast<float>(std::max(width.value_or(0), 0.0))};
}

} // namespace cartouche::editor
