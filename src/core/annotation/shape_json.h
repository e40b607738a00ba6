#pragma once

#include "core/annotation/result_types.h"
#include "core/geometry/shapes.h"
#include "core/json/json.h"
#include "core/json/members.h"

#include <expected>
#include <optional>
#include <string>

namespace cartouche::annotation {

/// The shape in the `value` of a result, decided by its members as the reference does it
/// (spec/results.md 7, rule 6). Nothing if it has none, as the answer about a whole object. The
/// failure says which member is missing or of the wrong type. `type` tells the times of a series,
/// which may be texts, from other spans.
std::expected<std::optional<geometry::Shape>, std::string>
readShape(const json::Members& value, ResultType type = ResultType::Unknown);

/// The page, from 1, that a `value` says it lies on (`pageIndex`, spec/results.md 4.23); 0: none.
int pageOf(const json::Members& value);

/// The same place of a shape as `value`s with a page say it: in fractions of the page, not in
/// percent. readShape() reads them as percent.
geometry::Shape inFractions(geometry::Shape shape);

/// Writes the shape into a `value`. Members that already say the same stay as they are, to the
/// digit, and members that are not the shape's are not touched.
void writeShape(const geometry::Shape& shape, json::Json& value);

} // namespace cartouche::annotation
