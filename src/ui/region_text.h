#pragma once

#include "core/annotation/area.h"

#include <string>

namespace cartouche::ui {

/// What a region is, in words: "Car, rectangle".
std::string describeRegion(const annotation::Area& area);

/// Its labels: "Car, Van"; "No label" if it has none.
std::string describeLabels(const annotation::Area& area);

} // namespace cartouche::ui
