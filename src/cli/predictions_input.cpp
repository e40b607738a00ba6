#include "cli/predictions_input.h"

#include "cli/answers_input.h"
#include "cli/input.h"
#include "core/quality/csv_records.h"
#include "core/sampling/committee.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <format>
#include <limits>
#include <numeric>
#include <span>

namespace cartouche::cli {

namespace {

using diagnostics::Code;
using quality::Matrix;

/// By so much probabilities may miss 1, as they are written with few digits.
constexpr double kRounded = 1e-3;

struct Said {
    std::uint32_t item = 0;
    std::uint32_t label = 0;
    double probability = 0;
};

class Reader {
public:
    Reader(const quality::Names& items, std::vector<Finding>& findings)
        : m_items(items), m_findings(findings) {}

    std::optional<Predictions> run(const std::vector<std::string>& paths) {
        for (const std::string& path : paths) {
            m_path = path;
            m_said.emplace_back();
            readFile();
        }
        if (m_isGood && isTooMuch(m_items.size(), m_labels.size())) {
            report(tooManyLabels(m_items.size(), m_labels.size()));
        }
        std::vector<Matrix> members;
        for (std::size_t file = 0; m_isGood && file < paths.size(); ++file) {
            m_path = paths[file];
            members.push_back(matrixOf(m_said[file]));
        }
        return m_isGood ? std::optional(Predictions{std::move(m_labels), std::move(members)})
                        : std::nullopt;
    }

private:
    void report(std::string message, int line = 0) {
        m_isGood = false;
        m_findings.push_back({m_path, {Code::BadValue, std::move(message), {.line = line}}});
    }

    void readFile() {
        const auto input = readInput(m_path);
        if (!input) {
            m_isGood = false;
            m_findings.push_back({m_path, input.error()});
            return;
        }
        m_columns.reset();
        bool isHeader = true;
        quality::CsvRecords records([&](const std::vector<std::string_view>& cells, int line) {
            if (std::exchange(isHeader, false)) {
                readHeader(cells, line);
            } else if (m_columns && m_isGood) {
                readRow(cells, line);
            }
        });
        records.feed(input->text);
        records.finish();
        if (isHeader) {
            report("This file is empty; it needs a header such as item,label,probability");
        }
    }

    void readHeader(const std::vector<std::string_view>& cells, int line) {
        constexpr std::array<std::string_view, 3> kNames{"item", "label", "probability"};
        std::array<std::size_t, 3> columns{};
        for (std::size_t at = 0; at < kNames.size(); ++at) {
            const auto found = std::ranges::find(cells, kNames.at(at));
            if (found == cells.end()) {
                report(std::format("The header has no column \"{}\"", kNames.at(at)), line);
                return;
            }
            columns.at(at) = static_cast<std::size_t>(found - cells.begin());
        }
        m_columns = columns;
    }

    void readRow(const std::vector<std::string_view>& cells, int line) {
        const auto& [item, label, probability] = *m_columns;
        if (cells.size() <= std::max({item, label, probability})) {
            report("This row has too few cells", line);
            return;
        }
        const auto index = m_items.find(cells[item]);
        const auto number = quality::numberOf(cells[probability]);
        if (!number || *number < 0 || *number > 1) {
            report(std::format("\"{}\" is no probability", cells[probability]), line);
        } else if (index) {
            m_said.back().push_back({*index, m_labels.indexOf(cells[label]), *number});
        }
    }

    Matrix matrixOf(const std::vector<Said>& said) {
        Matrix matrix(m_items.size(), m_labels.size());
        for (const Said& one : said) {
            matrix(one.item, one.label) = one.probability;
        }
        for (std::size_t item = 0; item < matrix.rows() && m_isGood; ++item) {
            const auto row = matrix.row(item);
            const double sum = std::accumulate(row.begin(), row.end(), 0.0);
            if (sum == 0) {
                report(std::format("The model says nothing of item \"{}\"", m_items[item]));
            } else if (std::abs(sum - 1) > kRounded) {
                report(std::format("The probabilities of item \"{}\" sum up to {}, not to 1",
                                   m_items[item], sum));
            }
            for (double& value : row) {
                value /= sum > 0 ? sum : 1;
            }
        }
        return matrix;
    }

