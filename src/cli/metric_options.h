#pragma once

#include "cli/check.h"
#include "core/quality/category_agreement.h"

#include <expected>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace cartouche::cli {

/// What labels are, for Krippendorff's alpha, and what a disagreement weighs, for Cohen's kappa.
struct MetricOptions {
    std::string metric = "nominal";
    std::string weights = "nominal";
    /// Of a circular metric.
    std::optional<double> period;
    /// Of a bipolar metric: low and high.
    std::vector<double> ends;
};

/// Adds `--metric`, `--period`, `--ends` and `--weights`.
void addMetricOptions(CLI::App& command, MetricOptions& options);

/// Throws CLI::ValidationError where the metric lacks its period or ends, or has those of another.
void checkMetric(const MetricOptions& options);

quality::Weights weightsOf(const MetricOptions& options);

/// Whether labels must be numbers, which metricOf takes.
bool isOfNumbers(const MetricOptions& options);

/// The failure is the number that the metric cannot take, and why. Nominal and ordinal take none.
std::expected<quality::Metric, std::string> metricOf(const MetricOptions& options,
                                                     std::vector<double> numbers);

} // namespace cartouche::cli
