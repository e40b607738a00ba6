#include "core/text/offsets.h"

#include "core/json/numbers.h"

#include <cmath>
#include <cstdint>
#include <limits>

namespace cartouche::text {

namespace {

/// Texts have less than 2^32 bytes in WebAssembly, and here nobody needs more.
constexpr std::size_t kLargest = std::numeric_limits<std::uint32_t>::max();

std::size_t clamped(double number) {
    return number < static_cast<double>(kLargest) ? static_cast<std::size_t>(number) : kLargest;
}

} // namespace

std::optional<std::size_t> readOffset(const json::Json& object, std::string_view key) {
    const auto found = object.is_object() ? object.find(key) : object.end();
    if (found == object.end()) {
        return std::nullopt;
    }
    const auto number = json::readNumber(*found);
    if (!number) {
        return std::nullopt;
    }
    if (!(*number > 0)) {
        return 0;
    }
    return clamped(*number);
}

std::optional<std::size_t> wholeOffset(double number) {
    const bool isWhole = std::isfinite(number) && number >= 0 && std::trunc(number) == number;
    return isWhole ? std::optional(clamped(number)) : std::nullopt;
}

} // namespace cartouche::text
