#include "core/config/attribute_checks.h"

#include "core/config/css_color.h"

#include <algorithm>
#include <charconv>
#include <ranges>
#include <utility>

namespace cartouche::config {

namespace {

/// "a", "b" or "c"
std::string enumerate(std::string_view allowed) {
    std::string text;
    const auto count = std::ranges::count(allowed, '|') + 1;
    std::ptrdiff_t index = 0;
    for (const auto part : std::views::split(allowed, '|')) {
        ++index;
        text += index == 1 ? "" : index == count ? " or " : ", ";
        text.append("\"").append(std::string_view(part)).append("\"");
    }
    return text;
}

/// Enumerations compare with case, unlike names (spec/edge-cases.md 1.1).
bool isAllowed(std::string_view allowed, std::string_view value) {
    return std::ranges::any_of(std::views::split(allowed, '|'), [value](const auto part) {
        return std::string_view(part) == value;
    });
}

bool isNumber(std::string_view value) {
    const std::size_t digits = value.starts_with('-') ? 1 : 0;
    return value.size() > digits &&
           value.find_first_not_of("0123456789.", digits) == std::string_view::npos &&
           std::ranges::count(value, '.') <= 1;
}

/// As JavaScript's parseFloat reads it: what stands behind the number does not count.
bool isFraction(std::string_view value) {
    value.remove_prefix(std::min(value.find_first_not_of(" \t\r\n"), value.size()));
    value.remove_prefix(value.starts_with('+') ? 1 : 0);
    double number = 0;
    const auto parsed = std::from_chars(value.data(), value.data() + value.size(), number);
    return parsed.ec == std::errc() && number >= 0 && number <= 1;
}

/// The reference turns these two into booleans, in every attribute but `value`.
bool isBoolean(std::string_view value) {
    return value == "true" || value == "false";
}

std::optional<std::string> unless(bool isGood, std::string fault) {
    return isGood ? std::nullopt : std::optional(std::move(fault));
}

} // namespace

std::optional<std::string> findAttributeFault(const AttributeRow& attribute,
                                              std::string_view value) {
    switch (attribute.type) {
    case AttributeType::Boolean:
        return unless(isBoolean(value), "it must be true or false");
    case AttributeType::Enumeration:
        return unless(isAllowed(attribute.allowed, value),
                      "it must be " + enumerate(attribute.allowed));
    case AttributeType::Number:
        return unless(isNumber(value), "it must be a number");
    case AttributeType::Fraction:
        return unless(isFraction(value), "it must be a number from 0 to 1");
    case AttributeType::Color:
        return unless(isCssColor(value), "it must be a colour, such as #d00 or red");
    case AttributeType::Text:
    case AttributeType::Expression:
        return unless(!isBoolean(value) || attribute.name == "value",
                      "it must be a text, which true and false are not");
    case AttributeType::Anything:
    case AttributeType::Name:
    case AttributeType::NameList:
        return std::nullopt;
    }
    return std::nullopt;
}

} // namespace cartouche::config
