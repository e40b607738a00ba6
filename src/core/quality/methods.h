#pragma once

#include "core/quality/consensus.h"

#include <expected>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// All ways to make one label of many, by name.
namespace cartouche::quality {

struct MethodOptions {
    Gold gold;
    double smoothing = 0;
    /// Of rounds, instead of the method's own number.
    std::optional<int> iterations = {};
    /// Items by labels: how probable a model that has not seen the answers holds each label.
    std::optional<Matrix> model = {};
};

/// What a method that weighs a model with the workers tells besides.
struct ModelResult {
    /// Of each item; of labels as probable it is not always the first.
    std::vector<std::uint32_t> labels;
    /// How much each worker counts, and the model.
    std::vector<double> workerWeights;
    double modelWeight = 0;
};

struct MethodResult {
    Consensus consensus;
    /// What each worker answers to items of a label, worker by worker: a row for each true label.
    /// Nothing for methods that do not tell.
    std::optional<Matrix> confusions;
    std::optional<double> logLikelihood;
    /// Nothing for methods that do not ask a model.
    std::optional<ModelResult> model = {};
};

/// The label that the method gives each item.
std::vector<std::uint32_t> labelsOf(const MethodResult& result);

/// One method a row of the table in methods_table.cpp.
struct Method {
    std::string_view name;
    /// What it thinks of workers, in a few words.
    std::string_view about;
    /// The failure says what the answers lack.
    std::expected<MethodResult, std::string> (*run)(const Answers& answers,
                                                    const MethodOptions& options);
    /// Whether it weighs a model (MethodOptions::model) with the workers, who have one answer to an
    /// item then.
    bool needsModel = false;
};

std::span<const Method> methods();
/// nullptr: there is none of that name.
const Method* findMethod(std::string_view name);

} // namespace cartouche::quality
