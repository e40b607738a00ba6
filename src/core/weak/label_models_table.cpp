#include "core/quality/voting.h"
#include "core/weak/abstaining_dawid_skene.h"
#include "core/weak/label_models.h"
#include "core/weak/moment_matching.h"
#include "core/weak/triplets.h"

#include <algorithm>
#include <array>
#include <format>

namespace cartouche::weak {

namespace {

using quality::Matrix;
using Run = std::expected<LabelModelResult, std::string>;

/// How often a function is right when it votes, of P(vote | label); `rate` gives them.
template <typename Rate>
std::optional<double> accuracyOf(const std::vector<double>& priors, Rate rate) {
    double right = 0;
    double voted = 0;
    for (std::size_t label = 0; label < priors.size(); ++label) {
        right += priors[label] * rate(label, label);
        for (std::size_t vote = 0; vote < priors.size(); ++vote) {
            voted += priors[label] * rate(label, vote);
        }
    }
    return voted > 0 ? std::optional(right / voted) : std::nullopt;
}

std::vector<bool> whoVotes(const Answers& votes) {
    std::vector<bool> does(votes.workers);
    for (const quality::Answer& vote : votes.list) {
        does[vote.worker] = true;
    }
    return does;
}

Run runMajority(const Answers&, const Answers& others, const LabelModelOptions&) {
    return LabelModelResult{.probabilities = quality::majorityVote(others).probabilities,
                            .accuracies = {},
                            .stop = {},
                            .loss = {}};
}

template <Abstaining abstaining>
Run runDawidSkene(const Answers& votes, const Answers& others, const LabelModelOptions& options) {
    AbstainingOptions choices{.abstaining = abstaining};
    choices.iterations = options.iterations.value_or(choices.iterations);
    const AbstainingDawidSkene model = learnAbstainingDawidSkene(votes, choices);
    LabelModelResult result{.probabilities = model.predict(others),
                            .accuracies = {},
                            .iterations = model.iterations,
                            .stop = model.stop,
                            .loss = {}};
    const auto does = whoVotes(votes);
    for (std::size_t function = 0; function < votes.workers; ++function) {
        const auto rate = [&](std::size_t label, std::size_t vote) {
            return model.rates((function * votes.labels) + label, vote);
        };
        result.accuracies.push_back(does[function] ? accuracyOf(model.priors, rate) : std::nullopt);
    }
    return result;
}

Run runGenerative(const Answers& votes, const Answers& others, const LabelModelOptions& options) {
    if (votes.workers * votes.labels > kMostMoments) {
        return std::unexpected(std::format(
            "generative takes at most {} functions × labels; these are {} × {}. dawid-skene has "
            "no such limit",
            kMostMoments, votes.workers, votes.labels));
    }
    if (std::ranges::any_of(options.balance, [](double share) { return share <= 0; })) {
        return std::unexpected("generative needs a share above 0 for each label; leave out labels "
                               "that never occur");
    }
    MomentMatchingOptions choices{.balance = options.balance};
    choices.epochs = options.iterations.value_or(choices.epochs);
    const MomentMatching model = learnMomentMatching(votes, choices);
    LabelModelResult result{.probabilities = model.predict(others),
                            .accuracies = {},
                            .iterations = choices.epochs,
                            .stop = quality::Stop::Iterations,
                            .loss = model.loss};
    const auto does = whoVotes(votes);
    for (std::size_t function = 0; function < votes.workers; ++function) {
        const auto rate = [&](std::size_t label, std::size_t vote) {
            return model.rates((function * votes.labels) + vote, label);
        };
        result.accuracies.push_back(does[function] ? accuracyOf(model.balance, rate)
                                                   : std::nullopt);
    }
    return result;
}

template <TripletMean mean>
Run runTriplets(const Answers& votes, const Answers& others, const LabelModelOptions& options) {
    constexpr std::size_t kFewest = 3;
    if (votes.labels != 2) {
        return std::unexpected(
            std::format("triplet tells two labels apart; these are {}", votes.labels));
    }
    if (votes.workers < kFewest) {
        return std::unexpected(
            std::format("triplet compares three functions; these are {}", votes.workers));
    }
    const double balance = options.balance.empty() ? 0.5 : options.balance.back();
    if (balance <= 0 || balance >= 1) {
        return std::unexpected("triplet needs a share above 0 for each of the two labels");
    }
    const Triplets model = learnTriplets(votes, {.balance = balance, .mean = mean});
    LabelModelResult result{
        .probabilities = model.predict(others), .accuracies = {}, .stop = {}, .loss = {}};
    for (std::size_t function = 0; function < votes.workers; ++function) {
        const double voted = 1 - model.joints(function, 1) - model.joints(function, 4);
        const double accuracy = model.accuracies[function] / voted;
        // Estimates of a few votes may be beyond 1, and are no accuracies then.
        const bool isKnown = voted > 0 && model.expectations[function] > 0 && accuracy <= 1;
        result.accuracies.push_back(isKnown ? std::optional(accuracy) : std::nullopt);
    }
    return result;
}

constexpr std::array kModels{
    LabelModel{"majority", "all alike", runMajority},
    LabelModel{"dawid-skene", "each errs in ways of its own; where it votes tells something, too",
               runDawidSkene<Abstaining::Tells>},
    LabelModel{"dawid-skene-missing", "the same, but where it votes tells nothing",
               runDawidSkene<Abstaining::IsMissing>},
    LabelModel{"generative", "judged by which votes come together (Snorkel)", runGenerative},
    LabelModel{"triplet", "two labels; judged by how often each three agree (FlyingSquid)",
               runTriplets<TripletMean::Mean>},
    LabelModel{"triplet-median", "the same, by the median of all triplets",
               runTriplets<TripletMean::Median>},
};

} // namespace

std::span<const LabelModel> labelModels() {
    return kModels;
}

const LabelModel* findLabelModel(std::string_view name) {
    const auto found = std::ranges::find(kModels, name, &LabelModel::name);
    return found == kModels.end() ? nullptr : &*found;
}

} // namespace cartouche::weak
