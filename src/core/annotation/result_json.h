#pragma once

#include "core/annotation/annotation.h"
#include "core/diagnostics/diagnostic.h"

namespace cartouche::annotation {

/// Reads a Label Studio result array (spec/results.md 3), or the JSON text of one. Results of type
/// `choices` are understood; every other one is kept as it is and written again. Missing ids are
/// generated; of several results of one control the last counts (spec/edge-cases.md 11.1). What
/// is malformed is reported as Code::BadResult with its JSON pointer, and kept.
Annotation readResults(const json::Json& results, const IdSource& newId,
                       diagnostics::Diagnostics& diagnostics);

/// The result array: loaded results come out as they came in, changed ones change in what they
/// must.
json::Json writeResults(const Annotation& annotation);

} // namespace cartouche::annotation
