#include "core/agreement/task_agreement.h"

#include "core/json/numbers.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <optional>

namespace cartouche::agreement {

namespace {

constexpr double kThreshold = 0.5;

using Similarity = std::function<double(std::size_t, std::size_t)>;

/// How far apart two answers can be; nothing if the control does not say.
std::optional<double> scaleOf(const config::Tag& tag) {
    const auto least = tag.spelling() == "Rating" ? 1.0 : json::parseNumber(tag.text("min"));
    const auto most = json::parseNumber(tag.text(tag.spelling() == "Rating" ? "maxRating" : "max"));
    return least && most && *most > *least ? std::optional(*most - *least) : std::nullopt;
}

Similarity numberSimilarity(const ControlAnswers& control, std::optional<double> scale) {
    return [&control, scale](std::size_t first, std::size_t second) {
        const auto* one = std::get_if<double>(&control.answers[first].answer);
        const auto* other = std::get_if<double>(&control.answers[second].answer);
        if (one == nullptr || other == nullptr || !scale) {
            return control.answers[first].answer == control.answers[second].answer ? 1.0 : 0.0;
        }
        return std::max(0.0, 1 - (std::abs(*one - *other) / *scale));
    };
}

Similarity similarityOn(const ControlAnswers& control, MeasureKind kind) {
    if (kind == MeasureKind::Category) {
        return [&control](std::size_t first, std::size_t second) {
            return categoryOf(control.answers[first].answer) ==
                           categoryOf(control.answers[second].answer)
                       ? 1.0
                       : 0.0;
        };
    }
    return kind == MeasureKind::Number ? numberSimilarity(control, scaleOf(*control.control->tag))
                                       : similarityOf(control, kind, kThreshold);
}

std::size_t pairsOfRegions(const std::vector<ControlAnswers>& controls) {
    std::size_t pairs = 0;
    for (const ControlAnswers& control : controls) {
        std::size_t before = 0;
        for (const ControlAnswer& answer : control.answers) {
            pairs += before * answer.regions.size();
            before += answer.regions.size();
        }
    }
    return pairs;
}

/// Matches the regions of each two annotators.
class RegionComparison {
public:
    explicit RegionComparison(const ControlAnswers& control) : m_control(control) {
        for (const ControlAnswer& answer : control.answers) {
            m_firsts.push_back(m_regions.size());
            for (const ComparedRegion& region : answer.regions) {
                m_regions.push_back({.annotator = answer.annotator,
                                     .region = region.region,
                                     .control = control.control,
                                     .label = region.label,
                                     .others = control.answers.size() - 1});
            }
        }
    }

    double compare(std::size_t first, std::size_t second, ControlAgreement& agreement) {
        const quality::Matrix overlaps =
            overlapsOf(m_control.answers[first], m_control.answers[second]);
        const quality::MatchScore score = quality::scoreMatch(overlaps, kThreshold);
        for (const auto& [row, column] : score.pairs) {
            meet(m_regions[m_firsts[first] + row], overlaps(row, column));
            meet(m_regions[m_firsts[second] + column], overlaps(row, column));
        }
        if (score.meanSimilarity) {
            agreement.overlap.add(*score.meanSimilarity);
        }
        return score.f1;
    }

    const std::vector<RegionAgreement>& regions() const { return m_regions; }

private:
    static void meet(RegionAgreement& region, double overlap) {
        region.overlap += overlap / static_cast<double>(region.others);
        ++region.partners;
    }

    const ControlAnswers& m_control;
    std::vector<std::size_t> m_firsts; // of each annotator, among the regions
    std::vector<RegionAgreement> m_regions;
};

void addControl(TaskAgreement& agreement, const config::LabelingInterface& interface,
                const ControlAnswers& control) {
    ControlAgreement own{.control = control.control,
                         .kind = measureOf(interface, control),
                         .value = {},
                         .overlap = {},
                         .notCompared = control.notCompared};
    const bool isOfRegions = own.kind == MeasureKind::Regions;
    RegionComparison regions(control);
    const Similarity similarity = similarityOn(control, own.kind);
    for (std::size_t first = 0; first < control.answers.size(); ++first) {
        for (std::size_t second = first + 1; second < control.answers.size(); ++second) {
            own.value.add(isOfRegions ? regions.compare(first, second, own)
                                      : similarity(first, second));
        }
    }
    agreement.controls.push_back(own);
    if (isOfRegions && control.answers.size() > 1) {
        agreement.regions.insert(agreement.regions.end(), regions.regions().begin(),
                                 regions.regions().end());
    }
}

} // namespace

std::expected<TaskAgreement, std::size_t>
agreementOnTask(const config::LabelingInterface& interface,
                const std::vector<annotation::Document>& documents) {
    std::vector<ControlAnswers> controls = controlsOf(interface);
    std::vector<std::uint32_t> annotators(documents.size());
    std::iota(annotators.begin(), annotators.end(), 0U);
    addAnswers(controls, interface, documents, 0, annotators);
    dropMissing(controls);
    if (const std::size_t pairs = pairsOfRegions(controls); pairs > kMostRegionPairs) {
        return std::unexpected(pairs);
    }
    TaskAgreement agreement{.annotators = documents.size(), .controls = {}, .regions = {}};
    for (const ControlAnswers& control : controls) {
        if (!control.answers.empty()) {
            addControl(agreement, interface, control);
        }
    }
    std::ranges::stable_sort(agreement.regions, {}, &RegionAgreement::overlap);
    return agreement;
}

} // namespace cartouche::agreement
