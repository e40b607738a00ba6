#pragma once

#include "core/privacy/microdata.h"

#include <cstdint>
#include <expected>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cartouche::privacy {

/// How the values of a column become coarser, level by level: 29 → 20-29 → *.
class Hierarchy {
public:
    /// Each value as it is, then `*` for all.
    static Hierarchy suppression(const Column& column);

    /// From lines of a value and what it becomes, of the same length. The failure names a value of
    /// the column that has no line, or a line that is too short.
    static std::expected<Hierarchy, std::string>
    fromRows(const Column& column, std::span<const std::vector<std::string>> rows);

    /// Level 0 is the values themselves.
    std::size_t levels() const { return m_codes.size(); }
    /// How many groups there are on a level.
    std::size_t groupCount(std::size_t level) const { return m_groups[level].size(); }
    /// Which group a value of the column (its code) belongs to.
    std::uint32_t groupOf(std::size_t level, std::uint32_t code) const {
        return m_codes[level][code];
    }
    const std::string& groupName(std::size_t level, std::uint32_t group) const {
        return m_groups[level][group];
    }
    /// Whether each group lies within one group of the next level.
    bool isTree() const;

private:
    void addLevel(const std::vector<std::string>& names);

    std::vector<std::vector<std::uint32_t>> m_codes; // by level, then code
    std::vector<std::vector<std::string>> m_groups;  // by level: names
};

} // namespace cartouche::privacy
