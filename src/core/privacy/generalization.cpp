#include "core/privacy/generalization.h"

#include "core/privacy/lattice.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <map>

namespace cartouche::privacy {

namespace {

constexpr std::size_t kMostNodes = 50'000;

/// The loss of one column on one level.
double columnLoss(const Column& column, const Hierarchy& hierarchy, std::size_t level) {
    std::vector<double> before(column.values.size());
    std::vector<double> after(hierarchy.groupCount(level));
    for (const std::uint32_t code : column.codes) {
        before[code] += 1;
        after[hierarchy.groupOf(level, code)] += 1;
    }
    double loss = 0;
    for (std::uint32_t code = 0; code < before.size(); ++code) {
        loss += before[code] * std::log2(after[hierarchy.groupOf(level, code)] / before[code]);
    }
    return loss;
}

/// Judges the classes of grouped rows, whose last code is the sensitive one where there is any.
class Judge {
public:
    Judge(const Microdata& table, const std::optional<Sensitive>& sensitive,
          const AnonymityGoal& goal)
        : m_goal(goal), m_needsValues(sensitive && (goal.l > 1 || goal.closeness)) {
        if (!m_needsValues) {
            return;
        }
        const Column& column = table.columns()[sensitive->column];
        m_distance = &sensitive->distance;
        m_order = orderOf(column);
        m_all.resize(column.values.size());
        for (const std::uint32_t code : column.codes) {
            m_all[code] += 1.0 / static_cast<double>(column.codes.size());
        }
        m_orderedAll = inOrder(m_all);
    }

    bool needsValues() const { return m_needsValues; }

    /// Rows of classes that miss the goal.
    std::size_t countMissing(const GroupedRows& rows) const {
        std::size_t missing = 0;
        if (!m_needsValues) {
            for (const std::size_t count : rows.counts) {
                missing += count < m_goal.k ? count : 0;
            }
            return missing;
        }
        for (const auto& [key, members] : classesOf(rows)) {
            std::size_t size = 0;
            for (const std::size_t index : members) {
                size += rows.counts[index];
            }
            missing += isGood(rows, members, size) ? 0 : size;
        }
        return missing;
    }

    /// Whether the class of these rows reaches the goal.
    bool isGood(const GroupedRows& rows, std::span<const std::size_t> members,
                std::size_t size) const {
        if (size < m_goal.k) {
            return false;
        }
        if (!m_needsValues) {
            return true;
        }
        return members.size() >= m_goal.l &&
               (!m_goal.closeness || distanceOf(rows, members, size) <= *m_goal.closeness);
    }

    using Key = std::vector<std::uint32_t>;

    /// The rows of each class.
    std::map<Key, std::vector<std::size_t>> classesOf(const GroupedRows& rows) const {
        std::map<Key, std::vector<std::size_t>> classes;
        for (std::size_t index = 0; index < rows.size(); ++index) {
            const auto row = rows.row(index).first(rows.width - (m_needsValues ? 1 : 0));
            classes[Key(row.begin(), row.end())].push_back(index);
        }
        return classes;
    }

private:
    std::vector<double> inOrder(const std::vector<double>& shares) const {
        std::vector<double> ordered;
        for (const std::uint32_t code : m_order) {
            ordered.push_back(shares[code]);
        }
        return ordered;
    }

    double distanceOf(const GroupedRows& rows, std::span<const std::size_t> members,
                      std::size_t size) const {
        std::vector<double> shares(m_all.size());
        for (const std::size_t index : members) {
            shares[rows.row(index).back()] +=
                static_cast<double>(rows.counts[index]) / static_cast<double>(size);
        }
        if (const auto* tree = std::get_if<HierarchicalDistance>(m_distance)) {
            return hierarchicalDistance(shares, m_all, tree->hierarchy);
        }
        return std::holds_alternative<OrderedDistance>(*m_distance)
                   ? orderedDistance(inOrder(shares), m_orderedAll)
                   : equalDistance(shares, m_all);
    }

    AnonymityGoal m_goal;
    bool m_needsValues;
    const ValueDistance* m_distance = nullptr;
    std::vector<std::uint32_t> m_order;
    std::vector<double> m_all;
    std::vector<double> m_orderedAll;
};

/// The loss of each column on each of its levels.
class Losses {
public:
    Losses(const Microdata& table, std::span<const std::size_t> quasiIdentifiers,
           std::span<const Hierarchy> hierarchies) {
        for (std::size_t at = 0; at < hierarchies.size(); ++at) {
            const Column& column = table.columns()[quasiIdentifiers[at]];
            std::vector<double>& losses = m_losses.emplace_back();
            for (std::size_t level = 0; level < hierarchies[at].levels(); ++level) {
                losses.push_back(columnLoss(column, hierarchies[at], level));
            }
        }
    }