    const quality::Names& m_items;
    std::vector<Finding>& m_findings;
    std::string m_path;
    std::optional<std::array<std::size_t, 3>> m_columns;
    quality::Names m_labels;
    std::vector<std::vector<Said>> m_said;
    bool m_isGood = true;
};

/// With a column for each of other labels, which are all of these and more.
Matrix withLabels(const Matrix& matrix, const quality::Names& labels, const quality::Names& all) {
    Matrix wide(matrix.rows(), all.size());
    for (std::size_t label = 0; label < labels.size(); ++label) {
        const std::uint32_t column = *all.find(labels[label]);
        for (std::size_t item = 0; item < matrix.rows(); ++item) {
            wide(item, column) = matrix(item, label);
        }
    }
    return wide;
}

/// Shares what is left of 1 among the labels without a score; the failure is what is wrong.
std::expected<void, std::string> spreadRow(std::span<double> row, const std::string& item) {
    const auto named = [](double score) { return !std::isnan(score); };
    const auto count = std::ranges::count_if(row, named);
    double sum = 0;
    for (const double score : row) {
        sum += named(score) ? score : 0;
    }
    if (count == 0) {
        return std::unexpected(std::format("The model says nothing of item \"{}\"", item));
    }
    const auto others = static_cast<double>(row.size()) - static_cast<double>(count);
    if (sum > 1 + kRounded || (others == 0 && sum < 1 - kRounded)) {
        return std::unexpected(std::format("The scores of item \"{}\" sum up to {}, {} 1; they are "
                                           "the probabilities of its labels",
                                           item, sum, others == 0 ? "not to" : "above"));
    }
    for (double& value : row) {
        value = named(value) ? value / std::max(sum, others == 0 ? 0 : 1.0)
                             : std::max(0.0, 1 - sum) / others;
    }
    return {};
}

} // namespace

std::optional<Predictions> readPredictions(const std::vector<std::string>& paths,
                                           const quality::Names& items,
                                           std::vector<Finding>& findings) {
    return Reader(items, findings).run(paths);
}

std::optional<Matrix> readModel(const std::vector<std::string>& paths, const quality::Names& items,
                                quality::AnswerTable& table, std::vector<Finding>& findings) {
    const auto predictions = readPredictions(paths, items, findings);
    if (!predictions) {
        return std::nullopt;
    }
    addLabels(table, predictions->labels);
    if (isTooMuch(items.size(), table.labels.size())) {
        findings.push_back(
            {paths.front(),
             {Code::BadValue, tooManyLabels(items.size(), table.labels.size()), {}}});
        return std::nullopt;
    }
    return withLabels(sampling::consensus(predictions->members), predictions->labels, table.labels);
}

std::expected<Matrix, std::string> spreadScores(const std::vector<ScoredLabel>& scored,
                                                const quality::Names& items,
                                                const quality::Names& labels) {
    if (labels.size() < 2) {
        return std::unexpected(std::format("All answers and predictions are \"{}\", and a model "
                                           "tells two labels or more apart",
                                           scored.front().label));
    }
    Matrix matrix(items.size(), labels.size(), std::numeric_limits<double>::quiet_NaN());
    for (const auto& [item, label, score] : scored) {
        if (!score) {
            return std::unexpected(std::format("A prediction of item \"{}\" has no score, the "
                                               "probability of its label \"{}\"",
                                               items[item], label));
        }
        if (!(*score >= 0 && *score <= 1)) {
            return std::unexpected(std::format(
                "The score {} of item \"{}\" is no probability from 0 to 1", *score, items[item]));
        }
        matrix(item, *labels.find(label)) = *score;
    }
    for (std::size_t item = 0; item < items.size(); ++item) {
        if (const auto spread = spreadRow(matrix.row(item), items[item]); !spread) {
            return std::unexpected(spread.error());
        }
    }
    return matrix;
}

void addLabels(quality::AnswerTable& table, const quality::Names& labels) {
    for (const std::string& label : labels) {
        table.labels.indexOf(label);
    }
    table.answers.labels = table.labels.size();
    sortLabels(table);
}

} // namespace cartouche::cli
