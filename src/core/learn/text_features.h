#pragma once

#include "core/learn/sparse_matrix.h"

#include <string_view>
#include <vector>

namespace cartouche::learn {

/// 2^bits features; from 8 to 22 bits.
struct TextFeatureOptions {
    int bits = 13;
};

/// The words of a text in small letters, and each two that follow one another, as hashed features
/// (feature_hash.h): the logarithm of 1 and how often it is there, all together of length 1. A text
/// without words has none. Words are what letters and digits make (core/text/folding.h).
std::vector<Entry> textFeatures(std::string_view text, const TextFeatureOptions& options = {});

} // namespace cartouche::learn