    double of(std::span<const std::size_t> levels) const {
        double loss = 0;
        for (std::size_t at = 0; at < levels.size(); ++at) {
            loss += m_losses[at][levels[at]];
        }
        return loss;
    }

private:
    std::vector<std::vector<double>> m_losses;
};

std::vector<std::size_t> columnsOf(std::span<const std::size_t> quasiIdentifiers,
                                   const Judge& judge, const std::optional<Sensitive>& sensitive) {
    std::vector<std::size_t> columns(quasiIdentifiers.begin(), quasiIdentifiers.end());
    if (judge.needsValues()) {
        columns.push_back(sensitive->column);
    }
    return columns;
}

GroupedRows rowsAt(const GroupedRows& raw, std::span<const Hierarchy> hierarchies,
                   std::span<const std::size_t> levels) {
    GroupedRows rows = raw;
    for (std::size_t column = 0; column < hierarchies.size(); ++column) {
        rows = coarsened(rows, column, hierarchies[column], levels[column]);
    }
    return rows;
}

/// The column with the most different values that can still be made coarser.
std::optional<std::size_t> finestColumn(std::span<const Hierarchy> hierarchies,
                                        std::span<const std::size_t> levels) {
    std::optional<std::size_t> finest;
    std::size_t most = 0;
    for (std::size_t column = 0; column < hierarchies.size(); ++column) {
        const std::size_t groups = hierarchies[column].groupCount(levels[column]);
        if (levels[column] + 1 < hierarchies[column].levels() && groups > most) {
            most = groups;
            finest = column;
        }
    }
    return finest;
}

/// As the full-domain search of Datafly (Sweeney 2002).
std::optional<Generalization> generalizeGreedily(const GroupedRows& raw,
                                                 std::span<const Hierarchy> hierarchies,
                                                 const Judge& judge, const AnonymityGoal& goal) {
    Generalization found{.levels = std::vector<std::size_t>(hierarchies.size())};
    while (true) {
        found.suppressed = judge.countMissing(rowsAt(raw, hierarchies, found.levels));
        if (found.suppressed <= goal.mostSuppressed) {
            return found;
        }
        const auto column = finestColumn(hierarchies, found.levels);
        if (!column) {
            return std::nullopt;
        }
        ++found.levels[*column];
    }
}

std::size_t countNodes(std::span<const Hierarchy> hierarchies) {
    std::size_t nodes = 1;
    for (const Hierarchy& hierarchy : hierarchies) {
        if (nodes > SIZE_MAX / hierarchy.levels()) {
            return SIZE_MAX;
        }
        nodes *= hierarchy.levels();
    }
    return nodes;
}

} // namespace

std::expected<Generalization, std::string> generalize(const Microdata& table,
                                                      std::span<const std::size_t> quasiIdentifiers,
                                                      std::span<const Hierarchy> hierarchies,
                                                      const std::optional<Sensitive>& sensitive,
                                                      const AnonymityGoal& goal) {
    const Judge judge(table, sensitive, goal);
    const GroupedRows raw = groupRows(table, columnsOf(quasiIdentifiers, judge, sensitive));
    const Losses losses(table, quasiIdentifiers, hierarchies);
    std::optional<Generalization> best;
    std::size_t reached = 0;
    const std::size_t nodes = countNodes(hierarchies);
    if (nodes > kMostNodes) {
        best = generalizeGreedily(raw, hierarchies, judge, goal);
    } else {
        visitLattice(raw, hierarchies, [&](const auto& levels, const GroupedRows& rows) {
            const std::size_t missing = judge.countMissing(rows);
            if (missing > goal.mostSuppressed) {
                return;
            }
            ++reached;
            const double loss = losses.of(levels);
            if (!best || loss < best->loss) {
                best = {.levels = levels, .suppressed = missing, .loss = loss};
            }
        });
    }
    if (!best) {
        return std::unexpected(
            std::format("even the coarsest levels leave more than {} rows in classes that miss the "
                        "goal",
                        goal.mostSuppressed));
    }
    best->loss = losses.of(best->levels);
    best->reached = reached;
    best->nodes = nodes;
    return *best;
}

std::vector<bool> rowsToSuppress(const Microdata& table,
                                 std::span<const std::size_t> quasiIdentifiers,
                                 std::span<const Hierarchy> hierarchies,
                                 const std::optional<Sensitive>& sensitive,
                                 const AnonymityGoal& goal, std::span<const std::size_t> levels) {
    const Judge judge(table, sensitive, goal);
    const GroupedRows rows = rowsAt(groupRows(table, columnsOf(quasiIdentifiers, judge, sensitive)),
                                    hierarchies, levels);
    std::map<Judge::Key, bool> isGood;
    for (const auto& [key, members] : judge.classesOf(rows)) {
        std::size_t size = 0;
        for (const std::size_t index : members) {
            size += rows.counts[index];
        }
        isGood[key] = judge.isGood(rows, members, size);
    }
    std::vector<bool> suppressed(table.rowCount());
    Judge::Key key(quasiIdentifiers.size());
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
        for (std::size_t at = 0; at < key.size(); ++at) {
            key[at] = hierarchies[at].groupOf(levels[at],
                                              table.columns()[quasiIdentifiers[at]].codes[row]);
        }
        suppressed[row] = !isGood[key];
    }
    return suppressed;
}

} // namespace cartouche::privacy
