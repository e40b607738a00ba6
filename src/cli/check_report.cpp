#include "cli/check_report.h"

#include "cli/interface_report.h"
#include "core/json/diagnostic_json.h"

#include <algorithm>
#include <format>
#include <utility>

namespace cartouche::cli {

namespace {

using diagnostics::Severity;
using json::Json;

std::string counted(std::ptrdiff_t count, std::string_view noun) {
    return std::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

std::string summary(const CheckResult& result) {
    if (result.findings.empty()) {
        return "No problems.";
    }
    const auto count = [&result](Severity severity) {
        return std::ranges::count(result.findings, severity, [](const Finding& finding) {
            return severityOf(finding.diagnostic.code);
        });
    };
    const std::string worse = std::format("{}, {}", counted(count(Severity::Error), "error"),
                                          counted(count(Severity::Warning), "warning"));
    const auto hints = count(Severity::Hint);
    return hints > 0 ? std::format("{}, {}.", worse, counted(hints, "hint")) : worse + ".";
}

} // namespace

std::string writeText(const CheckResult& result) {
    std::string text;
    for (const Finding& finding : result.findings) {
        text += formatDiagnostic(finding.file, finding.diagnostic) + "\n";
    }
    return text + summary(result) + "\n";
}

Json writeReport(const CheckResult& result) {
    Json out{{"ok", !result.hasErrors()}};
    out.update(writeInterface(result.interface, result.task));
    out["diagnostics"] = Json::array();
    for (const Finding& finding : result.findings) {
        Json diagnostic{{"file", finding.file}};
        diagnostic.update(json::writeDiagnostic(finding.diagnostic));
        out["diagnostics"].push_back(std::move(diagnostic));
    }
    return out;
}

} // namespace cartouche::cli
