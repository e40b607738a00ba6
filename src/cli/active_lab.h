#pragma once

#include "cli/features_input.h"

#include <optional>
#include <string>
#include <vector>

/// Where another answer is worth most, of items that somebody answered and of others
/// (core/quality/crowdlab.h).
namespace cartouche::cli {

struct ActiveLabOptions {
    std::string data;    // the file of the items, for findings
    std::string answers; // CSV with item, worker and label; empty: the tasks' annotations
    std::string control; // of tasks: whose choices count; empty: there is to be but one
    /// CSV files of probabilities. Empty: a model learns from the features, by what most annotators
    /// say; without features the tasks' predictions count by their scores.
    std::vector<std::string> predictions;
    FeatureOptions features;
    double c = 10;
};

struct ActiveLab {
    /// Of each item: the lower, the more another answer tells.
    std::vector<double> scores;
    std::size_t answered = 0; // items with an answer
};

/// Nothing, with findings, if there are no answers of these items or no model. What a model that
/// learns here says of an answered item comes of one that has not seen it.
std::optional<ActiveLab> activeLab(const ActiveLabOptions& options, const RecordsInput& input,
                                   std::vector<Finding>& findings);

} // namespace cartouche::cli
