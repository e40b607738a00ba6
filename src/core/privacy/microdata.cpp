#include "core/privacy/microdata.h"

#include <algorithm>
#include <cassert>

namespace cartouche::privacy {

Microdata::Microdata(std::span<const std::string> names) : m_codes(names.size()) {
    for (const std::string& name : names) {
        m_columns.push_back({.name = name});
    }
}

void Microdata::addRow(std::span<const std::string_view> cells) {
    assert(cells.size() == m_columns.size());
    for (std::size_t index = 0; index < cells.size(); ++index) {
        Column& column = m_columns[index];
        const auto next = static_cast<std::uint32_t>(column.values.size());
        const auto [known, isNew] = m_codes[index].try_emplace(std::string(cells[index]), next);
        if (isNew) {
            column.values.emplace_back(cells[index]);
        }
        column.codes.push_back(known->second);
    }
    ++m_rowCount;
}

std::optional<std::size_t> Microdata::find(std::string_view name) const {
    const auto found = std::ranges::find(m_columns, name, &Column::name);
    return found == m_columns.end()
               ? std::nullopt
               : std::optional(static_cast<std::size_t>(found - m_columns.begin()));
}

Classes equivalenceClasses(const Microdata& table, std::span<const std::size_t> quasiIdentifiers) {
    Classes classes{std::vector<std::uint32_t>(table.rowCount()), table.rowCount() > 0 ? 1U : 0U};
    for (const std::size_t index : quasiIdentifiers) {
        // Each class is parted by the next column.
        const Column& column = table.columns()[index];
        std::unordered_map<std::uint64_t, std::uint32_t> parts;
        for (std::size_t row = 0; row < table.rowCount(); ++row) {
            const std::uint64_t key = std::uint64_t{classes.ofRow[row]} << 32U | column.codes[row];
            classes.ofRow[row] =
                parts.try_emplace(key, static_cast<std::uint32_t>(parts.size())).first->second;
        }
        classes.count = parts.size();
    }
    return classes;
}

} // namespace cartouche::privacy
