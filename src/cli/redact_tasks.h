#pragma once

#include "cli/check.h"
#include "cli/redactor.h"

#include <iosfwd>
#include <string>
#include <vector>

namespace cartouche::cli {

/// Writes Label Studio tasks with what is private in their texts replaced, task after task, and
/// what annotations say of these texts moved along: places of regions, and copies of their text.
/// A data value that is nothing but an address (of an image, say) stays. `findings` get what
/// cannot be moved.
void redactTasks(const std::string& file, const std::string& text, Redactor& redactor,
                 std::ostream& out, std::vector<Finding>& findings);

} // namespace cartouche::cli
