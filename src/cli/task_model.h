#pragma once

#include "cli/task_answers.h"
#include "core/quality/matrix.h"

#include <expected>
#include <string>

/// What models say of tasks, as probabilities, from the scores of their predictions.
namespace cartouche::cli {

/// Tasks that annotators answered by labels, the mean of the models: of a control whose answers are
/// categories, in `table` (categoriesOf), which is given the labels that only models name. The
/// failure says what the predictions lack.
std::expected<quality::Matrix, std::string>
modelOf(const TaskAnswers& answers, const ControlAnswers& control, quality::AnswerTable& table);

/// Adds findings where predictions of a control have no probabilities, and where there are no
/// predictions of any control with one choice.
void checkPredictions(const std::string& path, TaskAnswers& answers);

} // namespace cartouche::cli
