#include "editor/timestamp.h"

#include <chrono>
#include <format>

namespace cartouche::editor {

std::string writeTime(double ms) {
    using namespace std::chrono;
    const sys_time<milliseconds> moment{milliseconds(static_cast<std::int64_t>(ms))};
    const auto day = floor<days>(moment);
    const year_month_day date(day);
    const hh_mm_ss time(moment - day);
    return std::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                       time.hours().count(), time.minutes().count(), time.seconds().count(),
                       time.subseconds().count());
}

} // namespace cartouche::editor
