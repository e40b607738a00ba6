#pragma once

#include "core/config/tag_table.h"

namespace cartouche::config {

/// The rows of tagTable(), in a file of their own.
std::span<const TagRow> tagRows();

} // namespace cartouche::config
