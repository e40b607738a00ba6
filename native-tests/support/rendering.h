#pragma once

#include "core/diagnostics/diagnostic.h"

#include <string>
#include <string_view>
#include <vector>

namespace cartouche::tests {

/// Diagnostics as the tool prints them: exact texts, easy to read in tests.
inline std::vector<std::string> rendered(const diagnostics::Diagnostics& found,
                                         std::string_view file = "config.xml") {
    std::vector<std::string> lines;
    for (const diagnostics::Diagnostic& diagnostic : found) {
        lines.push_back(formatDiagnostic(file, diagnostic));
    }
    return lines;
}

} // namespace cartouche::tests
