#pragma once

#include "core/json/json.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace cartouche::text {

/// The offset or index that a member of a result holds: a number, or a text that spells one
/// (spec/results.md 4.8, 4.10). Fractions are cut off and less than 0 is 0, as JavaScript's
/// substring does; more than any text can have is the largest number. Nothing if there is no
/// number, or `object` is no object.
std::optional<std::size_t> readOffset(const json::Json& object, std::string_view key);

/// The offset that a number is, where fractions and less than 0 are none; more than any text can
/// have is the largest number.
std::optional<std::size_t> wholeOffset(double number);

} // namespace cartouche::text
