#pragma once

#include "core/quality/matrix.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace cartouche::weak {

/// Which of several labels that are as probable an item gets: the first, none, or one of them by
/// the SHA-1 of its index, so that ties spread over the labels and come out the same each time.
/// Source: Snorkel, probs_to_preds; published figures are of Hash.
enum class Ties { First, Hash, Abstain };

/// The most probable label of each item; those within 1e-5 of it tie.
std::vector<std::optional<std::uint32_t>> labelsOf(const quality::Matrix& probabilities, Ties ties);

/// The SHA-1 of the digits of a number, as an integer, modulo `modulus`.
std::uint32_t hashedBelow(std::size_t number, std::uint32_t modulus);

} // namespace cartouche::weak
