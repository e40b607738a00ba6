// Computes the reference vectors of what to label next.

#include "core/learn/feature_hash.h"
#include "core/sampling/committee.h"
#include "core/sampling/uncertainty.h"
#include "quality/reference_kinds.h"

#include <array>

namespace cartouche::tests {

namespace {

using namespace learn;
using namespace sampling;

quality::Matrix matrixOf(const Json& rows) {
    quality::Matrix matrix(rows.size(), rows[0].size());
    for (std::size_t row = 0; row < matrix.rows(); ++row) {
        std::ranges::copy(rows[row].get<std::vector<double>>(), matrix.row(row).begin());
    }
    return matrix;
}

quality::Matrix probabilitiesOf(const Json& input) {
    return matrixOf(input["p"]);
}

/// Of each model in `members` the probabilities: items by labels.
Json committee(const Vector& vector) {
    std::vector<quality::Matrix> members;
    for (const Json& member : vector.input["members"]) {
        members.push_back(matrixOf(member));
    }
    return {{"vote_entropy", voteEntropy(members)},
            {"consensus_entropy", consensusEntropy(members)},
            {"max_kl", greatestDivergence(members)},
            {"bald", disagreement(members)}};
}

Json uncertainty(const Vector& vector) {
    const quality::Matrix probabilities = probabilitiesOf(vector.input);
    return {{"least_conf", leastConfidence(probabilities)},
            {"one_minus_margin", margin(probabilities)},
            {"entropy", entropy(probabilities)}};
}

Json ranks(const Vector& vector) {
    const quality::Matrix probabilities = probabilitiesOf(vector.input);
    return {{"least_conf", ranking(leastConfidence(probabilities))},
            {"margin", ranking(margin(probabilities))},
            {"entropy", ranking(entropy(probabilities))}};
}

Json combined(const Vector& vector) {
    std::vector<double> scores = entropy(probabilitiesOf(vector.input));
    for (std::size_t item = 0; item < scores.size(); ++item) {
        scores[item] *= vector.input["density"][item].get<double>();
    }
    return {{"entropy_x_density", ranking(scores)}};
}

Json murmur(const Vector& vector) {
    return murmurHash(vector.input["data"].get<std::string>(),
                      vector.input["seed"].get<std::uint32_t>());
}

Json hashed(const Vector& vector) {
    Json out = Json::object();
    for (const Json& token : vector.input["tokens"]) {
        Json features = Json::array();
        for (const Json& bits : vector.input["bits"]) {
            const HashedFeature feature = hashFeature(token.get<std::string>(), bits.get<int>());
            features.push_back({feature.index, feature.sign});
        }
        out[token.get<std::string>()] = features;
    }
    return out;
}

constexpr std::array kKinds{
    Kind{"active_learning", "committee", committee},
    Kind{"active_learning", "uncertainty", uncertainty},
    Kind{"active_learning", "combined_rank", combined},
    Kind{"active_learning", "ranks", ranks},
    Kind{"active_learning", "murmur3", murmur},
    Kind{"active_learning", "hashed_features", hashed},
};

} // namespace

std::span<const Kind> samplingKinds() {
    return kKinds;
}

} // namespace cartouche::tests
