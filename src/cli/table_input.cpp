#include "cli/table_input.h"

#include "cli/input.h"
#include "core/json/json.h"
#include "core/quality/csv_records.h"

#include <format>

namespace cartouche::cli {

namespace {

using diagnostics::Code;
using json::Json;
using privacy::Microdata;

/// Collects rows, and says which do not fit the first one.
class TableReader {
public:
    TableReader(std::string file, std::vector<Finding>& findings)
        : m_file(std::move(file)), m_findings(findings) {}

    void addHeader(std::span<const std::string> names) { m_table.emplace(names); }

    void addRow(std::span<const std::string_view> cells, diagnostics::Location where) {
        if (cells.size() == m_table->columns().size()) {
            m_table->addRow(cells);
        } else if (++m_misfits <= kMostFindings) {
            report(std::format("This row has {} cells instead of {}, and is left out", cells.size(),
                               m_table->columns().size()),
                   std::move(where));
        }
    }

    void report(std::string message, diagnostics::Location where = {}) {
        m_findings.push_back({m_file, {Code::BadValue, std::move(message), std::move(where)}});
    }

    std::optional<Microdata> finish() {
        if (m_misfits > kMostFindings) {
            report(std::format("{} more rows do not fit", m_misfits - kMostFindings));
        }
        if (!m_table || m_table->rowCount() == 0) {
            report("This file holds no rows below its header");
            return std::nullopt;
        }
        return std::move(m_table);
    }

    bool hasHeader() const { return m_table.has_value(); }

private:
    static constexpr std::size_t kMostFindings = 10;

    std::string m_file;
    std::vector<Finding>& m_findings;
    std::optional<Microdata> m_table;
    std::size_t m_misfits = 0;
};

std::string cellOf(const Json& value) {
    return value.is_null()     ? ""
           : value.is_string() ? value.get<std::string>()
                               : json::writeJson(value);
}

void addTask(const Json& task, std::size_t index, TableReader& reader) {
    const Json& data = task.is_object() && task.contains("data") ? task["data"] : task;
    if (!data.is_object()) {
        reader.report("This task has no data", {.pointer = std::format("/{}", index)});
        return;
    }
    std::vector<std::string> names;
    std::vector<std::string> cells;
    for (const auto& [name, value] : data.items()) {
        names.push_back(name);
        cells.push_back(cellOf(value));
    }
    if (!reader.hasHeader()) {
        reader.addHeader(names);
    }
    reader.addRow(std::vector<std::string_view>(cells.begin(), cells.end()),
                  {.pointer = std::format("/{}", index)});
}

void readTasks(const std::string& text, TableReader& reader) {
    const auto tasks = json::parseJson(text);
    if (!tasks) {
        reader.report(tasks.error().message, tasks.error().where);
        return;
    }
    std::size_t index = 0;
    for (const Json& task : *tasks) {
        addTask(task, index++, reader);
    }
}

void readCsv(const std::string& text, TableReader& reader) {
    quality::CsvRecords records([&reader](const std::vector<std::string_view>& cells, int line) {
        if (reader.hasHeader()) {
            reader.addRow(cells, {.line = line});
        } else {
            reader.addHeader(std::vector<std::string>(cells.begin(), cells.end()));
        }
    });
    records.feed(text);
    records.finish();
}

} // namespace

std::optional<Microdata> readTable(const std::string& path, std::vector<Finding>& findings) {
    const auto input = readInput(path);
    if (!input) {
        findings.push_back({path, input.error()});
        return std::nullopt;
    }
    TableReader reader(input->name, findings);
    if (path.ends_with(".json")) {
        readTasks(input->text, reader);
    } else {
        readCsv(input->text, reader);
    }
    return reader.finish();
}

std::optional<std::vector<std::vector<std::string>>> readRows(const std::string& path,
                                                              std::vector<Finding>& findings) {
    const auto input = readInput(path);
    if (!input) {
        findings.push_back({path, input.error()});
        return std::nullopt;
    }
    std::vector<std::vector<std::string>> rows;
    quality::CsvRecords records([&rows](const std::vector<std::string_view>& cells, int) {
        rows.emplace_back(cells.begin(), cells.end());
    });
    records.feed(input->text);
    records.finish();
    return rows;
}

} // namespace cartouche::cli
