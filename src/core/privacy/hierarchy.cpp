#include "core/privacy/hierarchy.h"

#include <algorithm>
#include <format>
#include <unordered_map>

namespace cartouche::privacy {

void Hierarchy::addLevel(const std::vector<std::string>& names) {
    std::unordered_map<std::string_view, std::uint32_t> known;
    std::vector<std::uint32_t>& codes = m_codes.emplace_back();
    std::vector<std::string>& groups = m_groups.emplace_back();
    for (const std::string& name : names) {
        const auto next = static_cast<std::uint32_t>(groups.size());
        const auto [group, isNew] = known.try_emplace(name, next);
        if (isNew) {
            groups.push_back(name);
        }
        codes.push_back(group->second);
    }
}

Hierarchy Hierarchy::suppression(const Column& column) {
    Hierarchy hierarchy;
    hierarchy.addLevel(column.values);
    hierarchy.addLevel(std::vector<std::string>(column.values.size(), "*"));
    return hierarchy;
}

std::expected<Hierarchy, std::string>
Hierarchy::fromRows(const Column& column, std::span<const std::vector<std::string>> rows) {
    std::unordered_map<std::string_view, const std::vector<std::string>*> byValue;
    for (const auto& row : rows) {
        if (!row.empty()) {
            byValue[row.front()] = &row;
        }
    }
    const std::size_t levels = rows.empty() ? 0 : rows.front().size();
    std::vector<const std::vector<std::string>*> lines;
    for (const std::string& value : column.values) {
        const auto line = byValue.find(value);
        if (line == byValue.end()) {
            return std::unexpected(
                std::format("\"{}\" of the column {} has no line here", value, column.name));
        }
        if (line->second->size() != levels) {
            return std::unexpected(std::format("the line of \"{}\" has {} cells instead of {}",
                                               value, line->second->size(), levels));
        }
        lines.push_back(line->second);
    }
    Hierarchy hierarchy;
    for (std::size_t level = 0; level < std::max<std::size_t>(1, levels); ++level) {
        std::vector<std::string> names;
        for (const auto* line : lines) {
            names.push_back((*line)[level]);
        }
        hierarchy.addLevel(names);
    }
    return hierarchy;
}

bool Hierarchy::isTree() const {
    for (std::size_t level = 0; level + 1 < levels(); ++level) {
        std::vector<std::uint32_t> parents(groupCount(level), UINT32_MAX);
        for (std::size_t code = 0; code < m_codes[level].size(); ++code) {
            std::uint32_t& parent = parents[m_codes[level][code]];
            const std::uint32_t own = m_codes[level + 1][code];
            if (parent != UINT32_MAX && parent != own) {
                return false;
            }
            parent = own;
        }
    }
    return true;
}

} // namespace cartouche::privacy
