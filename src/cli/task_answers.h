#pragma once

#include "cli/check.h"
#include "core/annotation/area.h"
#include "core/annotation/record.h"
#include "core/config/labeling_interface.h"
#include "core/quality/answer_table.h"
#include "core/quality/shape_similarity.h"
#include "core/task/task.h"

#include <string>
#include <vector>

namespace cartouche::cli {

/// A region of an annotation, to be compared.
struct ComparedRegion {
    quality::ComparableShape shape;
    /// Of its image; 100 by 100 if that is not known, so that percent are pixels.
    geometry::Size size;
    /// Its labels, one text.
    std::string label;
};

/// What one annotator said with a control about a task.
struct ControlAnswer {
    std::uint32_t task = 0;
    std::uint32_t annotator = 0;
    /// Of a control that answers about the whole object; monostate: regions.
    annotation::Answer answer;
    std::vector<ComparedRegion> regions;
};

/// The answers of a control to all tasks.
struct ControlAnswers {
    const config::Control* control = nullptr;
    /// Whether it labels regions: then who drew nothing has answered, too.
    bool isOfRegions = false;
    std::vector<ControlAnswer> answers;
    /// Regions of kinds that are not compared.
    std::size_t notCompared = 0;
};

struct TaskAnswers {
    config::LabelingInterface interface;
    quality::Names tasks;      // by their ids, or their place in the list
    quality::Names annotators; // by their ids or names
    std::vector<ControlAnswers> controls;
    std::vector<Finding> findings;
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
