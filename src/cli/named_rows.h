#pragma once

#include <format>
#include <string>
#include <string_view>
#include <vector>

/// The tables of what a command offers: rows with a `name` and what they are good for, `about`.
namespace cartouche::cli {

std::vector<std::string> namesOf(const auto& rows) {
    std::vector<std::string> names;
    for (const auto& row : rows) {
        names.emplace_back(row.name);
    }
    return names;
}

/// A line of help.
inline std::string describeRow(std::string_view name, std::string_view about) {
    return std::format("\n  {:20}{}", name, about);
}

std::string describeRows(const auto& rows) {
    std::string text;
    for (const auto& row : rows) {
        text += describeRow(row.name, row.about);
    }
    return text;
}

} // namespace cartouche::cli
