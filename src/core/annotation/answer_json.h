#pragma once

#include "core/annotation/area.h"
#include "core/json/json.h"
#include "core/json/members.h"

#include <expected>
#include <string>

namespace cartouche::annotation {

/// What the control said, from the `value` of a result of that type. monostate if the type has no
/// answer, or one that may be missing is. The failure says what is wrong with it.
std::expected<Answer, std::string> readAnswer(const json::Members& value, ResultType type);

/// The member of `value` that holds the answer. `answer` must not be monostate.
json::Json writeAnswer(const Answer& answer);

} // namespace cartouche::annotation
