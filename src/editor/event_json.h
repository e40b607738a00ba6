#pragma once

#include "core/diagnostics/diagnostic.h"
#include "core/json/json.h"

#include <string>

namespace cartouche::editor {

/// A diagnostic in the shape that hosts get: {code, severity, message, line?, column?, pointer?}.
json::Json writeDiagnostic(const diagnostics::Diagnostic& diagnostic);

/// A moment (milliseconds since 1970) as ISO 8601 in UTC: 2026-11-24T10:49:19.250Z.
std::string writeTime(double ms);

} // namespace cartouche::editor
