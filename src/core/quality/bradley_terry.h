#pragma once

#include "core/quality/matrix.h"

#include <vector>

namespace cartouche::quality {

/// How strong each item is, from how often it (row) was preferred to others (columns); the sum is
/// 1. Where some items never lost to others, strengths would be infinite; then half a win is added
/// both ways to every pair.
/// Source: Bradley, Terry (1952); Hunter, "MM algorithms for generalized Bradley-Terry models"
/// (2004).
std::vector<double> bradleyTerry(Matrix wins);

} // namespace cartouche::quality
