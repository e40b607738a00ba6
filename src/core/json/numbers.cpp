#include "core/json/numbers.h"

#include <charconv>
#include <cmath>
#include <cstdint>
#include <string>

namespace cartouche::json {

std::optional<double> parseNumber(std::string_view text) {
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
