#include "core/task/table_rows.h"

#include "core/config/names.h"
#include "core/values/csv.h"
#include "core/values/value_type.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace cartouche::task {

namespace {

using json::Json;

std::string cellOf(const Json& value) {
    return value.is_null()     ? ""
           : value.is_string() ? value.get<std::string>()
                               : json::writeJson(value);
}

TableRows rowsOfCsv(std::string_view valueType, std::string_view text) {
    const values::ValueType type = values::parseValueType(valueType);
    auto rows = values::parseCsv(text, type.option("separator").value_or(""),
                                 std::numeric_limits<std::size_t>::max());
    TableRows table;
    if (!type.hasOption("headless") && !rows.empty()) {
        table.head = std::move(rows.front());
        rows.erase(rows.begin());
    }
    table.rows = std::move(rows);
    return table;
}

TableRows rowsOfObject(const Json& object) {
    TableRows table{.head = {"Name", "Value"}, .rows = {}};
    for (const auto& [name, value] : object.items()) {
        table.rows.push_back({name, cellOf(value)});
    }
    std::ranges::stable_sort(table.rows, {}, [](const std::vector<std::string>& row) {
        return config::lowerCased(row.front());
    });
    return table;
}

/// A row each, with a column for each name in the order in which they are met.
TableRows rowsOfObjects(const Json& list) {
    TableRows table;
    for (const Json& item : list) {
        for (const auto& [name, value] : item.items()) {
            if (!std::ranges::contains(table.head, name)) {
                table.head.push_back(name);
            }
        }
    }
    for (const Json& item : list) {
        std::vector<std::string> row;
        for (const std::string& name : table.head) {
            row.push_back(cellOf(item.value(name, Json())));
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

} // namespace

TableRows readTableRows(const config::Tag& table, const Json& value) {
    if (value.is_string()) {
        return rowsOfCsv(table.text("valueType"), value.get_ref<const std::string&>());
    }
    if (value.is_object()) {
        return rowsOfObject(value);
    }
    const bool isOfObjects = !value.empty() && std::ranges::all_of(value, [](const Json& item) {
        return item.is_object();
    });
    if (isOfObjects) {
        return rowsOfObjects(value);
    }
    TableRows rows{.head = {"Index", "Value"}, .rows = {}};
    for (std::size_t index = 0; value.is_array() && index < value.size(); ++index) {
        rows.rows.push_back({std::to_string(index), cellOf(value[index])});
    }
    return rows;
}

} // namespace cartouche::task
