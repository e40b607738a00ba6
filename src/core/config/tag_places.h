#pragma once

#include "core/config/tag_table.h"

#include <span>
#include <string>
#include <string_view>

namespace cartouche::config {

/// Whether a tag may stand where it does. Ignored: in one that shows nothing that stands in it, so
/// that the reference opens the config and leaves the tag out.
enum class Placement { Good, Ignored, Misplaced };

/// The rule of spec/tags.md 1.1 and edge-cases.md 2. `around` are the tags around it, outermost
/// first and not empty; the last is its parent. A part such as Label needs its control among them,
/// which cannot be the outermost element.
Placement findPlacement(const TagRow& tag, std::span<const TagRow* const> around);

/// What to say of a tag that is Ignored or Misplaced.
std::string describePlacement(const TagRow& tag, std::span<const TagRow* const> around);

/// What to say of a name that no tag has.
std::string describeUnknownTag(std::string_view name);

} // namespace cartouche::config
