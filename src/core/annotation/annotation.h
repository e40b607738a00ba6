#pragma once

#include "core/geometry/shapes.h"
#include "core/json/json.h"

#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace cartouche::annotation {

/// Gives a fresh result id: 10 characters of A-Z a-z 0-9 _ - (spec/results.md 3.3). Passed in,
/// because the core has no randomness of its own.
using IdSource = std::function<std::string()>;

/// The answer of one Choices control (spec/results.md 4.16). Never empty: no answer is no result.
struct ChoicesResult {
    std::string id;
    std::string fromName;
    std::string toName;
    std::vector<std::string> choices;
    /// The JSON that it was loaded from, unknown fields and all; null if it is new.
    json::Json source;

    bool operator==(const ChoicesResult&) const = default;
};

/// What one control says about a region: its shape, and whatever else the JSON holds. All results
/// of a region have its id, and each repeats its shape.
struct RegionResult {
    std::string id;
    geometry::Shape shape;
    json::Json source;

    bool operator==(const RegionResult&) const = default;
};

/// A result of a kind that is not understood yet: kept as it is, so that saving does not lose it.
struct KeptResult {
    json::Json source;

    bool operator==(const KeptResult&) const = default;
};

using Result = std::variant<ChoicesResult, RegionResult, KeptResult>;

/// One annotation: what a labeler has answered, in the order of the results.
struct Annotation {
    std::vector<Result> results;

    /// nullptr if the control has no answer.
    const ChoicesResult* findChoices(std::string_view fromName) const;

    bool operator==(const Annotation&) const = default;
};

} // namespace cartouche::annotation
