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

} // namespace cartouche::cli
