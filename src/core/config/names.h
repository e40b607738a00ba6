#pragma once

#include <string_view>

namespace cartouche::config {

/// Tag and attribute names match without regard to the case of ASCII letters (spec/tags.md 1.1).
bool isSameName(std::string_view a, std::string_view b);

/// Whether `name` is one of the entries of `list`, which are separated by '|'.
bool isListed(std::string_view list, std::string_view name);

} // namespace cartouche::config
