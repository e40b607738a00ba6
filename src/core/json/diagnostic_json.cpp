#include "core/json/diagnostic_json.h"

namespace cartouche::json {

Json writeDiagnostic(const diagnostics::Diagnostic& diagnostic) {
    Json out{{"code", diagnostics::codeName(diagnostic.code)},
             {"severity", diagnostics::severityName(diagnostics::severityOf(diagnostic.code))},
             {"message", diagnostic.message},
             {"source", diagnostics::sourceOf(diagnostic.code)}};
    if (diagnostic.where.line > 0) {
        out["line"] = diagnostic.where.line;
        out["column"] = diagnostic.where.column;
    }
    if (!diagnostic.where.pointer.empty()) {
        out["pointer"] = diagnostic.where.pointer;
    }
    return out;
}

} // namespace cartouche::json
