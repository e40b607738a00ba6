#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

/// Likeness of answers that are more than a label.
namespace cartouche::quality {

/// From the root to a node.
using TaxonomyPath = std::vector<std::string>;

/// F1 of the nodes that the paths pass, so that a neighbour in the same branch counts in part; 1 if
/// both choose nothing. Source: Kiritchenko et al., "Learning and Evaluation in the Presence of
/// Class Hierarchies" (2006), hierarchical F-measure.
double taxonomyF1(std::span<const TaxonomyPath> first, std::span<const TaxonomyPath> second);

/// Kendall's tau-b of two rankings of the same things: 1 for the same order, −1 for the opposite.
/// `first[i]` and `second[i]` are the ranks of thing i; equal ranks are ties. Nothing if one side
/// ranks all alike. Source: Kendall, "The treatment of ties in ranking problems" (1945).
std::optional<double> kendallTau(std::span<const double> first, std::span<const double> second);

} // namespace cartouche::quality
