#include "editor/region_fields.h"

#include "core/geometry/fitting.h"
#include "core/geometry/image_shape.h"
#include "core/geometry/rotated_box.h"
#include "core/json/numbers.h"
#include "core/language/message.h"

#include <algorithm>
#include <format>
#include <optional>
#include <utility>
#include <variant>

namespace cartouche::editor {

namespace {

using geometry::Bounds;
using geometry::Shape;
using geometry::Size;
using Part = RegionField::Part;

constexpr double kWhole = 100; // percent

constexpr RegionField kX{Part::X, "field.x", "field.x-name"};
constexpr RegionField kY{Part::Y, "field.y", "field.y-name"};
constexpr RegionField kWidth{Part::Width, "field.width", "field.width-name"};
constexpr RegionField kHeight{Part::Height, "field.height", "field.height-name"};
constexpr RegionField kRadiusX{Part::Width, "field.radius-x", "field.radius-x-name"};
constexpr RegionField kRadiusY{Part::Height, "field.radius-y", "field.radius-y-name"};
constexpr RegionField kDiameter{Part::Width, "field.diameter", "field.diameter-name"};
constexpr RegionField kRotation{Part::Rotation, "field.rotation", "field.rotation-name"};

RegionField with(RegionField field, double value) {
    field.value = value;
    return field;
}

/// Around a polygon or a path, in percent.
std::optional<Bounds> boxAround(const Shape& shape, Size image) {
    const auto bounds = geometry::boundsOf(shape, image);
    if (!bounds) {
        return std::nullopt;
    }
    const auto one = geometry::toPercent({bounds->left, bounds->top}, image);
    const auto other = geometry::toPercent({bounds->right, bounds->bottom}, image);
    return Bounds{one.x, one.y, other.x, other.y};
}

struct FieldReader {
    const Shape& shape;
    Size image;

    std::vector<RegionField> operator()(const geometry::Rectangle& box) const {
        return {with(kX, box.x), with(kY, box.y), with(kWidth, box.width),
                with(kHeight, box.height), with(kRotation, box.rotation)};
    }
    std::vector<RegionField> operator()(const geometry::Ellipse& ellipse) const {
        return {with(kX, ellipse.x), with(kY, ellipse.y), with(kRadiusX, ellipse.radiusX),
                with(kRadiusY, ellipse.radiusY), with(kRotation, ellipse.rotation)};
    }
    std::vector<RegionField> operator()(const geometry::KeyPoint& point) const {
        return {with(kX, point.x), with(kY, point.y), with(kDiameter, point.width)};
    }
    std::vector<RegionField> operator()(const geometry::Polygon&) const { return around(); }
    std::vector<RegionField> operator()(const geometry::Path&) const { return around(); }
    template <typename Other>
    std::vector<RegionField> operator()(const Other&) const {
        return {};
    }

    std::vector<RegionField> around() const {
        const auto box = boxAround(shape, image);
        if (!box) {
            return {};
        }
        return {with(kX, box->left), with(kY, box->top), with(kWidth, box->right - box->left),
                with(kHeight, box->bottom - box->top)};
    }
};

struct FieldWriter {
    Size image;
    Part part;
    double value;

    void operator()(geometry::Rectangle& box) const {
        set(box.x, box.y, box.width, box.height, box.rotation);
    }
    void operator()(geometry::Ellipse& ellipse) const {
        set(ellipse.x, ellipse.y, ellipse.radiusX, ellipse.radiusY, ellipse.rotation);
    }
    void operator()(geometry::KeyPoint& point) const {
        double none = 0;
        set(point.x, point.y, point.width, none, none);
    }
    template <typename Other>
    void operator()(Other&) const {}

private:
    void set(double& x, double& y, double& width, double& height, double& rotation) const {
        (part == Part::X        ? x
         : part == Part::Y      ? y
         : part == Part::Width  ? width
         : part == Part::Height ? height
                                : rotation) = value;
    }
};

Shape withBox(const Shape& shape, Size image, Part part, double value) {
    Bounds box = *boxAround(shape, image);
    const double width = box.right - box.left;
    const double height = box.bottom - box.top;
    const auto inPixels = [image](const Bounds& percent) {
        const auto one = geometry::toPixels({percent.left, percent.top}, image);
        const auto other = geometry::toPixels({percent.right, percent.bottom}, image);
        return Bounds{one.x, one.y, other.x, other.y};
    };
    const Bounds before = inPixels(box);
    box.left = part == Part::X ? value : box.left;
    box.top = part == Part::Y ? value : box.top;
    box.right = box.left + (part == Part::Width ? value : width);
    box.bottom = box.top + (part == Part::Height ? value : height);
    return geometry::fitted(shape, image, before, inPixels(box));
}

/// Empty: it can be.
std::string problemOf(Part part, double value) {
    const bool isLength = part == Part::Width || part == Part::Height;
    if (isLength && (value <= 0 || value > kWhole)) {
        return language::say("field.out-of-length");
    }
    if (!isLength && part != Part::Rotation && (value < 0 || value > kWhole)) {
        return language::say("field.out-of-image");
    }
    return "";
}

} // namespace

std::vector<RegionField> fieldsOf(const Shape& shape, Size image) {
    return std::visit(FieldReader{shape, image}, shape);
}

std::expected<Shape, std::string> withField(const Shape& shape, Size image, Part part,
                                            std::string_view text) {
    const auto number = json::parseNumber(text);
    if (!number) {
        return std::unexpected(language::say("field.no-number"));
    }
    if (std::string problem = problemOf(part, *number); !problem.empty()) {
        return std::unexpected(std::move(problem));
    }
    const double value = part == Part::Rotation ? geometry::normalizedRotation(*number) : *number;
    if (std::holds_alternative<geometry::Polygon>(shape) ||
        std::holds_alternative<geometry::Path>(shape)) {
        return withBox(shape, image, part, value);
    }
    Shape changed = shape;
    std::visit(FieldWriter{image, part, value}, changed);
    return changed;
}

std::string writeField(double value) {
    std::string text = std::format("{:.2f}", value);
    text.erase(text.find_last_not_of('0') + 1);
    text.erase(text.find_last_not_of('.') + 1);
    return text == "-0" ? "0" : text;
}

} // namespace cartouche::editor
