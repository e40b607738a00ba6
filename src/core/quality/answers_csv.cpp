#include "core/quality/answers_csv.h"

#include <algorithm>
#include <format>
#include <span>
#include <string>
#include <utility>

namespace cartouche::quality {

namespace {

using diagnostics::Code;
using diagnostics::Diagnostic;

/// What a column may be called; the first name is the one that messages say.
constexpr std::array<std::string_view, 4> kItem{"item", "task", "question", "id"};
constexpr std::array<std::string_view, 2> kWorker{"worker", "annotator"};
constexpr std::array<std::string_view, 3> kLabel{"label", "answer", "truth"};
constexpr std::array<std::span<const std::string_view>, 3> kColumns{kItem, kWorker, kLabel};
constexpr std::size_t kWorkerColumn = 1;
constexpr std::size_t kMostTold = 100;

Diagnostic problemAt(int line, std::string message) {
    return {Code::BadValue, std::move(message), {.line = line}};
}

/// The names of a header; of a long one the first.
std::string joined(const std::vector<std::string_view>& cells) {
    constexpr std::size_t kMost = 100;
    std::string text;
    for (const std::string_view cell : cells) {
        text += (text.empty() ? "" : ", ") + std::string(cell.substr(0, kMost));
        if (text.size() > kMost) {
            return text + " …";
        }
    }
    return text;
}

bool isJson(const std::vector<std::string_view>& cells) {
    return cells.front().starts_with('[') || cells.front().starts_with('{');
}

/// The column that has the first of the names that any has.
std::size_t findColumn(const std::vector<std::string_view>& header,
                       std::span<const std::string_view> names) {
    for (const std::string_view name : names) {
        const auto found = std::ranges::find(header, name);
        if (found != header.end()) {
            return static_cast<std::size_t>(found - header.begin());
        }
    }
    return header.size();
}

/// What programs write for a number that is missing.
bool isNotANumber(std::string_view label) {
    return label == "NaN" || label == "nan" || label == "NAN";
}

} // namespace

AnswersCsv::AnswersCsv(OnAnswer onAnswer, CsvContent content)
    : m_onAnswer(std::move(onAnswer)), m_content(content),
      m_records([this](const std::vector<std::string_view>& cells, int line) {
          if (std::exchange(m_hasHeader, true)) {
              readRow(cells, line);
          } else {
              readHeader(cells, line);
          }
      }) {}

void AnswersCsv::finish() {
    m_records.finish();
    if (!m_hasHeader) {
        m_problems.push_back(problemAt(
            1, std::format("This file is empty; it needs a header such as {}",
                           m_content == CsvContent::Answers ? "item,worker,label" : "item,truth")));
    }
    if (m_leftOut > kMostTold) {
        m_problems.push_back(
            problemAt(0, std::format("{} more rows are left out", m_leftOut - kMostTold)));
    }
}

void AnswersCsv::readHeader(const std::vector<std::string_view>& cells, int line) {
    if (isJson(cells)) {
        m_problems.push_back(problemAt(
            line, "This is JSON, not CSV with a header such as item,worker,label. Tasks with their "
                  "annotations are read together with their config"));
        return;
    }
    for (std::size_t column = 0; column < kColumns.size(); ++column) {
        const bool isNeeded = m_content == CsvContent::Answers || column != kWorkerColumn;
        m_columns[column] = isNeeded ? findColumn(cells, kColumns[column]) : 0;
        if (m_columns[column] == cells.size()) {
            m_problems.push_back(problemAt(
                line, std::format("The header has no column \"{}\"; it has {}. It must name {}",
                                  kColumns[column].front(), joined(cells),
                                  m_content == CsvContent::Answers ? "item, worker and label"
                                                                   : "item and label or truth")));
        }
    }
    m_width = m_problems.empty() ? std::ranges::max(m_columns) + 1 : 0;
}

void AnswersCsv::readRow(const std::vector<std::string_view>& cells, int line) {
    if (m_width == 0) { // the header is no good
        return;
    }
    if (cells.size() < m_width) {
        leaveOut(line, std::format("This row has {} of {} cells; it is left out. Is a separator "
                                   "missing?",
                                   cells.size(), m_width));
        return;
    }
    const AnswerRow row{cells[m_columns[0]], cells[m_columns[kWorkerColumn]], cells[m_columns[2]]};
    if (row.item.empty() || row.worker.empty()) {
        leaveOut(line, std::format("This row names no {}; it is left out",
                                   row.item.empty() ? kItem.front() : kWorker.front()));
    } else if (isNotANumber(row.label)) {
        leaveOut(line, std::format("The label \"{}\" means that there is none in what wrote this "
                                   "file; the row is left out",
                                   row.label));
    } else if (!row.label.empty()) {
        m_onAnswer(row);
    }
}

void AnswersCsv::leaveOut(int line, std::string why) {
    if (++m_leftOut <= kMostTold) {
        m_problems.push_back(problemAt(line, std::move(why)));
    }
}

} // namespace cartouche::quality
