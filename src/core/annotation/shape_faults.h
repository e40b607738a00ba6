#pragma once

#include "core/annotation/area.h"
#include "core/diagnostics/diagnostic.h"
#include "core/geometry/pixels.h"

#include <optional>
#include <string>

namespace cartouche::annotation {

/// Why a region of an image of that size cannot be seen on it, or not as what it is: it is nowhere
/// on the image, it has no size or a negative one, or too few points. Nothing if there is nothing
/// wrong with it, or it is a mask, of which `maskProblem` says what is wrong (empty: nothing). Such
/// regions are kept and saved as they came. The place is that of its first result.
std::optional<diagnostics::Diagnostic> shapeFault(const Area& area, geometry::Size image,
                                                  const std::string& maskProblem);

/// Whether a diagnostic is one of these.
bool isShapeFault(const diagnostics::Diagnostic& diagnostic);

} // namespace cartouche::annotation
