#pragma once

#include "core/diagnostics/diagnostic.h"

#include <string>
#include <vector>

namespace cartouche::tests {

/// Diagnostics as the tool prints them, in the file `config.xml`: exact texts, easy to read in
/// tests.
inline std::vector<std::string> rendered(const diagnostics::Diagnostics& found) {
    std::vector<std::string> lines;
    for (const diagnostics::Diagnostic& diagnostic : found) {
        lines.push_back(formatDiagnostic("config.xml", diagnostic));
    }
    return lines;
}

} // namespace cartouche::tests
