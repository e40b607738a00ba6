#pragma once

#include <string>
#include <string_view>

namespace cartouche::config {

/// Tag and attribute names match without regard to the case of ASCII letters (spec/tags.md 1.1).
bool isSameName(std::string_view a, std::string_view b);

/// The same text with ASCII letters in lower case.
std::string lowerCased(std::string_view text);

/// Whether `name` is one of the entries of `list`, which are separated by '|'.
bool isListed(std::string_view list, std::string_view name);

} // namespace cartouche::config
