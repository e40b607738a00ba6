#pragma once

#include "cli/task_answers.h"
#include "core/agreement/control_measure.h"
#include "core/quality/category_agreement.h"

#include <iosfwd>

namespace cartouche::cli {

struct TaskAgreementOptions {
    /// The overlap from which on two regions are the same.
    double threshold = 0.5;
    quality::CategoryAgreementOptions categories;
    /// Of numbers; nullptr: their difference.
    agreement::NumberMetric numbers;
};

/// `{"controls": {name: {"type", "measure", …}}}`: of categories what agreement_report.h says, of
/// others `{"value", "alpha", "meanOverlap", "pairs", "itemAgreement"}`; of both what
/// model_report.h says, if predictions were read.
void writeJson(std::ostream& out, const TaskAnswers& answers, const TaskAgreementOptions& options);

/// Tables for people.
void writeText(std::ostream& out, const TaskAnswers& answers, const TaskAgreementOptions& options);

/// The answers of a control whose measure is category as a table of categories, by task and
/// annotator. Labels stand as in the config, if it has them.
quality::AnswerTable categoriesOf(const TaskAnswers& answers, const ControlAnswers& control);

} // namespace cartouche::cli
