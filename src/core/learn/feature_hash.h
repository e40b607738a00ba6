#pragma once

#include <cstdint>
#include <string_view>

/// Words as features of a model, without a vocabulary.
namespace cartouche::learn {

/// MurmurHash3_x86_32 (Appleby).
std::uint32_t murmurHash(std::string_view bytes, std::uint32_t seed = 0);

struct HashedFeature {
    std::uint32_t index = 0;
    int sign = 1;
};

/// One of 2^bits features, and the sign with which the token counts, so that tokens that meet in
/// one cancel out on average. Source: Weinberger et al., "Feature Hashing for Large Scale Multitask
/// Learning" (2009); the same as FeatureHasher of scikit-learn.
HashedFeature hashFeature(std::string_view token, int bits);

} // namespace cartouche::learn
