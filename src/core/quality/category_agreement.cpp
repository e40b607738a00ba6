#include "core/quality/category_agreement.h"

#include "core/quality/consensus.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace cartouche::quality {

namespace {

Units unitsOf(const Answers& answers) {
    Units units(answers.items);
    for (const Answer& answer : answers.list) {
        units[answer.item].push_back(answer.label);
    }
    return units;
}

/// Whether each answer is this label.
Units oneLabel(Units units, std::uint32_t label) {
    for (auto& unit : units) {
        for (std::uint32_t& value : unit) {
            value = value == label ? 1 : 0;
        }
    }
    return units;
}

/// Two workers' answers to one item.
struct Shared {
    std::uint32_t first = 0;
    std::uint32_t second = 0;
    std::uint32_t firstLabel = 0;
    std::uint32_t secondLabel = 0;

    auto pair() const { return std::pair(first, second); }
};

std::vector<Shared> sharedAnswers(const Answers& answers) {
    const std::vector<std::size_t> starts = itemStarts(answers);
    std::vector<Shared> shared;
    for (std::size_t item = 0; item < answers.items; ++item) {
        for (std::size_t one = starts[item]; one < starts[item + 1]; ++one) {
            for (std::size_t other = starts[item]; other < one; ++other) {
                const Answer& low = answers.list[other];
                const Answer& high = answers.list[one];
                const bool isOrdered = low.worker < high.worker;
                const Answer& first = isOrdered ? low : high;
                const Answer& second = isOrdered ? high : low;
                if (first.worker != second.worker) {
                    shared.push_back({first.worker, second.worker, first.label, second.label});
                }
            }
        }
    }
    std::ranges::sort(shared, {}, &Shared::pair);
    return shared;
}

std::vector<PairAgreement> pairAgreements(const Answers& answers, Weights weights) {
    const std::vector<Shared> shared = sharedAnswers(answers);
    std::vector<PairAgreement> pairs;
    for (auto begin = shared.begin(); begin != shared.end();) {
        const auto end = std::find_if(begin, shared.end(), [begin](const Shared& other) {
            return other.pair() != begin->pair();
        });
        Matrix table(answers.labels, answers.labels);
        for (auto at = begin; at != end; ++at) {
            table(at->firstLabel, at->secondLabel) += 1;
        }
        pairs.push_back({begin->first, begin->second, cohenKappa(table, weights)});
        begin = end;
    }
    return pairs;
}

std::optional<double> meanKappa(const std::vector<PairAgreement>& pairs) {
    double sum = 0;
    double items = 0;
    for (const PairAgreement& pair : pairs) {
        if (pair.kappa.agreement.value) {
            const auto shared = static_cast<double>(pair.kappa.agreement.count);
            sum += shared * *pair.kappa.agreement.value;
            items += shared;
        }
    }
    return items > 0 ? std::optional(sum / items) : std::nullopt;
}

std::optional<double> shareOfPairs(std::span<const double> counts) {
    const double sum = std::accumulate(counts.begin(), counts.end(), 0.0);
    const double squares = std::inner_product(counts.begin(), counts.end(), counts.begin(), 0.0);
    return sum < 2 ? std::nullopt : std::optional((squares - sum) / (sum * (sum - 1)));
}

} // namespace

CategoryAgreement categoryAgreement(const Answers& answers,
                                    const CategoryAgreementOptions& options) {
    const Units units = unitsOf(answers);
    const Matrix counts = countLabels(answers);
    CategoryAgreement result{
        .alpha = krippendorffAlpha(units, answers.labels, options.metric),
        .alphaInterval = bootstrapAlpha(units, answers.labels, options.metric, options.bootstrap),
        .fleiss = fleissKappa(counts),
        .randolph = randolphKappa(counts),
        .gwet = gwetAc1(counts)};
    for (std::uint32_t label = 0; label < answers.labels; ++label) {
        result.labels.push_back(krippendorffAlpha(oneLabel(units, label), 2, NominalMetric{}));
    }
    for (std::size_t item = 0; item < answers.items; ++item) {
        result.items.push_back(shareOfPairs(counts.row(item)));
    }
    result.pairs = pairAgreements(answers, options.weights);
    result.meanKappa = meanKappa(result.pairs);
    return result;
}

MajorityAgreement agreementWithMajority(const Answers& answers, std::uint32_t worker,
                                        const std::vector<bool>& isOther, Weights weights) {
    Matrix votes(answers.items, answers.labels);
    std::vector<std::optional<std::uint32_t>> own(answers.items);
    for (const Answer& answer : answers.list) {
        if (answer.worker == worker) {
            own[answer.item] = answer.label;
        } else if (isOther[answer.worker]) {
            votes(answer.item, answer.label) += 1;
        }
    }
    MajorityAgreement result;
    Matrix table(answers.labels, answers.labels);
    for (std::size_t item = 0; item < answers.items; ++item) {
        const auto most = std::ranges::max_element(votes.row(item));
        if (!own[item] || most == votes.row(item).end() || *most == 0) {
            continue;
        }
        if (std::ranges::count(votes.row(item), *most) > 1) {
            ++result.split;
            continue;
        }
        const auto label = static_cast<std::uint32_t>(most - votes.row(item).begin());
        ++result.items;
        result.alike += *own[item] == label ? 1 : 0;
        table(*own[item], label) += 1;
    }
    result.kappa = cohenKappa(table, weights);
    return result;
}

} // namespace cartouche::quality
