#pragma once

#include "core/diagnostics/diagnostic.h"
#include "core/json/json.h"

namespace cartouche::json {

/// A diagnostic in the shape that hosts and scripts get:
/// {code, severity, message, source, line?, column?, pointer?}.
Json writeDiagnostic(const diagnostics::Diagnostic& diagnostic);

} // namespace cartouche::json
