#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace cartouche::editor {

/// A moment on the clock of whoever labels: no zone.
struct DateTime {
    int year = 2000;
    int month = 1; // 1 to 12
    int day = 1;
    int hour = 0;
    int minute = 0;
    int second = 0;

    auto operator<=>(const DateTime&) const = default;
};

/// Whether there is such a day, and such a time on it.
bool isValid(const DateTime& moment);

/// By a format as strftime has it: %Y %y %m %d %e %H %I %M %S %p %B %b %A %a %j %%, names in
/// English; what else stands there is copied.
std::string formatDateTime(const DateTime& moment, std::string_view format);

/// What formatDateTime() gave, read back; parts that the format leaves out are DateTime's own.
/// Nothing if it is another text. %A, %a and %j are passed, not used.
std::optional<DateTime> parseDateTime(std::string_view text, std::string_view format);

} // namespace cartouche::editor
