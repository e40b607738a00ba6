#pragma once

#include "core/config/tag_table.h"

#include <optional>
#include <string>
#include <string_view>

namespace cartouche::config {

/// Why the value is not one of the attribute's type, as the end of a sentence ("it must be true or
/// false"); nothing if it is.
std::optional<std::string> findAttributeFault(const AttributeRow& attribute,
                                              std::string_view value);

} // namespace cartouche::config
