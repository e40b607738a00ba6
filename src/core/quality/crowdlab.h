#pragma once

#include "core/quality/consensus.h"

/// Labels by many annotators together with a model's probabilities.
namespace cartouche::quality {

/// The label with most votes; of those with as many, the one that the model holds most probable (if
/// there is a model), then the rarest among all answers, then the one whose annotators agree most
/// with the majority where there is one, then the first. An item without answers has what the model
/// says, or the rarest label. Source: cleanlab, get_majority_vote_label.
std::vector<std::uint32_t> majorityLabels(const Answers& answers, const Matrix* model = nullptr);

struct Crowdlab {
    std::vector<std::uint32_t> labels;
    /// Items by labels: weighted means of the model and of who answered.
    Matrix probabilities;
    std::vector<double> annotatorQualities;
    std::vector<double> annotatorWeights;
    double modelWeight = 0;
};

/// `model`: items by labels, out of fold. One answer of an annotator to an item. Runs twice: with
/// the majority's labels, then with those that this gave. Source: Goh, Tkachenko, Mueller,
/// "CROWDLAB: Supervised learning to infer consensus labels and quality scores for data with
/// multiple annotators" (2022).
Crowdlab crowdlab(const Answers& answers, const Matrix& model);

/// How much another label would tell of each item: the lower, the more. `unlabeled` are the model's
/// probabilities of items that nobody answered, whose scores come behind.
/// Source: Goh, Mueller, "ActiveLab: Active Learning with Re-Labeling by Multiple Annotators"
/// (2023).
std::vector<double> activeLabScores(const Answers& answers, const Crowdlab& crowd,
                                    const Matrix& unlabeled);

} // namespace cartouche::quality
