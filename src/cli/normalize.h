#pragma once

#include "core/json/json.h"

#include <string>
#include <vector>

namespace cartouche::cli {

/// What `cartouche normalize` made of a file of annotations.
struct NormalizeResult {
    json::Json annotations;
    /// JSON pointers into the file at which `annotations` differs from it.
    std::vector<std::string> differences;
    diagnostics::Diagnostics problems;
};

/// Loads every `result` of the annotations (a list of objects, or one object) as the editor does,
/// and writes it again; all else in them stays as it is.
NormalizeResult normalize(const json::Json& annotations);

/// The JSON pointers at which two values differ, in document order. Numbers compare by value.
std::vector<std::string> findDifferences(const json::Json& before, const json::Json& after);

} // namespace cartouche::cli
