#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// One text of several that people wrote for the same thing.
namespace cartouche::quality {

/// Merges words: each text is aligned with a network of slots, in which a word fits for nothing if
/// somebody else put it there and costs 1 otherwise, as a gap does; then the slots vote. Of words
/// with as many votes the longer wins, then the one later in order. Words are what stands between
/// spaces. Source: Fiscus, "A Post-Processing System to Yield Reduced Word Error Rates: ROVER"
/// (1997); costs and ties as in crowd-kit.
std::string rover(std::span<const std::string> texts);

/// Insertions, deletions and substitutions of code points that lead from one text to another, as a
/// share of the longer one; 0 for two empty texts. Bytes that are no UTF-8 count as they are.
double normalizedEditDistance(std::string_view first, std::string_view second);

/// The text that is nearest to all others, by that distance; of several the first. There must be
/// one.
std::size_t medoid(std::span<const std::string> texts);

} // namespace cartouche::quality
