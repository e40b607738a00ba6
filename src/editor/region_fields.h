#pragma once

#include "core/geometry/pixels.h"
#include "core/geometry/shapes.h"
#include "core/language/message.h"

#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace cartouche::editor {

/// One number of a shape on an image that can be read and typed (spec/embedding.md 8, Info): in
/// percent of the image, and in degrees.
struct RegionField {
    enum class Part { X, Y, Width, Height, Rotation };
    Part part = Part::X;
    language::Key label; // one or two letters
    language::Key name;  // "Width in percent"
    double value = 0;
};

/// Rectangles by their corner, ellipses by their middle and radii, key points by their place and
/// diameter, polygons and paths by the box around them. None of other shapes.
std::vector<RegionField> fieldsOf(const geometry::Shape& shape, geometry::Size image);

/// The shape with another number in the place of one, or why it cannot be, in words. Rectangles are
/// turned around their corner, as it is written.
std::expected<geometry::Shape, std::string> withField(const geometry::Shape& shape,
                                                      geometry::Size image, RegionField::Part part,
                                                      std::string_view text);

/// With two digits behind the point at most: "12.5".
std::string writeField(double value);

} // namespace cartouche::editor
