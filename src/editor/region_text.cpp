#include "editor/region_text.h"

#include <algorithm>
#include <array>
#include <format>
#include <string_view>
#include <variant>

namespace cartouche::editor {

namespace {

/// In the order of geometry::Shape.
constexpr std::array<std::string_view, std::variant_size_v<geometry::Shape>> kShapes{
    "rectangle", "ellipse", "key point", "polygon", "vector", "brush",
    "bitmask",   "span",    "span",      "span",    "frames", "track"};

} // namespace

std::string describeLabels(const annotation::Area& area) {
    std::string labels;
    for (const annotation::Result& result : area.results) {
        for (const std::string& text : result.labels()) {
            labels += (labels.empty() ? "" : ", ") + text;
        }
    }
    return labels.empty() ? "No label" : labels;
}

std::string describeRegion(const annotation::Area& area) {
    return std::format("{}, {}", describeLabels(area), shapeName(area));
}

std::string_view shapeName(const annotation::Area& area) {
    return area.shape ? kShapes[area.shape->index()] : std::string_view("region");
}

std::optional<double> scoreOf(const annotation::Area& area) {
    const auto found = std::ranges::find_if(
        area.results, [](const annotation::Result& result) { return result.score.has_value(); });
    return found == area.results.end() ? std::nullopt : found->score;
}

} // namespace cartouche::editor
