#include "core/json/numbers.h"

#include <charconv>
#include <cmath>
#include <cstdint>
#include <string>

namespace cartouche::json {

namespace {

/// Most numbers are: a few digits, which need no care for the last bit.
std::optional<double> parseSmallWhole(std::string_view text) {
    constexpr std::size_t kMostDigits = 9;
    if (text.empty() || text.size() > kMostDigits) {
        return std::nullopt;
    }
    std::int32_t whole = 0;
    for (const char digit : text) {
        if (digit < '0' || digit > '9') {
            return std::nullopt;
        }
        whole = whole * 10 + (digit - '0');
    }
    return whole;
}

} // namespace

std::optional<double> parseNumber(std::string_view text) {
    if (const auto whole = parseSmallWhole(text)) {
        return whole;
    }
    double number = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool isAll = parsed.ec == std::errc() && parsed.ptr == text.data() + text.size();
    return isAll && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

std::optional<double> readNumber(const Json& value) {
    if (value.is_number()) {
        return value.get<double>();
    }
    return value.is_string() ? parseNumber(value.get_ref<const std::string&>()) : std::nullopt;
}

Json numberJson(double number) {
    constexpr double kLargestExact = 9007199254740992.0;
    const bool isWhole = std::abs(number) <= kLargestExact && std::trunc(number) == number;
    return isWhole ? Json(static_cast<std::int64_t>(number)) : Json(number);
}

} // namespace cartouche::json
