#pragma once

#include "core/json/json.h"

#include <optional>

namespace cartouche::json {

/// A finite number, or the one that a text spells out, as older results do
/// (spec/edge-cases.md 11.6).
std::optional<double> readNumber(const Json& value);

} // namespace cartouche::json
