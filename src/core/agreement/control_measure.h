#pragma once

#include "core/agreement/compared_answers.h"
#include "core/quality/krippendorff.h"
#include "core/quality/matching.h"

#include <functional>
#include <optional>
#include <string_view>

/// How the answers of one control are compared: one measure for each type of control.
namespace cartouche::agreement {

/// How the answers of one control are compared.
enum class MeasureKind {
    Category, // the same or not
    Set,      // labels in common
    Paths,    // branches of a taxonomy in common
    Number,   // difference, as a share of the range of all answers
    Text,     // edits
    Ranking,  // pairs in the same order
    Regions,  // regions that overlap with the same label
};

/// By what the control is and what was answered.
MeasureKind measureOf(const config::LabelingInterface& interface, const ControlAnswers& control);

/// What it is called in reports, with what 1 means.
std::string_view measureName(MeasureKind kind);

/// One text for what was answered: categories are compared by it.
std::string categoryOf(const annotation::Answer& answer);

/// The choices of an answer, each as one text (a path with " / " between its parts), in order.
annotation::Texts choicesOf(const annotation::Answer& answer);

/// How alike two answers of the control are, from 0 to 1, by their indexes; not for categories.
/// Regions are matched one to one at `threshold`, and F1 tells how many have a partner. The control
/// must live as long as the function.
std::function<double(std::size_t, std::size_t)> similarityOf(const ControlAnswers& control,
                                                             MeasureKind kind, double threshold);

/// The regions of two answers, matched one to one where the overlap of two with the same labels is
/// at least the threshold, and how well that went.
quality::MatchScore matchRegions(const ControlAnswer& first, const ControlAnswer& second,
                                 double threshold);

/// How alike each region of the first answer (a row) is to each of the second; 0 where their labels
/// differ.
quality::Matrix overlapsOf(const ControlAnswer& first, const ControlAnswer& second);

/// What numbers mean, given the distinct ones of all answers by size.
using NumberMetric = std::function<quality::Metric(std::vector<double>)>;

/// Krippendorff's alpha where the answers have an established metric: sets by MASI, numbers by
/// their difference, or by another metric. Nothing for others.
std::optional<quality::Alpha> alphaOf(const ControlAnswers& control, MeasureKind kind,
                                      std::size_t tasks, const NumberMetric& metric = nullptr);

/// The distinct numbers that were answered, by size.
std::vector<double> numbersOf(const ControlAnswers& control);

} // namespace cartouche::agreement
