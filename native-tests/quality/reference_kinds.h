#pragma once

#include "core/json/json.h"

#include <cmath>
#include <filesystem>
#include <optional>
#include <span>
#include <string_view>

/// How the vectors of a reference file are computed here. Such a file has `groups`, each a list of
/// vectors with `id`, `input`, `expect` and `tol`.
namespace cartouche::tests {

using json::Json;

struct Vector {
    const Json& input;
    /// For kinds that ask many questions, which stand beside the answers.
    const Json& expect;
    /// Folder of the datasets that an input may name.
    std::filesystem::path datasets;
    /// All vectors of its group: an input may leave out what stands in another one's.
    const Json& group;
};

/// One kind: the vectors of a group that have this word in their id, which is looked at in small
/// letters, with underscores for all that is neither letter nor digit, and around it.
struct Kind {
    std::string_view group;
    std::string_view word;
    /// In the form of what is expected; more members do no harm, and kNotInTheInput lists those
    /// that the input does not determine.
    Json (*compute)(const Vector& vector);
};

constexpr const char* kNotInTheInput = "not in the input";

std::span<const Kind> agreementKinds();
std::span<const Kind> aggregationKinds();
std::span<const Kind> regionKinds();
std::span<const Kind> spanKinds();
std::span<const Kind> doubtKinds();
std::span<const Kind> samplingKinds();
std::span<const Kind> weakKinds();
std::span<const Kind> irisKinds();
std::span<const Kind> cocoKinds();
std::span<const Kind> piiKinds();
std::span<const Kind> anonymityKinds();
std::span<const Kind> dpKinds();
std::span<const Kind> federatedKinds();

/// null for what is undefined.
inline Json jsonOf(std::optional<double> value) {
    return value ? Json(*value) : Json();
}

} // namespace cartouche::tests
