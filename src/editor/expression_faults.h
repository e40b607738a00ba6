#pragma once

#include "core/text/regex.h"

#include <string>

namespace cartouche::editor {

/// What is wrong with a regular expression, in the language of the interface: in English the same
/// as Regex::Fault::describe().
std::string describeFault(const text::Regex::Fault& fault);

} // namespace cartouche::editor
