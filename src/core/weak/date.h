#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace cartouche::weak {

/// Seconds since 1970 of `2026-11-26`, `2026-11-26 16:30` or `2026-11-26T16:30:05.5Z` (ISO 8601; a
/// zone such as +02:00 is reckoned with, none is UTC). Nothing for other texts, and for days that
/// no calendar has.
std::optional<std::int64_t> secondsOfDate(std::string_view text);

} // namespace cartouche::weak
