#include "cli/predictions_input.h"

#include "cli/input.h"
#include "core/quality/csv_records.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <format>
#include <numeric>

namespace cartouche::cli {

namespace {

using diagnostics::Code;
using quality::Matrix;

struct Said {
    std::uint32_t item = 0;
    std::uint32_t label = 0;
    double probability = 0;
};

class Reader {
public:
    Reader(const quality::Names& items, std::vector<Finding>& findings)
        : m_items(items), m_findings(findings) {}

    std::optional<std::vector<Matrix>> run(const std::vector<std::string>& paths) {
        for (const std::string& path : paths) {
            m_path = path;
            m_said.emplace_back();
            readFile();
        }
        std::vector<Matrix> members;
        for (std::size_t file = 0; m_isGood && file < paths.size(); ++file) {
            m_path = paths[file];
            members.push_back(matrixOf(m_said[file]));
        }
        return m_isGood ? std::optional(std::move(members)) : std::nullopt;
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
        constexpr double kRounded = 1e-3;
        Matrix matrix(m_items.size(), m_labels.size());
        for (const Said& one : said) {
            matrix(one.item, one.label) = one.probability;
        }
        for (std::size_t item = 0; item < matrix.rows() && m_isGood; ++item) {
            const auto row = matrix.row(item);
            const double sum = std::accumulate(row.begin(), row.end(), 0.0);
            if (std::abs(sum - 1) > kRounded) {
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

} // namespace

std::optional<std::vector<Matrix>> readPredictions(const std::vector<std::string>& paths,
                                                   const quality::Names& items,
                                                   std::vector<Finding>& findings) {
    return Reader(items, findings).run(paths);
}

} // namespace cartouche::cli
