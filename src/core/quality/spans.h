#pragma once

#include <cstdint>
#include <span>
#include <vector>

/// Labeled spans of a text in code points, or of a sound in seconds: from `begin` up to `end`,
/// which is not included.
namespace cartouche::quality {

struct LabeledSpan {
    double begin = 0;
    double end = 0;
    std::uint32_t label = 0;

    double length() const { return end - begin; }
    bool operator==(const LabeledSpan&) const = default;
};

/// Intersection over union of lengths; 1 for equal spans.
double iou(const LabeledSpan& first, const LabeledSpan& second);
/// The same of what several spans cover on each side, whatever their labels.
double coveredIou(std::span<const LabeledSpan> first, std::span<const LabeledSpan> second);

/// Precision is what the predicted spans have right, recall what the expected ones had found. 0
/// where there was nothing to be right about; F1 is 1 if both sides are empty.
struct PrecisionRecall {
    double precision = 0;
    double recall = 0;
    double f1 = 0;
};

/// Spans that are equal, each counted once.
PrecisionRecall exactSpans(std::span<const LabeledSpan> predicted,
                           std::span<const LabeledSpan> expected);

/// By length: what one side covers with a label, the other covers with the same.
PrecisionRecall coveredLengths(std::span<const LabeledSpan> predicted,
                               std::span<const LabeledSpan> expected);

/// What counts as correct: bounds and label, bounds, an overlap (which counts by half if the bounds
/// differ), or an overlap with the same label.
enum class SpanScheme { Strict, Exact, Partial, Type };

struct SpanCounts {
    int correct = 0;
    int incorrect = 0;
    int partial = 0;
    int missed = 0;
    int spurious = 0;
    PrecisionRecall score;
};

/// Source: Segura-Bedmar et al., "SemEval-2013 Task 9". Each span is paired with one of the other
/// side: first those that are equal, then those with equal bounds, then those that overlap most.
SpanCounts semevalSpans(std::span<const LabeledSpan> predicted,
                        std::span<const LabeledSpan> expected, SpanScheme scheme);

/// Where more than half of the annotators who saw the text gave a label: maximal spans, by place,
/// then label.
std::vector<LabeledSpan> majoritySpans(std::span<const std::vector<LabeledSpan>> annotators);

} // namespace cartouche::quality
