#pragma once

#include "core/privacy/hierarchy.h"

#include <span>

/// How far the values of a class are from those of all: the earth mover's distance of t-closeness
/// (Li, Li, Venkatasubramanian, "t-Closeness: Privacy Beyond k-Anonymity and l-Diversity", 2007).
/// Both are shares that sum to 1, of the same values.
namespace cartouche::privacy {

/// Any two values are equally far apart: half the sum of what differs.
double equalDistance(std::span<const double> shares, std::span<const double> all);

/// The values stand in their order, each next to its neighbours; 0 if there is only one.
double orderedDistance(std::span<const double> shares, std::span<const double> all);

/// Two values are as far apart as the level on which they meet. The hierarchy's last level must
/// be one group; it must be a tree.
double hierarchicalDistance(std::span<const double> shares, std::span<const double> all,
                            const Hierarchy& hierarchy);

} // namespace cartouche::privacy
