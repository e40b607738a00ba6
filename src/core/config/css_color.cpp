#include "core/config/css_color.h"

#include "core/config/css_color_names_table.h"
#include "core/config/names.h"
#include "core/config/xml_text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <vector>

namespace cartouche::config {

namespace {

std::uint8_t byteOf(double part) {
    return static_cast<std::uint8_t>(std::lround(std::clamp(part, 0.0, 1.0) * 255));
}

std::optional<CssColor> parseHex(std::string_view digits) {
    std::uint32_t value = 0;
    const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
    if (parsed.ec != std::errc() || parsed.ptr != digits.data() + digits.size()) {
        return std::nullopt;
    }
    const auto part = [&](unsigned index, unsigned bits) {
        const auto count = static_cast<unsigned>(digits.size()) * 4U / bits;
        const std::uint32_t some = (value >> ((count - 1 - index) * bits)) & ((1U << bits) - 1);
        return static_cast<std::uint8_t>(bits == 4 ? some * 17 : some);
    };
    switch (digits.size()) {
    case 3:
        return CssColor{part(0, 4), part(1, 4), part(2, 4)};
    case 4:
        return CssColor{part(0, 4), part(1, 4), part(2, 4), part(3, 4)};
    case 6:
        return CssColor{part(0, 8), part(1, 8), part(2, 8)};
    case 8:
        return CssColor{part(0, 8), part(1, 8), part(2, 8), part(3, 8)};
    default:
        return std::nullopt;
    }
}

struct Component {
    double number = 0;
    bool isPercent = false;
};

/// The numbers between the brackets; nothing if one is none.
std::optional<std::vector<Component>> parseComponents(std::string_view text) {
    std::vector<Component> components;
    while (true) {
        const std::size_t start = text.find_first_not_of(" \t\r\n,/");
        if (start == std::string_view::npos) {
            return components;
        }
        text.remove_prefix(start);
        const std::size_t end = std::min(text.find_first_of(" \t\r\n,/"), text.size());
        std::string_view part = text.substr(0, end);
        text.remove_prefix(end);
        Component component;
        component.isPercent = part.ends_with('%');
        part = part.substr(part.starts_with('+') ? 1 : 0);
        part = part.substr(0, std::min(part.find_first_of("%d"), part.size())); // 120deg
        const auto parsed =
            std::from_chars(part.data(), part.data() + part.size(), component.number);
        if (parsed.ec != std::errc() || parsed.ptr != part.data() + part.size()) {
            return std::nullopt;
        }
        components.push_back(component);
    }
}

double scaled(const Component& component, double whole) {
    return component.number / (component.isPercent ? 100 : whole);
}

CssColor fromHsl(double hue, double saturation, double lightness) {
    const double amount = saturation * std::min(lightness, 1 - lightness);
    const auto part = [&](double offset) {
        const double place = std::fmod(std::fmod(offset + (hue / 30), 12) + 12, 12);
        return byteOf(lightness - (amount * std::clamp(std::min(place - 3, 9 - place), -1.0, 1.0)));
    };
    return {part(0), part(8), part(4)};
}

std::optional<CssColor> parseFunction(std::string_view name, std::string_view arguments) {
    const bool isRgb = isSameName(name, "rgb") || isSameName(name, "rgba");
    const auto components = parseComponents(arguments);
    if ((!isRgb && !isSameName(name, "hsl") && !isSameName(name, "hsla")) || !components ||
        components->size() < 3 || components->size() > 4) {
        return std::nullopt;
    }
    const auto& parts = *components;
    CssColor color = isRgb ? CssColor{byteOf(scaled(parts[0], 255)), byteOf(scaled(parts[1], 255)),
                                      byteOf(scaled(parts[2], 255))}
                           : fromHsl(parts[0].number, std::clamp(scaled(parts[1], 100), 0.0, 1.0),
                                     std::clamp(scaled(parts[2], 100), 0.0, 1.0));
    if (parts.size() == 4) {
        color.alpha = byteOf(scaled(parts[3], 1));
    }
    return color;
}

} // namespace

std::optional<CssColor> parseCssColor(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) {
        return std::nullopt;
    }
    text = text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
    if (text.starts_with('#')) {
        return parseHex(text.substr(1));
    }
    const std::size_t bracket = text.find('(');
    if (bracket != std::string_view::npos && text.ends_with(')')) {
        return parseFunction(text.substr(0, bracket),
                             text.substr(bracket + 1, text.size() - bracket - 2));
    }
    if (isSameName(text, "transparent")) {
        return CssColor{0, 0, 0, 0};
    }
    const auto named = std::ranges::find_if(
        cssColorNames(), [text](const CssColorName& row) { return isSameName(row.name, text); });
    return named == cssColorNames().end() ? std::nullopt : std::optional(named->color);
}

bool isCssColor(std::string_view text) {
    constexpr std::string_view kKeywords =
        "currentcolor|inherit|initial|unset|revert|revert-layer|accentcolor|accentcolortext|"
        "activetext|buttonborder|buttonface|buttontext|canvas|canvastext|field|fieldtext|graytext|"
        "highlight|highlighttext|linktext|mark|marktext|selecteditem|selecteditemtext|visitedtext";
    constexpr std::string_view kFunctions =
        "hwb|lab|lch|oklab|oklch|color|color-mix|light-dark|var";
    const std::string_view color = trimmed(text);
    const std::size_t bracket = color.find('(');
    return parseCssColor(color).has_value() || isListed(kKeywords, color) ||
           (color.ends_with(')') && isListed(kFunctions, color.substr(0, bracket)));
}

} // namespace cartouche::config
