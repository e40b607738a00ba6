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
    std::optional<int> iterations;
};

struct MethodResult {
    Consensus consensus;
    /// What each worker answers to items of a label, worker by worker: a row for each true label.
    /// Nothing for methods that do not tell.
    std::optional<Matrix> confusions;
    std::optional<double> logLikelihood;
};

/// One method a row of the table in methods_table.cpp.
struct Method {
    std::string_view name;
    /// What it thinks of workers, in a few words.
    std::string_view about;
    /// The failure says what the answers lack.
    std::expected<MethodResult, std::string> (*run)(const Answers& answers,
                                                    const MethodOptions& options);
};

std::span<const Method> methods();
/// nullptr: there is none of that name.
const Method* findMethod(std::string_view name);

} // namespace cartouche::quality
