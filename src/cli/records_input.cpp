#include "cli/records_input.h"

#include "cli/input.h"
#include "cli/task_answers.h"
#include "core/json/cursor.h"
#include "core/quality/csv_records.h"

#include <algorithm>
#include <array>
#include <format>
#include <utility>

namespace cartouche::cli {

namespace {

using diagnostics::Code;
using json::Json;
using weak::GivenLabel;
using weak::Record;

void setCell(weak::RecordTable& table, Record& record, const std::string& column,
             std::string value) {
    const std::uint32_t index = table.columns.indexOf(column);
    record.cells.resize(std::max<std::size_t>(record.cells.size(), index + 1));
    record.cells[index] = std::move(value);
}

/// Reads a member of the data: objects by their members, other values as their text.
void readField(weak::RecordTable& table, Record& record, const std::string& name,
               const Json& value) {
    if (value.is_object()) {
        for (const auto& [key, member] : value.items()) {
            readField(table, record, name.empty() ? key : name + "." + key, member);
        }
    } else if (!value.is_null()) {
        setCell(table, record, name,
                value.is_string() ? value.get<std::string>() : json::writeJson(value));
    }
}

/// The only choice that a result of the control made; nothing if there are several.
/// All controls of choices are added to `controls`.
std::optional<std::string> choiceOf(const Json& made, const std::string& control,
                                    std::set<std::string>& controls) {
    const auto results = made.is_object() ? made.find("result") : made.end();
    if (!made.is_object() || results == made.end() || !results->is_array()) {
        return std::nullopt;
    }
    std::optional<std::string> choice;
    for (const Json& result : *results) {
        if (json::textMember(result, "type") != "choices") {
            continue;
        }
        const std::string name = json::textMember(result, "from_name");
        controls.insert(name);
        const bool isMeant = !choice && (control.empty() || name == control);
        if (!isMeant || !result.contains("value") || !result["value"].is_object()) {
            continue;
        }
        const auto choices = result["value"].find("choices");
        if (choices != result["value"].end() && choices->is_array() && choices->size() == 1 &&
            choices->front().is_string()) {
            choice = choices->front().get<std::string>();
        }
    }
    return choice;
}

class Reader {
public:
    explicit Reader(const std::string& control) : m_control(control) {}

    RecordsInput run(const std::string& path) {
        const auto input = readInput(path);
        if (!input) {
            m_result.findings.push_back({path, input.error()});
            m_result.isUnusable = true;
            return std::move(m_result);
        }
        m_name = input->name;
        const std::size_t first = input->text.find_first_not_of(" \t\r\n");
        const bool isJson =
            first != std::string::npos && (input->text[first] == '[' || input->text[first] == '{');
        if (isJson) {
            readTasks(input->text);
        } else {
            readCsv(input->text);
        }
        m_result.isUnusable = m_result.table.records.empty();
        if (m_result.isUnusable && m_result.findings.empty()) {
            report({Code::BadValue, "This file holds no items", {.line = 1}});
        }
        return std::move(m_result);
    }

private:
    void report(diagnostics::Diagnostic diagnostic, const std::string& place = "") {
        diagnostic.where.pointer.insert(0, place);
        m_result.findings.push_back({m_name, std::move(diagnostic)});
    }

    /// Of two items with one name the first counts.
    void add(const std::string& name, Record record, const diagnostics::Location& where) {
        if (m_result.table.items.find(name)) {
            report({Code::BadValue,
                    std::format("Another item is called \"{}\", too; this one is left out", name),
                    where});
            return;
        }
        m_result.table.items.indexOf(name);
        m_result.table.records.push_back(std::move(record));
    }

    void readCsv(const std::string& text) {
        std::vector<std::string> header;
        std::optional<std::size_t> nameColumn;
        std::size_t row = 0;
        quality::CsvRecords records([&](const std::vector<std::string_view>& cells, int line) {
            if (header.empty()) {
                header.assign(cells.begin(), cells.end());
                nameColumn = findNameColumn(header);
                return;
            }
            if (cells.size() != header.size()) {
                report({Code::BadValue,
                        std::format("This row has {} cells, the header {}; it is left out",
                                    cells.size(), header.size()),
                        {.line = line}});
                return;
            }
            Record record;
            for (std::size_t column = 0; column < cells.size(); ++column) {
                setCell(m_result.table, record, header[column], std::string(cells[column]));
            }
            const std::string name =
                nameColumn ? std::string(cells[*nameColumn]) : std::format("#{}", row);
            ++row;
            add(name, std::move(record), {.line = line});
        });
        records.feed(text);
        records.finish();
    }

    static std::optional<std::size_t> findNameColumn(const std::vector<std::string>& header) {
        constexpr std::array<std::string_view, 3> kNames{"item", "task", "id"};
        for (const std::string_view name : kNames) {
            const auto found = std::ranges::find(header, name);
            if (found != header.end()) {
                return static_cast<std::size_t>(found - header.begin());
            }
        }
        return std::nullopt;
    }

    void readTasks(const std::string& text) {
        const auto value = json::checkJson(text);
        if (!value) {
            report(value.error());
            return;
        }
        std::size_t index = 0;
        if (json::Cursor(value->text()).kind() != json::Kind::List) {
            readTask(*value, index, "");
            return;
        }
        json::Cursor(*value).readList([&](json::Cursor& item) {
            const std::string place = std::format("/{}", index);
            readTask(value->part(item.skip()), index++, place);
        });
    }

    void readTask(const json::CheckedText& value, std::size_t index, const std::string& place) {
        const auto task = task::readTask(value);
        if (!task) {
            report(task.error(), place);
            return;
        }
        Record record;
        readField(m_result.table, record, "", task->data);
        for (std::size_t at = 0; at < task->annotations.size(); ++at) {
            const auto made =
                annotation::readRecord(task->annotations[at], annotation::RecordKind::Annotation);
            const auto choice = choiceOf(json::treeOf(task->annotations[at].text()), m_control,
                                         m_result.choiceControls);
            if (choice && !made.isSkipped) {
                record.given.push_back({annotatorOf(made, at), *choice, false, {}});
            }
        }
        for (const json::CheckedText& prediction : task->predictions) {
            const Json tree = json::treeOf(prediction.text());
            if (const auto choice = choiceOf(tree, m_control, m_result.choiceControls)) {
                const bool isScored = tree.contains("score") && tree["score"].is_number();
                record.given.push_back(
                    {json::textMember(tree, "model_version"), *choice, true,
                     isScored ? std::optional(tree["score"].get<double>()) : std::nullopt});
            }
        }
        add(nameOf(*task, index), std::move(record), {.pointer = place});
    }

    const std::string& m_control;
    std::string m_name;
    RecordsInput m_result;
};

} // namespace

RecordsInput readRecords(const std::string& path, const std::string& control) {
    return Reader(control).run(path);
}

} // namespace cartouche::cli
