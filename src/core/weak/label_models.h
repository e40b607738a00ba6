#pragma once

#include "core/quality/consensus.h"

#include <expected>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// All ways to make one label of the votes of labeling functions, by name.
namespace cartouche::weak {

using quality::Answers;

struct LabelModelOptions {
    /// The shares of the labels, which sum up to 1; empty: all alike. Majority and Dawid-Skene do
    /// without.
    std::vector<double> balance;
    /// Of rounds, instead of the model's own number.
    std::optional<int> iterations;
};

struct LabelModelResult {
    /// Items by labels; rows sum up to 1.
    quality::Matrix probabilities;
    /// How often each function is right when it votes, as the model thinks; empty: it has no
    /// opinion. Nothing for a function that never votes.
    std::vector<std::optional<double>> accuracies;
    int iterations = 0;
    std::optional<quality::Stop> stop;
    std::optional<double> loss;
};

/// One model a row of the table in label_models_table.cpp.
struct LabelModel {
    std::string_view name;
    /// What it thinks of functions, in a few words.
    std::string_view about;
    /// Learns from `votes` and labels the items of `others`, which are by the same functions. The
    /// failure says what the votes lack.
    std::expected<LabelModelResult, std::string> (*run)(const Answers& votes, const Answers& others,
                                                        const LabelModelOptions& options);
};

std::span<const LabelModel> labelModels();
/// nullptr: there is none of that name.
const LabelModel* findLabelModel(std::string_view name);

} // namespace cartouche::weak
