#pragma once

#include "core/json/json.h"

#include <optional>
#include <string_view>

namespace cartouche::json {

struct NumberText {
    double value = 0;
    const char* end = nullptr; // behind its last letter
};

/// The number that stands at `at`, in a JSON text that is known to be good.
NumberText parseNumberAt(const char* at, const char* end);

/// The finite number that all of a text spells out, in JSON's notation.
std::optional<double> parseNumber(std::string_view text);

/// A finite number, or the one that a text spells out, as older results do
/// (spec/edge-cases.md 11.6).
std::optional<double> readNumber(const Json& value);

/// A number as JavaScript writes it: without a fraction if it has none.
Json numberJson(double number);

} // namespace cartouche::json
