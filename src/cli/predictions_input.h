#pragma once

#include "cli/check.h"
#include "core/quality/answer_table.h"
#include "core/quality/matrix.h"

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <vector>

namespace cartouche::cli {

/// What models say of items: items by labels for each.
struct Predictions {
    quality::Names labels;
    std::vector<quality::Matrix> members;
};

/// Reads what models say of items from CSV with the columns item, label and probability, a file a
/// model. Nothing, with findings, if a column is missing, a probability is none, or those of an
/// item do not sum up to 1.
std::optional<Predictions> readPredictions(const std::vector<std::string>& paths,
                                           const quality::Names& items,
                                           std::vector<Finding>& findings);

/// The same as one matrix, the mean of the models, whose columns are the labels of `table`: labels
/// that only models name are added to these.
std::optional<quality::Matrix> readModel(const std::vector<std::string>& paths,
                                         const quality::Names& items, quality::AnswerTable& table,
                                         std::vector<Finding>& findings);

/// A label that a model gave an item, and how probable it holds it; one item may have several.
struct ScoredLabel {
    std::uint32_t item = 0;
    std::string label;
    std::optional<double> score;
};

/// Items by labels: labels that a model did not name have what its scores leave, in equal parts. Of
/// two scores of a label the last one counts. The failure says of which item there is no score, one
/// that is no probability, or more than 1 in all.
std::expected<quality::Matrix, std::string> spreadScores(const std::vector<ScoredLabel>& scored,
                                                         const quality::Names& items,
                                                         const quality::Names& labels);

/// Adds labels that a table does not have yet, and stands all in order.
void addLabels(quality::AnswerTable& table, const quality::Names& labels);

} // namespace cartouche::cli
