#pragma once

#include "core/quality/answer_table.h"
#include "core/quality/consensus.h"
#include "core/quality/numeric_consensus.h"

#include <filesystem>

/// Real answers of crowds, with what is true (datasets/crowd of the reference file).
namespace cartouche::tests {

struct CrowdData {
    quality::AnswerTable table;
    /// By item, as far as it is known.
    quality::Gold truth;
};

/// Reads label.csv and truth.csv, and drops answers that are repeated alike.
CrowdData readCrowdData(const std::filesystem::path& folder);

struct NumericCrowdData {
    quality::NumericAnswers answers;
    std::vector<std::optional<double>> truth;
};

/// Reads answer.csv and truth.csv.
NumericCrowdData readNumericCrowdData(const std::filesystem::path& folder);

/// Of the items whose truth is known.
double accuracyOf(const CrowdData& data, const quality::Matrix& probabilities);

} // namespace cartouche::tests
