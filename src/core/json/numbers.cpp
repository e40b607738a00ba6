#include "core/json/numbers.h"

#include <charconv>
#include <cmath>
#include <string>

namespace cartouche::json {

std::optional<double> readNumber(const Json& value) {
    if (value.is_number()) {
        return value.get<double>();
    }
    if (!value.is_string()) {
        return std::nullopt;
    }
    const auto& text = value.get_ref<const std::string&>();
    double number = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool isAll = parsed.ec == std::errc() && parsed.ptr == text.data() + text.size();
    return isAll && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

} // namespace cartouche::json
