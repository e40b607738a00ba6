#pragma once

#include "core/config/tag.h"

#include <string_view>

namespace cartouche::editor {

/// Whether what is typed into a Filter tag hides an answer that is shown as `display`: text shorter
/// than `minlength` hides nothing, and case counts only with `caseSensetive` (spec/tags.md).
bool hidesAnswer(const config::Tag& filter, std::string_view typed, std::string_view display);

} // namespace cartouche::editor
