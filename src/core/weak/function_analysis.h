#pragma once

#include "core/quality/consensus.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

/// Labels by rules instead of people. Votes are quality::Answers: a worker is a labeling function,
/// and a function that abstains from an item has no answer to it.
namespace cartouche::weak {

using quality::Answers;

struct FunctionReport {
    /// The labels that it ever gives, in order.
    std::vector<std::uint32_t> polarity;
    std::size_t votes = 0;
    /// The shares of all items that it labels, that another labels too, and differently.
    double coverage = 0;
    double overlaps = 0;
    double conflicts = 0;
    /// Of its votes on items whose label is known, and how many of them are right.
    std::size_t known = 0;
    std::size_t right = 0;

    /// Nothing where no label is known.
    std::optional<double> accuracy() const;
};

struct VotesReport {
    /// The shares of all items with a vote, with two or more, and with different ones; nothing
    /// without items.
    std::optional<double> coverage;
    std::optional<double> overlap;
    std::optional<double> conflict;
    std::vector<FunctionReport> functions;
};

/// Votes are grouped by item, one of a function to an item. Source: Ratner et al., "Snorkel: Rapid
/// Training Data Creation with Weak Supervision" (2017), LFAnalysis.
VotesReport analyzeFunctions(const Answers& votes, const quality::Gold& gold = {});

} // namespace cartouche::weak
