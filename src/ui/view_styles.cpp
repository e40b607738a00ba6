#include "ui/view_styles.h"

#include "core/config/css_rules.h"
#include "core/json/numbers.h"
#include "ui/theme.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <ranges>
#include <string>
#include <string_view>
#include <utility>

namespace cartouche::ui {

namespace {

using config::CssClassRule;
using config::CssDeclaration;
using config::Tag;

constexpr float kEm = 15.0F;
constexpr float kUsualPadding = 12.0F;

constexpr std::string_view kSpace = " \t\r\n\f";

/// Behind the word that begins at `at`; a space in parentheses ends none.
std::size_t endOfWord(std::string_view text, std::size_t at) {
    int depth = 0;
    while (at < text.size() && (depth > 0 || !kSpace.contains(text[at]))) {
        depth += text[at] == '(' ? 1 : text[at] == ')' ? -1 : 0;
        ++at;
    }
    return at;
}

std::vector<std::string_view> words(std::string_view text) {
    std::vector<std::string_view> words;
    for (std::size_t at = text.find_first_not_of(kSpace); at < text.size();) {
        const std::size_t end = endOfWord(text, at);
        words.push_back(text.substr(at, end - at));
        at = std::min(text.find_first_not_of(kSpace, end), text.size());
    }
    return words;
}

/// Of `var(--spacing, 8px)` what counts if the host's style sheets do not say it; "" if that is
/// nothing, and the text itself if it is no var().
std::string_view withoutVariable(std::string_view text) {
    constexpr std::string_view kVar = "var(";
    if (!text.starts_with(kVar) || !text.ends_with(')')) {
        return text;
    }
    const std::string_view inside = text.substr(kVar.size(), text.size() - kVar.size() - 1);
    const auto comma = std::min(inside.find(','), inside.size());
    const auto start = inside.find_first_not_of(kSpace, std::min(comma + 1, inside.size()));
    return start == std::string_view::npos ? "" : withoutVariable(inside.substr(start));
}

/// Of px, em, rem, % and fr; nothing of what is none, or less than nothing.
std::optional<ViewLength> readLength(std::string_view text) {
    const std::size_t digits = std::min(text.find_first_not_of("0123456789.+-"), text.size());
    const auto number = json::parseNumber(text.substr(0, digits));
    const std::string_view unit = text.substr(digits);
    if (!number || *number < 0) {
        return std::nullopt;
    }
    const auto value = static_cast<float>(*number);
    return unit == "px" || (unit.empty() && value == 0) ? std::optional(ViewLength{value, false})
           : unit == "em" || unit == "rem" ? std::optional(ViewLength{value * kEm, false})
           : unit == "%"                   ? std::optional(ViewLength{value / 100, true})
           : unit == "fr"                  ? std::optional(ViewLength{value, true})
                                           : std::nullopt;
}

/// `1fr 2fr`, `100px auto`, `repeat(3, 1fr)`; what is not understood is a share like others.
std::vector<ViewLength> readTracks(std::string_view text) {
    constexpr std::string_view kRepeat = "repeat(";
    if (text.starts_with(kRepeat) && text.ends_with(")")) {
        const std::string_view inside =
            text.substr(kRepeat.size(), text.size() - kRepeat.size() - 1);
        const std::size_t comma = std::min(inside.find(','), inside.size());
        const auto count = json::parseNumber(inside.substr(0, comma));
        constexpr double kMost = 24;
        std::vector<ViewLength> tracks;
        for (int track = 0; track < static_cast<int>(std::min(count.value_or(1), kMost)); ++track) {
            tracks.push_back({1, true});
        }
        return tracks;
    }
    std::vector<ViewLength> tracks;
    for (const std::string_view word : words(text)) {
        const auto length = readLength(word);
        tracks.push_back(length && !word.ends_with("%") ? *length : ViewLength{1, true});
    }
    return tracks;
}

void applyDisplay(ViewStyle& style, std::string_view value) {
    style.isHidden = value == "none";
    if (value == "flex" || value == "inline-flex") {
        style.flow = ViewStyle::Flow::Row;
    } else if (value == "grid" || value == "inline-grid") {
        style.flow = ViewStyle::Flow::Grid;
    } else {
        style.flow = ViewStyle::Flow::Column;
    }
}

ViewStyle::Align readAlign(std::string_view value) {
    return value.ends_with("center") ? ViewStyle::Align::Center
           : value.ends_with("end")  ? ViewStyle::Align::End
                                     : ViewStyle::Align::Start;
}

ViewStyle::Justify readJustify(std::string_view value) {
    using enum ViewStyle::Justify;
    return value.ends_with("center")  ? Center
           : value.ends_with("end")   ? End
           : value == "space-between" ? Between
           : value == "space-around"  ? Around
           : value == "space-evenly"  ? Evenly
                                      : Start;
}

/// `1`, `2 1 auto`, `80%`, `0 0 200px`.
void applyFlex(ViewStyle& style, std::string_view value) {
    const auto parts = words(value);
    const auto number = parts.empty() ? std::nullopt : json::parseNumber(parts.front());
    if (number) {
        style.grow = static_cast<float>(*number);
    }
    const auto basis = parts.empty() ? std::nullopt : readLength(parts.back());
    const bool isBasis = basis && (parts.back().ends_with("%") || parts.back().ends_with("px"));
    if (isBasis && (!number || *number == 0)) {
        style.width = basis;
    } else if (isBasis && basis->isPart && basis->value > 0 && parts.size() == 1) {
        style.width = basis;
    }
}

/// Of what only the host's own style sheets say, as `var(--spacing-tight)`, it is known that it is
/// something usual.
float pixelsOf(std::string_view word, float usual) {
    const std::string_view text = withoutVariable(word);
    const auto length = readLength(text);
    return text.empty() ? usual : length && !length->isPart ? length->value : 0;
}

/// `8px`, `8px 16px`, `1px 2px 3px` or `1px 2px 3px 4px`: from the top on, clockwise.
void applyPadding(ViewPanel& panel, std::string_view value) {
    constexpr float kMost = 48; // what is meant for pages of another size
    std::vector<float> edges;
    for (const std::string_view word : words(value)) {
        edges.push_back(std::min(pixelsOf(word, kUsualPadding), kMost));
    }
    if (!edges.empty()) {
        const auto edge = [&edges](std::size_t first, std::size_t second, std::size_t third) {
            return edges.size() > first    ? edges[first]
                   : edges.size() > second ? edges[second]
                                           : edges[third];
        };
        panel.top = edges[0];
        panel.right = edge(1, 0, 0);
        panel.bottom = edge(2, 0, 0);
        panel.left = edge(3, 1, 0);
    }
}

void applyBorder(ViewPanel& panel, std::string_view value) {
    const auto parts = words(value);
    panel.hasBorder = !std::ranges::any_of(parts, [](std::string_view part) {
        return part == "none" || part == "0" || part == "0px" || part == "hidden";
    });
    panel.border = parts.empty() ? std::nullopt : config::parseCssColor(parts.back());
}

/// False: the declaration is about something else.
bool applyToPanel(ViewPanel& panel, const CssDeclaration& declaration) {
    const auto& [name, value] = declaration;
    const float pixels = pixelsOf(value, kUsualPadding);
    if (name == "padding") {
        applyPadding(panel, value);
    } else if (name == "padding-left" || name == "padding-inline-start") {
        panel.left = pixels;
    } else if (name == "padding-right" || name == "padding-inline-end") {
        panel.right = pixels;
    } else if (name == "padding-top") {
        panel.top = pixels;
    } else if (name == "padding-bottom") {
        panel.bottom = pixels;
    } else if (name == "background" || name == "background-color") {
        panel.ground = config::parseCssColor(withoutVariable(value));
    } else if (name == "border") {
        applyBorder(panel, value);
    } else if (name == "box-shadow") {
        panel.hasBorder = panel.hasBorder || value != "none";
    } else if (name == "border-radius") {
        constexpr float kMost = 24;
        panel.radius = std::min(pixelsOf(value, metrics::kRadius), kMost);
    } else {
        return false;
    }
    return true;
}

void apply(ViewStyle& style, const CssDeclaration& declaration) {
    const auto& [name, value] = declaration;
    if (applyToPanel(style.panel, declaration)) {
        return;
    }
    if (name == "display") {
        applyDisplay(style, value);
    } else if (name == "flex-direction") {
        const bool isColumn = value.starts_with("column");
        style.flow =
            isColumn && style.flow == ViewStyle::Flow::Row ? ViewStyle::Flow::Column : style.flow;
    } else if (name == "flex-wrap") {
        style.wraps = value.starts_with("wrap");
    } else if (name == "align-items") {
        style.align = readAlign(value);
    } else if (name == "justify-content") {
        style.justify = readJustify(value);
    } else if (name == "gap" || name == "column-gap" || name == "grid-gap") {
        const auto length = readLength(withoutVariable(words(value).back()));
        style.gap = length && !length->isPart ? std::optional(length->value) : style.gap;
    } else if (name == "grid-template-columns") {
        style.grid = readTracks(value);
    } else if (name == "grid-template" && value.contains('/')) {
        style.grid = readTracks(value.substr(value.find('/') + 1));
    } else if (name == "flex") {
        applyFlex(style, value);
    } else if (name == "flex-grow") {
        const auto number = json::parseNumber(value);
        style.grow = number ? std::optional(static_cast<float>(*number)) : style.grow;
    } else if (name == "width" || name == "flex-basis") {
        const auto length = readLength(withoutVariable(value));
        style.width = length ? length : style.width;
    }
}

void collectRules(const Tag& tag, std::vector<CssClassRule>& rules) {
    if (tag.kind() == config::TagKind::Style) {
        std::ranges::move(config::parseCssClassRules(tag.text("value")), std::back_inserter(rules));
    }
    for (const auto& child : tag.children()) {
        collectRules(*child, rules);
    }
}

ViewStyle styleOf(std::string_view classNames, std::string_view own,
                  const std::vector<CssClassRule>& rules) {
    ViewStyle style;
    const auto classes = words(classNames);
    for (const CssClassRule& rule : rules) {
        if (std::ranges::contains(classes, rule.className)) {
            for (const CssDeclaration& declaration : rule.declarations) {
                apply(style, declaration);
            }
        }
    }
    for (const CssDeclaration& declaration : config::parseCssDeclarations(own)) {
        apply(style, declaration);
    }
    return style;
}

void collectCompared(const Tag& tag, const std::vector<CssClassRule>& rules, auto& compared) {
    if (tag.kind() == config::TagKind::Pairwise) {
        constexpr std::array kClasses{"leftClass", "rightClass"};
        auto names = tag.text("toName") | std::views::split(',');
        for (const auto& [attribute, name] : std::views::zip(kClasses, names)) {
            const std::string_view classes = tag.text(attribute);
            compared.insert_or_assign(
                std::string(std::string_view(name)),
                ComparedLook{styleOf(classes, "", rules).panel,
                             styleOf(classes, tag.text("selectionStyle"), rules).panel});
        }
    }
    for (const auto& child : tag.children()) {
        collectCompared(*child, rules, compared);
    }
}

template <typename Make>
void fill(const Tag& tag, Make make, std::map<const Tag*, ViewStyle>& styles) {
    if (ViewStyle style = make(tag); style != ViewStyle()) {
        styles.emplace(&tag, std::move(style));
    }
    for (const auto& child : tag.children()) {
        fill(*child, make, styles);
    }
}

} // namespace

ViewStyles::ViewStyles(const Tag& root) {
    std::vector<CssClassRule> rules;
    collectRules(root, rules);
    const auto own = [&rules](const Tag& tag) {
        return styleOf(tag.text("className"), tag.text("style"), rules);
    };
    fill(root, own, m_styles);
    collectCompared(root, rules, m_compared);
}

const ComparedLook* ViewStyles::findCompared(std::string_view object) const {
    const auto found = m_compared.find(object);
    return found == m_compared.end() ? nullptr : &found->second;
}

const ViewStyle& ViewStyles::of(const Tag& tag) const {
    static const ViewStyle kNone;
    const auto found = m_styles.find(&tag);
    return found == m_styles.end() ? kNone : found->second;
}

} // namespace cartouche::ui
