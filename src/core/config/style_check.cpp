#include "core/config/style_check.h"

#include "core/config/css_rules.h"

#include <algorithm>
#include <array>
#include <format>
#include <ranges>
#include <string>
#include <vector>

namespace cartouche::config {

namespace {

using diagnostics::Code;
using diagnostics::Diagnostics;
using diagnostics::Location;

constexpr std::array kRead = std::to_array<std::string_view>({
    "align-items",
    "background",
    "background-color",
    "border",
    "border-radius",
    "box-shadow",
    "column-gap",
    "display",
    "flex",
    "flex-basis",
    "flex-direction",
    "flex-grow",
    "flex-wrap",
    "gap",
    "grid-gap",
    "grid-template",
    "grid-template-columns",
    "justify-content",
    "padding",
    "padding-bottom",
    "padding-left",
    "padding-inline-end",
    "padding-inline-start",
    "padding-right",
    "padding-top",
    "width",
});

using Names = std::vector<std::string>;

void addOnce(Names& names, std::string_view name) {
    if (!std::ranges::contains(names, name)) {
        names.emplace_back(name);
    }
}

void addPassedOver(Names& names, const std::vector<CssDeclaration>& declarations) {
    for (const CssDeclaration& declaration : declarations) {
        if (!std::ranges::contains(kRead, declaration.name)) {
            addOnce(names, declaration.name);
        }
    }
}

/// `margin, color and 3 more`
std::string listed(const Names& names) {
    constexpr std::size_t kMost = 4;
    std::string list;
    for (const std::string& name : names | std::views::take(kMost)) {
        list += (list.empty() ? "" : ", ") + name;
    }
    return names.size() > kMost ? std::format("{} and {} more", list, names.size() - kMost) : list;
}

void hintAtProperties(std::string_view style, const Names& properties, const Location& where,
                      Diagnostics& hints) {
    if (!properties.empty()) {
        hints.push_back({Code::IgnoredStyle,
                         std::format("Of this {} {} is passed over: type, colors and distances are "
                                     "the theme's",
                                     style, listed(properties)),
                         where});
    }
}

void checkStyleAttribute(const Tag& tag, Diagnostics& hints) {
    Names properties;
    addPassedOver(properties, parseCssDeclarations(tag.text("style")));
    hintAtProperties("style", properties, tag.where("style"), hints);
}

void checkStyleTag(const Tag& tag, Diagnostics& hints) {
    const std::string_view css = tag.text("value");
    Names selectors;
    for (const std::string& selector : findOtherCssSelectors(css)) {
        addOnce(selectors, selector);
    }
    if (!selectors.empty()) {
        hints.push_back({Code::IgnoredStyle,
                         std::format("Of this <Style> the rules for {} are passed over: rules are "
                                     "read that are for a class, as .wide",
                                     listed(selectors)),
                         tag.where()});
    }
    Names properties;
    for (const CssClassRule& rule : parseCssClassRules(css)) {
        addPassedOver(properties, rule.declarations);
    }
    hintAtProperties("<Style>", properties, tag.where(), hints);
}

void check(const Tag& tag, Diagnostics& hints) {
    if (tag.kind() == TagKind::Style) {
        checkStyleTag(tag, hints);
    } else {
        checkStyleAttribute(tag, hints);
    }
    for (const auto& child : tag.children()) {
        check(*child, hints);
    }
}

} // namespace

std::span<const std::string_view> readCssProperties() {
    return kRead;
}

Diagnostics findIgnoredStyles(const Tag& root) {
    Diagnostics hints;
    check(root, hints);
    return hints;
}

} // namespace cartouche::config
