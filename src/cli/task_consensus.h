#pragma once

#include "cli/task_answers.h"
#include "core/agreement/control_measure.h"
#include "core/quality/box_consensus.h"
#include "core/quality/methods.h"
#include "core/quality/spans.h"

#include <expected>
#include <optional>
#include <string>
#include <vector>

namespace cartouche::cli {

/// A rectangle on which annotators agree, in percent of its image.
struct MergedBox {
    geometry::Rectangle rectangle;
    std::string label;
    std::size_t support = 0; // annotators
    double score = 0;        // their share of all who saw the task
};

struct MergedSpan {
    double start = 0;
    double end = 0;
    std::string label;
};

/// What annotators say of one task together: labels, a number or regions, by the control's measure.
struct MergedAnswer {
    std::uint32_t task = 0;
    std::vector<std::string> labels;
    /// How probably the labels are all right.
    double confidence = 1;
    std::optional<double> number;
    std::vector<MergedBox> boxes;
    std::vector<MergedSpan> spans;
};

/// How one control's answers are merged.
enum class MergeKind { Categories, Labels, Number, Boxes, Spans, None };

/// Rectangles are boxes; spans are merged if they all count from one place; None: nothing merges
/// answers of this kind yet (polygons, masks, points, texts, rankings).
MergeKind mergeKindOf(const config::LabelingInterface& interface, const ControlAnswers& control);

/// Not for categories. Each of several labels is decided by itself (binary relevance) with
/// `method`; of numbers it is the median; boxes that overlap by `threshold` are one. The failure is
/// the method's.
std::expected<std::vector<MergedAnswer>, std::string>
mergeAnswers(const TaskAnswers& answers, const ControlAnswers& control, MergeKind kind,
             const quality::Method& method, const quality::MethodOptions& options,
             double threshold);

/// What annotators say together, by majority, as answers that can be compared with theirs, one of
/// each task; whose they are is left open. Not for categories. Nothing if answers of this kind are
/// not merged.
std::optional<std::vector<ControlAnswer>>
consensusAnswers(const TaskAnswers& answers, const ControlAnswers& control, double threshold);

} // namespace cartouche::cli
