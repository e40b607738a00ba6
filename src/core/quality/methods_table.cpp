#include "core/quality/bayesian.h"
#include "core/quality/crowdlab.h"
#include "core/quality/dawid_skene.h"
#include "core/quality/glad.h"
#include "core/quality/kos.h"
#include "core/quality/mace.h"
#include "core/quality/methods.h"
#include "core/quality/one_coin.h"
#include "core/quality/voting.h"

#include <algorithm>
#include <array>
#include <utility>

namespace cartouche::quality {

namespace {

using Run = std::expected<MethodResult, std::string>;

Limits limited(Limits limits, const MethodOptions& options) {
    limits.iterations = options.iterations.value_or(limits.iterations);
    return limits;
}

Run runDawidSkene(const Answers& answers, const MethodOptions& options) {
    DawidSkene result = dawidSkene(
        answers,
        {.limits = limited({}, options), .smoothing = options.smoothing, .gold = options.gold});
    return MethodResult{std::move(result.consensus), std::move(result.confusions),
                        result.logLikelihood};
}

Run runOneCoin(const Answers& answers, const MethodOptions& options) {
    return MethodResult{
        oneCoin(answers, {.limits = limited({}, options), .gold = options.gold}).consensus, {}, {}};
}

Run runZenCrowd(const Answers& answers, const MethodOptions& options) {
    OneCoinOptions choices = zenCrowdOptions();
    choices.limits = limited(choices.limits, options);
    choices.gold = options.gold;
    return MethodResult{oneCoin(answers, choices).consensus, {}, {}};
}

Run runGlad(const Answers& answers, const MethodOptions& options) {
    return MethodResult{glad(answers, {.limits = limited({}, options)}).consensus, {}, {}};
}

template <MaceInference inference>
Run runMace(const Answers& answers, const MethodOptions& options) {
    MaceOptions choices{.inference = inference};
    choices.limits = limited(choices.limits, options);
    Mace result = mace(answers, choices);
    return MethodResult{std::move(result.consensus), {}, result.logLikelihood};
}

Run runKos(const Answers& answers, const MethodOptions& options) {
    auto consensus = kos(answers, options.iterations.value_or(100));
    if (!consensus) {
        return std::unexpected("kos needs answers with two labels; use dawid-skene or ibcc");
    }
    return MethodResult{std::move(*consensus), {}, {}};
}

template <Consensus (*vote)(const Answers&)>
Run runVote(const Answers& answers, const MethodOptions&) {
    return MethodResult{vote(answers), {}, {}};
}

Run runIbcc(const Answers& answers, const MethodOptions& options) {
    IbccOptions choices;
    choices.iterations = options.iterations.value_or(choices.iterations);
    return MethodResult{ibcc(answers, choices), {}, {}};
}

Run runBwa(const Answers& answers, const MethodOptions& options) {
    BwaOptions choices;
    choices.iterations = options.iterations.value_or(choices.iterations);
    return MethodResult{bayesianWeightedAverage(answers, choices), {}, {}};
}

Run runGoldVote(const Answers& answers, const MethodOptions& options) {
    if (std::ranges::none_of(options.gold, [](const auto& label) { return label.has_value(); })) {
        return std::unexpected(
            "gold-majority needs items whose answer is known; name a file of them with --gold");
    }
    return MethodResult{goldMajorityVote(answers, options.gold), {}, {}};
}

Run runCrowdlab(const Answers& answers, const MethodOptions& options) {
    if (!options.model) {
        return std::unexpected("crowdlab needs what a model says of each item; name a file of its "
                               "probabilities with --predictions");
    }
    Crowdlab crowd = crowdlab(answers, *options.model);
    return MethodResult{
        {.probabilities = std::move(crowd.probabilities),
         .skills = std::move(crowd.annotatorQualities)},
        {},
        {},
        ModelResult{std::move(crowd.labels), std::move(crowd.annotatorWeights), crowd.modelWeight}};
}

constexpr std::array kMethods{
    Method{"majority", "all alike", runVote<majorityVote>},
    Method{"wawa", "weighted by agreement with the majority", runVote<wawa>},
    Method{"zero-based-skill", "the same, learned step by step", runVote<zeroBasedSkill>},
    Method{"gold-majority", "weighted by accuracy on known items", runGoldVote},
    Method{"dawid-skene", "each mistakes labels in ways of its own", runDawidSkene},
    Method{"one-coin", "each is right with a probability of its own", runOneCoin},
    Method{"zencrowd", "the same with all labels as likely", runZenCrowd},
    Method{"glad", "of different ability, items of different difficulty", runGlad},
    Method{"mace", "each knows the answer or guesses", runMace<MaceInference::VariationalBayes>},
    Method{"mace-em", "the same, by maximum likelihood", runMace<MaceInference::Em>},
    Method{"ibcc", "as dawid-skene, for few answers", runIbcc},
    Method{"bwa", "weighted by closeness to the mean", runBwa},
    Method{"kos", "two labels only, large regular sets", runKos},
    Method{"crowdlab", "weighted by agreement, beside a model", runCrowdlab, true},
};

} // namespace

std::vector<std::uint32_t> labelsOf(const MethodResult& result) {
    return result.model ? result.model->labels : labelsOf(result.consensus.probabilities);
}

std::span<const Method> methods() {
    return kMethods;
}

const Method* findMethod(std::string_view name) {
    const auto found = std::ranges::find(kMethods, name, &Method::name);
    return found == kMethods.end() ? nullptr : &*found;
}

} // namespace cartouche::quality
