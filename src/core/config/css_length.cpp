#include "core/config/css_length.h"

#include "core/json/numbers.h"

#include <algorithm>

namespace cartouche::config {

namespace {

constexpr std::string_view kSpace = " \t\r\n\f";
constexpr double kEm = 16;

std::string_view trimmed(std::string_view text) {
    const std::size_t from = std::min(text.find_first_not_of(kSpace), text.size());
    const std::size_t to = text.find_last_not_of(kSpace);
    return to == std::string_view::npos ? "" : text.substr(from, to + 1 - from);
}

std::optional<CssLength> readTerm(std::string_view text) {
    const std::size_t digits = std::min(text.find_first_not_of("0123456789.+-"), text.size());
    const auto number = json::parseNumber(text.substr(0, digits));
    const std::string_view unit = text.substr(digits);
    if (!number) {
        return std::nullopt;
    }
    CssLength length;
    if (unit == "px" || (unit.empty() && *number == 0)) {
        length.px = *number;
    } else if (unit == "em" || unit == "rem") {
        length.px = *number * kEm;
    } else if (unit == "%") {
        length.ofParent = *number / 100;
    } else if (unit == "vw") {
        length.ofViewport = *number / 100;
    } else if (unit == "vh") {
        length.ofHeight = *number / 100;
    } else {
        return std::nullopt;
    }
    return length;
}

/// Terms with ` + ` and ` - ` between them: CSS wants the spaces.
std::optional<CssLength> readSum(std::string_view text) {
    CssLength sum;
    double sign = 1;
    for (text = trimmed(text);;) {
        const std::size_t end = std::min(text.find_first_of(kSpace), text.size());
        const auto term = readTerm(text.substr(0, end));
        if (!term) {
            return std::nullopt;
        }
        sum.px += sign * term->px;
        sum.ofParent += sign * term->ofParent;
        sum.ofViewport += sign * term->ofViewport;
        sum.ofHeight += sign * term->ofHeight;
        text = trimmed(text.substr(end));
        if (text.empty()) {
            return sum;
        }
        if (text.size() < 2 || !std::string_view("+-").contains(text[0]) ||
            !kSpace.contains(text[1])) {
            return std::nullopt;
        }
        sign = text[0] == '-' ? -1 : 1;
        text = trimmed(text.substr(1));
    }
}

} // namespace

std::optional<CssLength> parseCssLength(std::string_view text) {
    constexpr std::string_view kCalc = "calc(";
    text = trimmed(text);
    return text.starts_with(kCalc) && text.ends_with(')')
               ? readSum(text.substr(kCalc.size(), text.size() - kCalc.size() - 1))
               : readTerm(text);
}

} // namespace cartouche::config
