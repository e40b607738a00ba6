#pragma once

#include "core/quality/answers.h"
#include "core/quality/matrix.h"

#include <optional>
#include <vector>

namespace cartouche::weak {

/// What to make of the estimates that a function has from all its triplets.
enum class TripletMean { Mean, Median };

struct TripletOptions {
    /// The share of the second label.
    double balance = 0.5;
    TripletMean mean = TripletMean::Mean;
};

/// Two labels; functions that err independently of each other. How often each two of three agree
/// gives each one's accuracy in closed form. Source: Fu et al., "Fast and Three-rious: Speeding Up
/// Weak Supervision with Triplet Methods" (2020), FlyingSquid.
struct Triplets {
    double balance = 0.5;
    /// E[vote × label], with the labels as -1 and 1, and 0 for none. 0 for a function without a
    /// triplet: nothing is known of it.
    std::vector<double> expectations;
    /// P(vote = label), where not voting is wrong.
    std::vector<double> accuracies;
    /// P(vote, label): a row for each function; votes -1, 0 and 1 for the first label, then for the
    /// second.
    quality::Matrix joints;

    /// Items by the two labels; the balance where no function votes. Not voting tells nothing.
    quality::Matrix predict(const quality::Answers& votes) const;
};

/// One vote of a function to an item; two labels, three functions or more. Functions are taken to
/// be better than chance. Time grows with functions³ and votes × functions.
Triplets learnTriplets(const quality::Answers& votes, const TripletOptions& options = {});

} // namespace cartouche::weak
