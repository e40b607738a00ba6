#include "core/quality/matching.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace cartouche::quality {

namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

/// Rows and columns that are tied to one another by similarities above the threshold.
struct Group {
    std::vector<std::size_t> rows;
    std::vector<std::size_t> columns;
};

/// Sets of indexes that are united step by step (Tarjan 1975).
class Sets {
public:
    explicit Sets(std::size_t size) : m_parents(size) {
        std::iota(m_parents.begin(), m_parents.end(), std::size_t{0});
    }
    std::size_t find(std::size_t index) {
        while (m_parents[index] != index) {
            index = m_parents[index] = m_parents[m_parents[index]];
        }
        return index;
    }
    void unite(std::size_t first, std::size_t second) { m_parents[find(second)] = find(first); }

private:
    std::vector<std::size_t> m_parents;
};

/// Columns come behind the rows.
std::vector<Group> groupsOf(const Matrix& similarities, double threshold) {
    const std::size_t rows = similarities.rows();
    Sets sets(rows + similarities.columns());
    for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t column = 0; column < similarities.columns(); ++column) {
            if (similarities(row, column) >= threshold) {
                sets.unite(row, rows + column);
            }
        }
    }
    std::vector<Group> groups(rows + similarities.columns());
    for (std::size_t row = 0; row < rows; ++row) {
        groups[sets.find(row)].rows.push_back(row);
    }
    for (std::size_t column = 0; column < similarities.columns(); ++column) {
        groups[sets.find(rows + column)].columns.push_back(column);
    }
    std::erase_if(groups,
                  [](const Group& group) { return group.rows.empty() || group.columns.empty(); });
    return groups;
}

/// Finds the cheapest assignment of all rows to columns, of which there are as many or more. Adds
/// one row after the other, along the path that costs least by prices that never turn negative.
class Assignment {
public:
    explicit Assignment(const Matrix& costs)
        : m_costs(costs), m_rowPrices(costs.rows()), m_columnPrices(costs.columns()),
          m_rowOf(costs.columns(), kNone) {
        for (std::size_t row = 0; row < costs.rows(); ++row) {
            addRow(row);
        }
    }

    /// Of each column; kNone if it is left over.
    const std::vector<std::size_t>& rowOfColumns() const { return m_rowOf; }

private:
    void addRow(std::size_t row) {
        const std::size_t columns = m_costs.columns();
        std::vector<double> distances(columns, std::numeric_limits<double>::infinity());
        std::vector<std::size_t> before(columns, kNone); // the column from which it is reached
        std::vector<bool> isDone(columns);
        std::vector<std::size_t> done;
        std::size_t from = kNone;
        std::size_t current = row;
        double reached = 0;
        while (current != kNone) {
            std::size_t next = kNone;
            for (std::size_t column = 0; column < columns; ++column) {
                if (isDone[column]) {
                    continue;
                }
                const double distance = reached + m_costs(current, column) - m_rowPrices[current] -
                                        m_columnPrices[column];
                if (distance < distances[column]) {
                    distances[column] = distance;
                    before[column] = from;
                }
                if (next == kNone || distances[column] < distances[next]) {
                    next = column;
                }
            }
            reached = distances[next];
            isDone[next] = true;
            done.push_back(next);
            from = next;
            current = m_rowOf[next];
        }
        reprice(row, done, distances, reached);
        augment(row, from, before);
    }

    void reprice(std::size_t row, const std::vector<std::size_t>& done,
                 const std::vector<double>& distances, double reached) {
        m_rowPrices[row] += reached;
        for (const std::size_t column : done) {
            const double saved = reached - distances[column];
            m_columnPrices[column] -= saved;
            if (m_rowOf[column] != kNone) {
                m_rowPrices[m_rowOf[column]] += saved;
            }
        }
    }

    void augment(std::size_t row, std::size_t column, const std::vector<std::size_t>& before) {
        for (; before[column] != kNone; column = before[column]) {
            m_rowOf[column] = m_rowOf[before[column]];
        }
        m_rowOf[column] = row;
    }

    const Matrix& m_costs;
    std::vector<double> m_rowPrices;
    std::vector<double> m_columnPrices;
    std::vector<std::size_t> m_rowOf;
};

void matchGroup(const Matrix& similarities, double threshold, const Group& group,
                std::vector<Pair>& pairs) {
    const bool isWide = group.rows.size() <= group.columns.size();
    const auto& few = isWide ? group.rows : group.columns;
    const auto& many = isWide ? group.columns : group.rows;
    const auto pairOf = [&](std::size_t one, std::size_t other) {
        return isWide ? Pair{few[one], many[other]} : Pair{many[other], few[one]};
    };
    Matrix costs(few.size(), many.size());
    for (std::size_t one = 0; one < few.size(); ++one) {
        for (std::size_t other = 0; other < many.size(); ++other) {
            const auto [row, column] = pairOf(one, other);
            const double similarity = similarities(row, column);
            costs(one, other) = similarity >= threshold ? -similarity : 0;
        }
    }
    const Assignment assignment(costs);
    for (std::size_t other = 0; other < many.size(); ++other) {
        const std::size_t one = assignment.rowOfColumns()[other];
        if (one != kNone && costs(one, other) < 0) {
            pairs.push_back(pairOf(one, other));
        }
    }
}

} // namespace

std::vector<Pair> matchPairs(const Matrix& similarities, double threshold) {
    std::vector<Pair> pairs;
    for (const Group& group : groupsOf(similarities, threshold)) {
        matchGroup(similarities, threshold, group, pairs);
    }
    std::ranges::sort(pairs);
    return pairs;
}

MatchScore scoreMatch(const Matrix& similarities, double threshold) {
    MatchScore score{.pairs = matchPairs(similarities, threshold)};
    score.matched = score.pairs.size();
    score.onlyFirst = similarities.rows() - score.matched;
    score.onlySecond = similarities.columns() - score.matched;
    const auto all = static_cast<double>(similarities.rows() + similarities.columns());
    if (all > 0) {
        double sum = 0;
        for (const auto& [row, column] : score.pairs) {
            sum += similarities(row, column);
        }
        score.f1 = 2 * static_cast<double>(score.matched) / all;
        score.panopticQuality = 2 * sum / all;
        if (score.matched > 0) {
            score.meanSimilarity = sum / static_cast<double>(score.matched);
        }
    }
    return score;
}

double meanF1OverThresholds(const Matrix& similarities) {
    constexpr int kSteps = 19;
    double sum = 0;
    for (int step = 1; step <= kSteps; ++step) {
        sum += scoreMatch(similarities, step * 0.05).f1;
    }
    return sum / kSteps;
}

} // namespace cartouche::quality
