#pragma once

#include "core/config/tag.h"
#include "core/json/json.h"

#include <string>
#include <vector>

namespace cartouche::task {

/// What a Table shows, as texts; a row may be shorter than the head.
struct TableRows {
    std::vector<std::string> head; // empty: there is none
    std::vector<std::vector<std::string>> rows;
};

/// Of the value of a Table (spec/tags.md 4.1): JSON, or the text of a CSV file by its `valueType`.
TableRows readTableRows(const config::Tag& table, const json::Json& value);

} // namespace cartouche::task
