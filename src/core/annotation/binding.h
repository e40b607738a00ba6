#pragma once

#include "core/annotation/document.h"
#include "core/config/labeling_interface.h"
#include "core/diagnostics/diagnostic.h"

namespace cartouche::annotation {

/// The control of a config that a result belongs to: the one that it names, or, for labels of a
/// control that the config does not have, another one of the same object that can hold such a
/// region (spec/results.md 7, rule 3). nullptr: none. The result itself keeps the name that it came
/// with.
const config::Control* findControl(const config::LabelingInterface& interface, const Area& area,
                                   const Result& result);

/// One diagnostic for each loaded result that belongs to no control, or to no object. Such results
/// are kept and saved as they are, but no one can see or change them; the reference drops them.
diagnostics::Diagnostics checkBindings(const config::LabelingInterface& interface,
                                       const Document& document);

} // namespace cartouche::annotation
