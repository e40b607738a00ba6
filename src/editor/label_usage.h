#pragma once

#include "core/annotation/document.h"
#include "core/diagnostics/diagnostic.h"
#include "editor/region_label.h"

#include <optional>

namespace cartouche::editor {

bool hasLabel(const annotation::Area& area, const RegionLabel& label);

/// Nothing while another region may have the label; else what is said of it (spec/edge-cases.md 7).
std::optional<diagnostics::Diagnostic> usageFault(const RegionLabel& label,
                                                  const annotation::Document& document);

} // namespace cartouche::editor
