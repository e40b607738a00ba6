#include "editor/event_json.h"

#include <chrono>
#include <format>

namespace cartouche::editor {

json::Json writeDiagnostic(const diagnostics::Diagnostic& diagnostic) {
    json::Json out{
        {"code", diagnostics::codeName(diagnostic.code)},
        {"severity", diagnostics::severityName(diagnostics::severityOf(diagnostic.code))},
        {"message", diagnostic.message}};
    if (diagnostic.where.line > 0) {
        out["line"] = diagnostic.where.line;
        out["column"] = diagnostic.where.column;
    }
    if (!diagnostic.where.pointer.empty()) {
        out["pointer"] = diagnostic.where.pointer;
    }
    return out;
}

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
