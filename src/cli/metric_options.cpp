#include "cli/metric_options.h"

#include "cli/number_check.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <format>
#include <utility>

namespace cartouche::cli {

void addMetricOptions(CLI::App& command, MetricOptions& options) {
    command
        .add_option("--metric", options.metric,
                    "What labels are, for Krippendorff's alpha; with --config what numbers are, or "
                    "that choices are ordinal")
        ->check(CLI::IsMember({"nominal", "ordinal", "interval", "ratio", "circular", "bipolar"}))
        ->capture_default_str();
    command
        .add_option("--period", options.period,
                    "Of the circular metric: after so much labels begin anew, such as 24 for hours")
        ->check(CLI::PositiveNumber)
        ->check(checkFinite);
    command
        .add_option("--ends", options.ends,
                    "Of the bipolar metric: the two ends of the scale, such as --ends=-3,3")
        ->delimiter(',')
        ->expected(2)
        ->check(checkFinite);
    command
        .add_option("--weights", options.weights, "What a disagreement weighs, for Cohen's kappa")
        ->check(CLI::IsMember({"nominal", "linear", "quadratic"}))
        ->capture_default_str();
}

void checkMetric(const MetricOptions& options) {
    const bool isCircular = options.metric == "circular";
    const bool isBipolar = options.metric == "bipolar";
    if (isCircular != options.period.has_value()) {
        throw CLI::ValidationError(
            "--metric circular and --period belong together: --metric circular --period 24");
    }
    if (isBipolar == options.ends.empty()) {
        throw CLI::ValidationError(
            "--metric bipolar and --ends belong together: --metric bipolar --ends=-3,3");
    }
    if (isBipolar && !(options.ends.front() < options.ends.back())) {
        throw CLI::ValidationError("--ends are the lower and the upper end of the scale");
    }
}

quality::Weights weightsOf(const MetricOptions& options) {
    return options.weights == "linear"      ? quality::Weights::Linear
           : options.weights == "quadratic" ? quality::Weights::Quadratic
                                            : quality::Weights::Nominal;
}

bool isOfNumbers(const MetricOptions& options) {
    return options.metric != "nominal" && options.metric != "ordinal";
}

std::expected<quality::Metric, std::string> metricOf(const MetricOptions& options,
                                                     std::vector<double> numbers) {
    if (options.metric == "ordinal") {
        return quality::OrdinalMetric{};
    }
    if (options.metric == "interval") {
        return quality::IntervalMetric{std::move(numbers)};
    }
    if (options.metric == "circular") {
        return quality::CircularMetric{std::move(numbers), *options.period};
    }
    if (options.metric == "ratio") {
        const auto below = std::ranges::find_if(numbers, [](double number) { return number < 0; });
        if (below != numbers.end()) {
            return std::unexpected(std::format(
                "{} is below 0, but --metric ratio is of amounts; use interval", *below));
        }
        return quality::RatioMetric{std::move(numbers)};
    }
    if (options.metric == "bipolar") {
        const double low = options.ends.front();
        const double high = options.ends.back();
        const auto outside = std::ranges::find_if(
            numbers, [low, high](double number) { return number < low || number > high; });
        if (outside != numbers.end()) {
            return std::unexpected(
                std::format("{} is not on the scale from {} to {}", *outside, low, high));
        }
        return quality::BipolarMetric{std::move(numbers), low, high};
    }
    return quality::NominalMetric{};
}

} // namespace cartouche::cli
