#pragma once

#include <string_view>

namespace cartouche::privacy {

/// Whether this is one of some hundred frequent given names, in lower case.
bool isGivenName(std::string_view name);
/// Those that are words, too, such as "will", count less.
bool isAlsoWord(std::string_view name);
/// What stands before a name, without its dot: "mr", "dr", "frau".
bool isTitle(std::string_view word);

} // namespace cartouche::privacy
