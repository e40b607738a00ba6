#include "core/config/css_rules.h"

#include "core/config/names.h"

#include <algorithm>

namespace cartouche::config {

namespace {

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kSpace = " \t\r\n\f";
    const auto first = text.find_first_not_of(kSpace);
    return first == std::string_view::npos
               ? std::string_view()
               : text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

/// Calls onPart for what stands between separators.
template <typename OnPart>
void split(std::string_view text, char separator, OnPart onPart) {
    while (!text.empty()) {
        const auto end = std::min(text.find(separator), text.size());
        onPart(trimmed(text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

std::string withoutComments(std::string_view css) {
    std::string text;
    while (!css.empty()) {
        const auto start = std::min(css.find("/*"), css.size());
        text += css.substr(0, start);
        css.remove_prefix(start);
        const auto end = css.find("*/", std::min<std::size_t>(2, css.size()));
        css.remove_prefix(end == std::string_view::npos ? css.size() : end + 2);
    }
    return text;
}

/// The name of the class that a selector is about alone; empty: it is another one.
std::string_view classIn(std::string_view selector) {
    const bool isClass = selector.size() > 1 && selector.front() == '.' &&
                         selector.find_first_of(" .:>+~[#*,", 1) == std::string_view::npos;
    return isClass ? selector.substr(1) : std::string_view();
}

/// Behind the brace that closes the block that begins at `open`.
std::size_t endOfBlock(std::string_view css, std::size_t open) {
    int depth = 0;
    for (std::size_t at = open; at < css.size(); ++at) {
        depth += css[at] == '{' ? 1 : css[at] == '}' ? -1 : 0;
        if (depth == 0) {
            return at + 1;
        }
    }
    return css.size();
}

/// Calls onRule for each selector of each rule with what stands between the rule's braces.
template <typename OnRule>
void readRules(std::string_view css, OnRule onRule) {
    const std::string clean = withoutComments(css);
    std::string_view rest = clean;
    for (auto open = rest.find('{'); open != std::string_view::npos; open = rest.find('{')) {
        const auto end = endOfBlock(rest, open);
        const std::string_view body = rest.substr(open + 1, std::max(end, open + 2) - open - 2);
        split(rest.substr(0, open), ',',
              [&](std::string_view selector) { onRule(selector, body); });
        rest.remove_prefix(end);
    }
}

} // namespace

std::vector<CssDeclaration> parseCssDeclarations(std::string_view text) {
    std::vector<CssDeclaration> declarations;
    split(text, ';', [&declarations](std::string_view part) {
        const auto colon = part.find(':');
        if (colon == std::string_view::npos) {
            return;
        }
        std::string_view value = trimmed(part.substr(colon + 1));
        constexpr std::string_view kImportant = "!important";
        if (value.ends_with(kImportant)) {
            value = trimmed(value.substr(0, value.size() - kImportant.size()));
        }
        const std::string_view name = trimmed(part.substr(0, colon));
        if (!name.empty() && !value.empty()) {
            declarations.push_back({lowerCased(name), std::string(value)});
        }
    });
    return declarations;
}

std::vector<CssClassRule> parseCssClassRules(std::string_view css) {
    std::vector<CssClassRule> rules;
    readRules(css, [&rules](std::string_view selector, std::string_view body) {
        if (const std::string_view name = classIn(selector); !name.empty()) {
            rules.push_back({std::string(name), parseCssDeclarations(body)});
        }
    });
    return rules;
}

std::vector<std::string> findOtherCssSelectors(std::string_view css) {
    std::vector<std::string> selectors;
    readRules(css, [&selectors](std::string_view selector, std::string_view) {
        if (classIn(selector).empty()) {
            selectors.emplace_back(selector);
        }
    });
    return selectors;
}

} // namespace cartouche::config
