#pragma once

#include "core/annotation/document.h"
#include "core/config/labeling_interface.h"
#include "core/diagnostics/diagnostic.h"

#include <set>

namespace cartouche::editor {

/// Everything that keeps the annotation from being submitted (spec/edge-cases.md 6): all gaps at
/// once, in document order, of controls that are not among `hidden`, each at the place of its
/// control in the config.
diagnostics::Diagnostics validate(const config::LabelingInterface& interface,
                                  const annotation::Document& document,
                                  const std::set<const config::Tag*>& hidden);

/// Whether the diagnostic is one of those that validate() finds.
bool isRefusal(const diagnostics::Diagnostic& diagnostic);

} // namespace cartouche::editor
