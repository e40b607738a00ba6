#include "core/quality/spans.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

namespace cartouche::quality {

namespace {

double sharedLength(const LabeledSpan& first, const LabeledSpan& second) {
    return std::max(0.0, std::min(first.end, second.end) - std::max(first.begin, second.begin));
}

PrecisionRecall scoreOf(double right, double predicted, double expected) {
    PrecisionRecall score{predicted > 0 ? right / predicted : 0,
                          expected > 0 ? right / expected : 0, 0};
    const double sum = score.precision + score.recall;
    score.f1 = predicted + expected == 0 ? 1
               : sum > 0                 ? 2 * score.precision * score.recall / sum
                                         : 0;
    return score;
}

using Union = std::vector<std::pair<double, double>>;

/// What is covered, each place once, whatever the labels.
Union unionOf(std::vector<LabeledSpan> spans) {
    std::ranges::sort(spans, {}, &LabeledSpan::begin);
    Union covered;
    for (const LabeledSpan& span : spans) {
        if (span.end <= span.begin) {
            continue;
        }
        if (!covered.empty() && span.begin <= covered.back().second) {
            covered.back().second = std::max(covered.back().second, span.end);
        } else {
            covered.emplace_back(span.begin, span.end);
        }
    }
    return covered;
}

/// The same of each label.
std::map<std::uint32_t, Union> unionsOf(std::span<const LabeledSpan> spans) {
    std::map<std::uint32_t, std::vector<LabeledSpan>> byLabel;
    for (const LabeledSpan& span : spans) {
        byLabel[span.label].push_back(span);
    }
    std::map<std::uint32_t, Union> unions;
    for (auto& [label, own] : byLabel) {
        unions.emplace(label, unionOf(std::move(own)));
    }
    return unions;
}

double lengthOf(const Union& covered) {
    double length = 0;
    for (const auto& [begin, end] : covered) {
        length += end - begin;
    }
    return length;
}

double sharedLength(const Union& first, const Union& second) {
    double length = 0;
    auto one = first.begin();
    auto other = second.begin();
    while (one != first.end() && other != second.end()) {
        length += std::max(0.0, std::min(one->second, other->second) -
                                    std::max(one->first, other->first));
        ++(one->second < other->second ? one : other);
    }
    return length;
}

using Partners = std::vector<std::optional<std::size_t>>;

/// Pairs each predicted span with an expected one, the likest pairs first.
class SpanPairing {
public:
    SpanPairing(std::span<const LabeledSpan> predicted, std::span<const LabeledSpan> expected)
        : m_predicted(predicted), m_expected(expected), m_partners(predicted.size()),
          m_isTaken(expected.size()) {
        pairAll([](const LabeledSpan& one, const LabeledSpan& other) { return one == other; });
        pairAll([](const LabeledSpan& one, const LabeledSpan& other) {
            return one.begin == other.begin && one.end == other.end;
        });
        pairByOverlap();
    }

    /// Of each predicted span, the index of the expected one.
    const Partners& partners() const { return m_partners; }

private:
    template <typename IsPair>
    void pairAll(IsPair isPair) {
        for (std::size_t one = 0; one < m_predicted.size(); ++one) {
            for (std::size_t other = 0; other < m_expected.size() && !m_partners[one]; ++other) {
                if (!m_isTaken[other] && isPair(m_predicted[one], m_expected[other])) {
                    pair(one, other);
                }
            }
        }
    }

    void pairByOverlap() {
        std::vector<std::tuple<double, std::size_t, std::size_t>> overlaps;
        for (std::size_t one = 0; one < m_predicted.size(); ++one) {
            for (std::size_t other = 0; other < m_expected.size(); ++other) {
                const double length = sharedLength(m_predicted[one], m_expected[other]);
                if (length > 0 && !m_partners[one] && !m_isTaken[other]) {
                    overlaps.emplace_back(-length, one, other);
                }
            }
        }
        std::ranges::sort(overlaps);
        for (const auto& [length, one, other] : overlaps) {
            if (!m_partners[one] && !m_isTaken[other]) {
                pair(one, other);
            }
        }
    }

    void pair(std::size_t one, std::size_t other) {
        m_partners[one] = other;
        m_isTaken[other] = true;
    }

