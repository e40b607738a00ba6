#include "editor/point_look.h"

#include "core/json/numbers.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace cartouche::editor {

namespace {

using config::Tag;
using config::TagKind;

/// As large as the reference draws them.
struct Size {
    std::string_view name;
    double ofPolygon = 0;
    double ofVector = 0;
    double ofRestingVector = 0;
};
constexpr std::array kSizes{Size{"small", PointLook{}.radius, 4, 3}, Size{"medium", 8, 6, 4},
                            Size{"large", 12, 8, 6}};

const Size& sizeOf(const Tag& control) {
    const auto found = std::ranges::find(kSizes, control.text("pointSize"), &Size::name);
    return found == kSizes.end() ? kSizes.front() : *found;
}

double radiusOf(const Tag& control, std::string_view attribute, double ofSize) {
    const bool hasSize = control.hasAttribute("pointSize") && !control.hasAttribute(attribute);
    const auto written = json::parseNumber(control.text(attribute));
    return hasSize || !written ? ofSize : std::clamp(*written, 1.0, PointLook::kLargest);
}

PointLook ofVector(const Tag& control) {
    const Size& size = sizeOf(control);
    return {.radius = radiusOf(control, "pointSizeEnabled", size.ofVector),
            .isSquare = control.text("pointStyle") == "rectangle",
            .restingRadius = radiusOf(control, "pointSizeDisabled", size.ofRestingVector)};
}

/// The reference's circle with half of its outline; never so small that it is not seen.
PointLook ofKeyPoint(const Tag& control) {
    constexpr double kLeast = 4;
    const double stroke = json::parseNumber(control.text("strokeWidth")).value_or(0);
    const double radius = std::clamp(stroke * 1.5, kLeast, PointLook::kLargest);
    return {.radius = radius, .restingRadius = radius};
}

} // namespace

PointLook pointLookOf(const Tag* control) {
    switch (control == nullptr ? TagKind::Broken : control->kind()) {
    case TagKind::Polygon:
    case TagKind::PolygonLabels:
        return {.radius = sizeOf(*control).ofPolygon,
                .isSquare = control->text("pointStyle") == "rectangle"};
    case TagKind::Vector:
    case TagKind::VectorLabels:
        return ofVector(*control);
    case TagKind::KeyPoint:
    case TagKind::KeyPointLabels:
        return ofKeyPoint(*control);
    default:
        return {};
    }
}

} // namespace cartouche::editor
