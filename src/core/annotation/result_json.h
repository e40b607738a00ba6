#pragma once

#include "core/annotation/document.h"
#include "core/diagnostics/diagnostic.h"
#include "core/json/checked_text.h"

#include <functional>
#include <string>

namespace cartouche::annotation {

/// Reads a Label Studio result array (spec/results.md 3), or the JSON text of one; null is an empty
/// one. Results with one id, object and item become one area. Missing ids are generated, and
/// written once the area is changed. Nothing is dropped, unlike in the reference: what is malformed
/// is reported as Code::BadResult with its JSON pointer, and kept; so are results of unknown types,
/// and relations that lead nowhere. Of several results of one control all are kept until one is
/// changed, and the last counts.
Document readResults(const json::CheckedText& results, const IdSource& newId,
                     diagnostics::Diagnostics& diagnostics);

/// Whether a result goes out.
using ResultFilter = std::function<bool(const Area& area, const Result& result)>;

/// The result array, as JSON text, without the results that `filter` refuses. What was loaded and
/// not changed comes out to the letter; results of an area that was changed change in what they
/// must. A loaded result stands where it stood, a new one behind its area's others, then new areas
/// and new relations.
std::string writeResults(const Document& document, const ResultFilter& filter = nullptr);

/// The same, at the end of a text that may be large: without another copy of it.
void appendResults(std::string& text, const Document& document,
                   const ResultFilter& filter = nullptr);

/// The results of one area, and a relation, as they would stand in the array.
std::string writeResults(const Area& area);
std::string writeResult(const Relation& relation);

} // namespace cartouche::annotation
