#pragma once

#include "cli/check.h"
#include "core/quality/answer_table.h"
#include "core/quality/answers_csv.h"
#include "core/quality/consensus.h"

#include <string>
#include <vector>

namespace cartouche::cli {

/// Answers from a file, and what is wrong with it.
struct AnswersInput {
    quality::AnswerTable table;
    std::vector<Finding> findings;
    /// Nothing could be read.
    bool isUnusable = false;
};

/// Reads CSV (core/quality/answers_csv.h) piece by piece, `-` from standard input. Labels stand in
/// order, repeats are dropped.
AnswersInput readAnswers(const std::string& path, quality::Repeats repeats);

/// Whether probabilities of all labels of all items would not fit in memory, and how to say so.
bool isTooMuch(std::size_t items, std::size_t labels);
std::string tooManyLabels(std::size_t items, std::size_t labels);

/// Reads what is true of items of `table` from CSV with the columns item and truth, or label. What
/// it says of other items is ignored; a label that nobody gave is a finding. Empty `path`: nothing.
quality::Gold readTruth(const std::string& path, const quality::AnswerTable& table,
                        std::vector<Finding>& findings);

/// Reads rows of what is true of items, as readTruth does, whatever they say.
void readTruthRows(const std::string& path, quality::AnswersCsv::OnAnswer onRow,
                   std::vector<Finding>& findings);

/// Prints them to standard error. Returns whether any is an error.
bool printFindings(const std::vector<Finding>& findings);

} // namespace cartouche::cli
