#include "core/learn/text_features.h"

#include "core/learn/feature_hash.h"
#include "core/text/folding.h"

#include <cmath>
#include <map>
#include <string>

namespace cartouche::learn {

std::vector<Entry> textFeatures(std::string_view text, const TextFeatureOptions& options) {
    std::map<std::uint32_t, double> sums; // of signs
    const auto count = [&](std::string_view token) {
        const HashedFeature feature = hashFeature(token, options.bits);
        sums[feature.index] += feature.sign;
    };
    const std::string small = text::folded(text);
    std::string_view before;
    for (const std::string_view word : text::wordsOf(small)) {
        count(word);
        if (!before.empty()) {
            count(std::string(before) + " " + std::string(word));
        }
        before = word;
    }
    std::vector<Entry> features;
    double square = 0;
    for (const auto& [column, sum] : sums) {
        if (sum != 0) { // tokens that meet in one feature may cancel out
            features.push_back({column, std::copysign(std::log1p(std::abs(sum)), sum)});
            square += features.back().value * features.back().value;
        }
    }
    for (Entry& feature : features) {
        feature.value /= std::sqrt(square);
    }
    return features;
}

} // namespace cartouche::learn
