#pragma once

#include "core/config/tag.h"
#include "core/diagnostics/diagnostic.h"

#include <span>
#include <string_view>

namespace cartouche::config {

/// The properties of CSS that lay out tags here, and set them off; what each does:
/// ui/view_styles.cpp.
std::span<const std::string_view> readCssProperties();

/// A hint (ignored-style) for each tag whose `style` says more than these, and for each Style with
/// rules that are for something else than a class, or that say more.
diagnostics::Diagnostics findIgnoredStyles(const Tag& root);

} // namespace cartouche::config
