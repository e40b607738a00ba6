#pragma once

#include <string>
#include <string_view>

namespace cartouche::config {

/// The colour, as #rrggbb, of a label that names none: seeded by its value, as the reference gets
/// it from PleaseJS 0.4.2 (spec/edge-cases.md 13). The same text always has the same colour.
std::string labelColor(std::string_view value);

} // namespace cartouche::config
