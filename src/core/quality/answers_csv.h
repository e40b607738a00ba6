#pragma once

#include "core/diagnostics/diagnostic.h"
#include "core/quality/csv_records.h"

#include <array>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace cartouche::quality {

/// One row of answers.
struct AnswerRow {
    std::string_view item;
    std::string_view worker;
    std::string_view label;
};

/// Whether each label is somebody's answer, or the truth.
enum class CsvContent { Answers, Truth };

/// Reads answers from CSV with a header that names the columns item, worker and label, in any order
/// among others; a header may also say task, question or id; annotator; answer, or truth. Truths
/// have no worker. A row without a label is no answer, and left out; so is, with a diagnostic, one
/// whose label is NaN, which programs write for a missing one.
class AnswersCsv {
public:
    using OnAnswer = std::function<void(const AnswerRow& row)>;

    explicit AnswersCsv(OnAnswer onAnswer, CsvContent content = CsvContent::Answers);

    void feed(std::string_view piece) { m_records.feed(piece); }
    void finish();

    /// Code::BadValue with the line: a header without a column that is needed, a row with too few
    /// cells. Such rows are left out; of very many the first ones are told, and how many more.
    const diagnostics::Diagnostics& problems() const { return m_problems; }

private:
    void readHeader(const std::vector<std::string_view>& cells, int line);
    void readRow(const std::vector<std::string_view>& cells, int line);

    void leaveOut(int line, std::string why);

    OnAnswer m_onAnswer;
    CsvContent m_content;
    CsvRecords m_records;
    bool m_hasHeader = false;
    /// Of item, worker and label.
    std::array<std::size_t, 3> m_columns{};
    std::size_t m_width = 0;
    std::size_t m_leftOut = 0;
    diagnostics::Diagnostics m_problems;
};

} // namespace cartouche::quality
