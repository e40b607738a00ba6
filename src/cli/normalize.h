#pragma once

#include "core/config/labeling_interface.h"
#include "core/diagnostics/diagnostic.h"
#include "core/json/checked_text.h"

#include <string>
#include <vector>

namespace cartouche::cli {

/// What `cartouche normalize` made of a file of annotations.
struct NormalizeResult {
    std::string annotations; // JSON text
    /// JSON pointers into the file at which `annotations` differs from it.
    std::vector<std::string> differences;
    diagnostics::Diagnostics problems;
};

/// Loads every `result` of the annotations (a list of objects, or one object) as the editor does,
/// and writes it anew, from what was understood of it; all else in them stays as it is. Results
/// that the config has no control for are reported, and kept.
NormalizeResult normalize(const config::LabelingInterface& interface,
                          const json::CheckedText& annotations);

} // namespace cartouche::cli
