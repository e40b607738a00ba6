#pragma once

#include "core/quality/answer_table.h"
#include "core/weak/function_analysis.h"
#include "core/weak/label_models.h"
#include "core/weak/tie_breaking.h"

#include <ostream>

namespace cartouche::cli {

/// What a report of weak supervision is made of.
struct WeakResult {
    const weak::LabelModel& model;
    /// What it learned from, and what it labeled; the same functions and labels.
    const quality::AnswerTable& votes;
    const quality::AnswerTable& labeled;
    weak::VotesReport functions;
    weak::LabelModelResult result;
    weak::Ties ties;
    /// A label less probable than this is left out, and so are items without a vote, unless ties
    /// go somewhere and this is 0.
    double least = 0;
    /// Of the labeled items; to tell how good the result is.
    quality::Gold truth;
};

void writeJson(std::ostream& out, const WeakResult& weak);
/// The rarest votes and least sure items, for people.
void writeText(std::ostream& out, const WeakResult& weak);

} // namespace cartouche::cli
