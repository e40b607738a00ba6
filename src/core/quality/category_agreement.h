#pragma once

#include "core/quality/agreement.h"
#include "core/quality/answers.h"
#include "core/quality/krippendorff.h"

#include <vector>

namespace cartouche::quality {

/// Two workers on the items that both answered.
struct PairAgreement {
    std::uint32_t first = 0;
    std::uint32_t second = 0;
    CohenKappa kappa;
};

/// All that is said of how far a crowd agrees on labels.
struct CategoryAgreement {
    Alpha alpha;
    std::optional<Interval> alphaInterval;
    Agreement fleiss;
    Agreement randolph;
    Agreement gwet;
    /// Of each label: alpha of whether it was given or another one.
    std::vector<Alpha> labels;
    /// Of each item: the share of pairs of answers that are the same; nothing with fewer than two.
    std::vector<std::optional<double>> items;
    /// Those who share an item, by first, then second.
    std::vector<PairAgreement> pairs;
    /// Of the pairs that have one, each weighing what their shared items are; nothing without any.
    std::optional<double> meanKappa;
};

/// A worker, such as a model, beside what most of others say.
struct MajorityAgreement {
    /// Items that the worker answered and on which the others have one most frequent label, and how
    /// many of them the worker gave that label.
    std::size_t items = 0;
    std::size_t alike = 0;
    /// Items that the worker answered, and on which the others are split: they do not count.
    std::size_t split = 0;
    CohenKappa kappa;
};

struct CategoryAgreementOptions {
    Metric metric = NominalMetric{};
    Weights weights = Weights::Nominal;
    BootstrapOptions bootstrap;
};

/// `answers` are grouped by item and hold one answer of a worker to an item. The labels are in the
/// order of their scale.
CategoryAgreement categoryAgreement(const Answers& answers,
                                    const CategoryAgreementOptions& options = {});

/// `isOther` says of each worker whether it is one of the others; the same answers as above.
MajorityAgreement agreementWithMajority(const Answers& answers, std::uint32_t worker,
                                        const std::vector<bool>& isOther,
                                        Weights weights = Weights::Nominal);

} // namespace cartouche::quality
