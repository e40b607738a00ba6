#pragma once

#include "core/config/tag.h"

#include <string>
#include <string_view>

namespace cartouche::editor {

/// Lower case of ASCII, Latin-1, Greek and Cyrillic letters, which are the scripts of our first
/// font.
std::string foldCase(std::string_view text);

/// Whether what is typed into a Filter tag hides an answer that is shown as `display`: text shorter
/// than `minlength` hides nothing, and case counts only with `caseSensetive` (spec/tags.md).
bool hidesAnswer(const config::Tag& filter, std::string_view typed, std::string_view display);

} // namespace cartouche::editor
