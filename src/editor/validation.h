#pragma once

#include "core/annotation/annotation.h"
#include "core/config/labeling_interface.h"
#include "core/diagnostics/diagnostic.h"

namespace cartouche::editor {

/// Everything that keeps the annotation from being submitted (spec/edge-cases.md 6): all gaps at
/// once, in document order, of controls that can be seen, each at the place of its control in the
/// config.
diagnostics::Diagnostics validate(const config::LabelingInterface& interface,
                                  const annotation::Annotation& annotation);

/// Whether the diagnostic is one of those that validate() finds.
bool isRefusal(const diagnostics::Diagnostic& diagnostic);

} // namespace cartouche::editor
