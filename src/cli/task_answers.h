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

struct TaskAnswers {
    config::LabelingInterface interface;
    quality::Names tasks;      // by their ids, or their place in the list
    quality::Names annotators; // by their ids or names
    std::vector<ControlAnswers> controls;
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
/// annotator to a task the last one counts; skipped ones and predictions do not. An annotation that
/// does not say who made it is by somebody of its own.
TaskAnswers readTaskAnswers(const std::string& configPath, const std::string& tasksPath);

} // namespace cartouche::cli
