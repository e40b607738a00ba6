#include "core/json/numbers.h"

#include <cmath>
#include <cstdint>
#include <fast_float/fast_float.h>
#include <string>
#include <system_error>

namespace cartouche::json {

namespace {

/// Of most numbers: a few digits, which need no care for the last bit. `end` is nullptr if there is
/// more to it.
NumberText parseSmallWhole(const char* at, const char* end) {
    constexpr std::ptrdiff_t kMostDigits = 9;
    const char* first = at;
    const char* last = end - at > kMostDigits ? at + kMostDigits : end;
    std::int32_t whole = 0;
    while (at != last && *at >= '0' && *at <= '9') {
        whole = whole * 10 + (*at++ - '0');
    }
    const bool isAll = at != first && (at == end || *at == ',' || *at == ']' || *at == '}');
    return {static_cast<double>(whole), isAll ? at : nullptr};
}

} // namespace

NumberText parseNumberAt(const char* at, const char* end) {
    if (const NumberText small = parseSmallWhole(at, end); small.end != nullptr) {
        return small;
    }
    double number = 0;
    const auto parsed = fast_float::from_chars(at, end, number);
    return {number, parsed.ptr};
}

std::optional<double> parseNumber(std::string_view text) {
    const char* end = text.data() + text.size();
    const NumberText number = parseNumberAt(text.data(), end);
    const bool isAll = !text.empty() && number.end == end;
    return isAll && std::isfinite(number.value) ? std::optional(number.value) : std::nullopt;
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
