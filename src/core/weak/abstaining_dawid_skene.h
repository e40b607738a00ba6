#pragma once

#include "core/quality/consensus.h"
#include "core/quality/matrix.h"

#include <vector>

namespace cartouche::weak {

/// What it means that a function does not label an item: it tells something about the label, as
/// each label has its own rate of it; or nothing, as it does of people who did not see the item.
enum class Abstaining { Tells, IsMissing };

struct AbstainingOptions {
    Abstaining abstaining = Abstaining::Tells;
    int iterations = 10'000;
    /// Ends when the sums of absolute changes of the priors and of all rates are both below.
    double change = 1e-5;
};

/// Dawid-Skene for labeling functions: not answering is one more answer. What was never seen is
/// impossible, so a function that only ever votes for one label rules out labels that its items
/// never had a vote for; one that never votes is left out where abstaining is missing. An item for
/// which no label is possible is as likely of any. Source: WRENCH (Zhang et al. 2021), DawidSkene.
struct AbstainingDawidSkene {
    std::vector<double> priors;
    /// A row for each function and true label, function by function; a column for each vote, and
    /// the last for none.
    quality::Matrix rates;
    /// Of the votes that it was made of.
    quality::Matrix probabilities;
    int iterations = 0;
    quality::Stop stop = quality::Stop::Iterations;
    Abstaining abstaining = Abstaining::Tells;

    /// Of other votes by the same functions: items by labels.
    quality::Matrix predict(const quality::Answers& votes) const;
};

/// Begins with shares of votes, all labels alike where there is none. One vote of a function to an
/// item, grouped by item. Each round takes votes × labels and functions × labels².
AbstainingDawidSkene learnAbstainingDawidSkene(const quality::Answers& votes,
                                               const AbstainingOptions& options = {});

} // namespace cartouche::weak
