#pragma once

#include "core/diagnostics/diagnostic.h"

#include <span>

namespace cartouche::diagnostics {

struct CodeRow {
    Code code;
    std::string_view name;
    Severity severity;
    /// Which input it is in: config, task, annotation, image, file or host.
    std::string_view source;
};

/// All codes, in the order of the enumeration.
std::span<const CodeRow> codeTable();

} // namespace cartouche::diagnostics