    std::span<const LabeledSpan> m_predicted;
    std::span<const LabeledSpan> m_expected;
    Partners m_partners;
    std::vector<bool> m_isTaken;
};

void countPair(SpanCounts& counts, const LabeledSpan& one, const LabeledSpan& other,
               SpanScheme scheme) {
    const bool hasBounds = one.begin == other.begin && one.end == other.end;
    const bool hasLabel = one.label == other.label;
    const bool isCorrect =
        (hasBounds || scheme == SpanScheme::Type) &&
        (hasLabel || scheme == SpanScheme::Exact || scheme == SpanScheme::Partial);
    if (isCorrect) {
        ++counts.correct;
    } else {
        ++(scheme == SpanScheme::Partial ? counts.partial : counts.incorrect);
    }
}

} // namespace

double iou(const LabeledSpan& first, const LabeledSpan& second) {
    const double shared = sharedLength(first, second);
    const double all = first.length() + second.length() - shared;
    return first.begin == second.begin && first.end == second.end ? 1 : all > 0 ? shared / all : 0;
}

double coveredIou(std::span<const LabeledSpan> first, std::span<const LabeledSpan> second) {
    const Union ours = unionOf({first.begin(), first.end()});
    const Union theirs = unionOf({second.begin(), second.end()});
    const double shared = sharedLength(ours, theirs);
    const double all = lengthOf(ours) + lengthOf(theirs) - shared;
    return ours == theirs ? 1 : all > 0 ? shared / all : 0;
}

PrecisionRecall exactSpans(std::span<const LabeledSpan> predicted,
                           std::span<const LabeledSpan> expected) {
    std::vector<LabeledSpan> left(expected.begin(), expected.end());
    double right = 0;
    for (const LabeledSpan& span : predicted) {
        const auto found = std::ranges::find(left, span);
        if (found != left.end()) {
            left.erase(found);
            right += 1;
        }
    }
    return scoreOf(right, static_cast<double>(predicted.size()),
                   static_cast<double>(expected.size()));
}

PrecisionRecall coveredLengths(std::span<const LabeledSpan> predicted,
                               std::span<const LabeledSpan> expected) {
    const auto ours = unionsOf(predicted);
    const auto theirs = unionsOf(expected);
    double right = 0;
    double all = 0;
    double allExpected = 0;
    for (const auto& [label, covered] : ours) {
        all += lengthOf(covered);
        const auto other = theirs.find(label);
        right += other == theirs.end() ? 0 : sharedLength(covered, other->second);
    }
    for (const auto& [label, covered] : theirs) {
        allExpected += lengthOf(covered);
    }
    return scoreOf(right, all, allExpected);
}

SpanCounts semevalSpans(std::span<const LabeledSpan> predicted,
                        std::span<const LabeledSpan> expected, SpanScheme scheme) {
    const SpanPairing pairing(predicted, expected);
    SpanCounts counts;
    for (std::size_t one = 0; one < predicted.size(); ++one) {
        if (const auto other = pairing.partners()[one]) {
            countPair(counts, predicted[one], expected[*other], scheme);
        } else {
            ++counts.spurious;
        }
    }
    counts.missed =
        static_cast<int>(expected.size()) - counts.correct - counts.incorrect - counts.partial;
    counts.score =
        scoreOf(counts.correct + (0.5 * counts.partial), static_cast<double>(predicted.size()),
                static_cast<double>(expected.size()));
    return counts;
}

std::vector<LabeledSpan> majoritySpans(std::span<const std::vector<LabeledSpan>> annotators) {
    // Where somebody begins (+1) or ends (−1) to give a label.
    std::map<std::uint32_t, std::map<double, int>> changes;
    for (const auto& spans : annotators) {
        for (const auto& [label, covered] : unionsOf(spans)) {
            for (const auto& [begin, end] : covered) {
                ++changes[label][begin];
                --changes[label][end];
            }
        }
    }
    std::vector<LabeledSpan> kept;
    for (const auto& [label, places] : changes) {
        int votes = 0;
        std::optional<double> begin;
        for (const auto& [place, change] : places) {
            votes += change;
            const bool isMajority = 2 * votes > static_cast<int>(annotators.size());
            if (isMajority && !begin) {
                begin = place;
            } else if (!isMajority && begin) {
                kept.push_back({*begin, place, label});
                begin.reset();
            }
        }
    }
    std::ranges::stable_sort(kept, {}, &LabeledSpan::begin);
    return kept;
}

} // namespace cartouche::quality
