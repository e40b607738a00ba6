#include "core/diagnostics/diagnostic.h"

#include "core/diagnostics/diagnostic_codes_table.h"

#include <algorithm>
#include <format>

namespace cartouche::diagnostics {

std::string_view codeName(Code code) {
    return codeTable()[static_cast<std::size_t>(code)].name;
}

Severity severityOf(Code code) {
    return codeTable()[static_cast<std::size_t>(code)].severity;
}

std::string_view severityName(Severity severity) {
    return severity == Severity::Error     ? "error"
           : severity == Severity::Warning ? "warning"
                                           : "hint";
}

std::string_view sourceOf(Code code) {
    return codeTable()[static_cast<std::size_t>(code)].source;
}

bool hasErrors(const Diagnostics& diagnostics) {
    return std::ranges::any_of(diagnostics, [](const Diagnostic& diagnostic) {
        return severityOf(diagnostic.code) == Severity::Error;
    });
}

std::string formatDiagnostic(std::string_view file, const Diagnostic& diagnostic) {
    std::string place(file);
    if (!diagnostic.where.pointer.empty()) {
        place += "#" + diagnostic.where.pointer;
    }
    if (diagnostic.where.line > 0) {
        place += std::format(":{}", diagnostic.where.line);
    }
    if (diagnostic.where.column > 0) {
        place += std::format(":{}", diagnostic.where.column);
    }
    return std::format("{}: {}[{}]: {}", place, severityName(severityOf(diagnostic.code)),
                       codeName(diagnostic.code), diagnostic.message);
}

} // namespace cartouche::diagnostics
