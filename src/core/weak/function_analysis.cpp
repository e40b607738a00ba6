#include "core/weak/function_analysis.h"

#include <algorithm>
#include <set>
#include <span>

namespace cartouche::weak {

namespace {

using quality::Answer;

class Counts {
public:
    explicit Counts(const Answers& votes) : m_functions(votes.workers), m_labels(votes.workers) {}

    /// All votes on one item.
    void add(std::span<const Answer> votes, std::optional<std::uint32_t> truth) {
        const bool isConflict = std::ranges::any_of(
            votes, [&](const Answer& vote) { return vote.label != votes.front().label; });
        m_covered += votes.empty() ? 0 : 1;
        m_overlapping += votes.size() > 1 ? 1 : 0;
        m_conflicting += isConflict ? 1 : 0;
        for (const Answer& vote : votes) {
            FunctionReport& function = m_functions[vote.worker];
            m_labels[vote.worker].insert(vote.label);
            ++function.votes;
            function.overlaps += votes.size() > 1 ? 1 : 0;
            function.conflicts += isConflict ? 1 : 0; // somebody differs from each of them
            function.known += truth ? 1 : 0;
            function.right += truth == vote.label ? 1 : 0;
        }
    }

    VotesReport finish(std::size_t items) {
        const auto share = [items](double count) { return count / static_cast<double>(items); };
        VotesReport report;
        if (items > 0) {
            report.coverage = share(m_covered);
            report.overlap = share(m_overlapping);
            report.conflict = share(m_conflicting);
            for (FunctionReport& function : m_functions) {
                function.coverage = share(static_cast<double>(function.votes));
                function.overlaps = share(function.overlaps);
                function.conflicts = share(function.conflicts);
            }
        }
        for (std::size_t at = 0; at < m_functions.size(); ++at) {
            m_functions[at].polarity.assign(m_labels[at].begin(), m_labels[at].end());
        }
        report.functions = std::move(m_functions);
        return report;
    }

private:
    std::vector<FunctionReport> m_functions;
    std::vector<std::set<std::uint32_t>> m_labels;
    double m_covered = 0;
    double m_overlapping = 0;
    double m_conflicting = 0;
};

} // namespace

std::optional<double> FunctionReport::accuracy() const {
    return known > 0 ? std::optional(static_cast<double>(right) / static_cast<double>(known))
                     : std::nullopt;
}

VotesReport analyzeFunctions(const Answers& votes, const quality::Gold& gold) {
    const std::vector<std::size_t> starts = quality::itemStarts(votes);
    Counts counts(votes);
    for (std::size_t item = 0; item < votes.items; ++item) {
        counts.add(std::span(votes.list).subspan(starts[item], starts[item + 1] - starts[item]),
                   item < gold.size() ? gold[item] : std::nullopt);
    }
    return counts.finish(votes.items);
}

} // namespace cartouche::weak
