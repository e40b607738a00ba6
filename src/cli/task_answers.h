#pragma once

#include "cli/check.h"
#include "core/agreement/compared_answers.h"
#include "core/annotation/record.h"
#include "core/config/labeling_interface.h"
#include "core/quality/answer_table.h"
#include "core/task/task.h"

#include <set>
#include <string>
#include <vector>

namespace cartouche::cli {

using agreement::ComparedRegion;
using agreement::ControlAnswer;
using agreement::ControlAnswers;

/// Which predictions are read beside annotations: none, one of each model to a task (that with the
/// highest score, of those alike the last), or all, as one model may give a label each.
enum class PredictionsRead { None, Best, All };

struct PredictionOptions {
    PredictionsRead read = PredictionsRead::None;
    /// Versions of models; "all" of them. Empty: there is to be but one.
    std::vector<std::string> models;
};

struct TaskAnswers {
    config::LabelingInterface interface;
    quality::Names tasks;              // by their ids, or their place in the list
    quality::Names annotators;         // by their ids or names, and models by their versions
    std::vector<std::uint32_t> models; // which of the annotators are models
    std::vector<ControlAnswers> controls;
    /// Answers of models apart, if all of their predictions are read; else they are beside the
    /// others.
    std::vector<ControlAnswers> predicted;
    std::vector<Finding> findings;
    /// Of results that are compared by nobody.
    std::set<std::string> unknownTypes;
    bool isUnusable = false;
};

/// Who made an annotation; a name of its own, by its place, if it does not say.
std::string annotatorOf(const annotation::Record& record, std::size_t index);

/// The id of a task, or its place in the list.
std::string nameOf(const task::Task& task, std::size_t index);

/// Reads tasks with their annotations (JSON, `-` from standard input). Of several annotations of an
/// annotator to a task the last one counts; skipped ones do not. An annotation that does not say
/// who made it is by somebody of its own, a prediction by "model". Findings are, too: models that
/// are named and made no prediction, several of which none is named, and one called as an
/// annotator.
TaskAnswers readTaskAnswers(const std::string& configPath, const std::string& tasksPath,
                            const PredictionOptions& predictions = {});

} // namespace cartouche::cli
