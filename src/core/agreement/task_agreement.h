#pragma once

#include "core/agreement/control_measure.h"
#include "core/quality/similarity_agreement.h"

#include <cstddef>
#include <expected>
#include <string>
#include <vector>

namespace cartouche::agreement {

/// How far those who labeled one task agree with a control.
struct ControlAgreement {
    const config::Control* control = nullptr;
    MeasureKind kind = MeasureKind::Category;
    /// Over pairs of annotators who answered; undefined with fewer than two.
    quality::MeanSimilarity value;
    /// Of regions, the overlap of those that were matched.
    quality::MeanSimilarity overlap;
    /// Regions of kinds that are not compared.
    std::size_t notCompared = 0;
};

/// How far the others have a region of one annotator, too.
struct RegionAgreement {
    std::uint32_t annotator = 0;
    annotation::AreaHandle region;
    const config::Control* control = nullptr;
    std::string label;
    /// The mean over the others of the overlap with the region that it was matched with, which
    /// counts as 0 for those who have none.
    double overlap = 0;
    std::size_t partners = 0;
    std::size_t others = 0;
};

struct TaskAgreement {
    std::size_t annotators = 0;
    /// Of controls that somebody answered, in the order of the config.
    std::vector<ControlAgreement> controls;
    /// Where there is more than one annotator: those least agreed on first, else as they come.
    std::vector<RegionAgreement> regions;
};

/// So many pairs of regions are compared at most: it is done while somebody waits.
inline constexpr std::size_t kMostRegionPairs = 250'000;

/// Of documents by different annotators of one task. Regions are matched one to one where two with
/// the same labels share half of what both cover. Numbers are compared on the scale that their
/// control has (`maxRating`, or `min` and `max`), without one by whether they are the same. An
/// error is the number of pairs of regions, if it is above kMostRegionPairs.
std::expected<TaskAgreement, std::size_t>
agreementOnTask(const config::LabelingInterface& interface,
                const std::vector<annotation::Document>& documents);

} // namespace cartouche::agreement
