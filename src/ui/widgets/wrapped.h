#pragma once

#include "ui/draw.h"

#include <span>
#include <vector>

namespace cartouche::ui {

/// Boxes of these widths one after another in lines of `width`, each as high as given, from the
/// upper left corner at 0, 0. What is wider than a line has one of its own, and is cut to it.
std::vector<Box> wrapBoxes(std::span<const float> widths, float width, float height, float gap);

/// Boxes beside each other that fill a line: what is left of it once each has the width that it
/// wants goes to all alike; where it is too short, the widest give way first.
std::vector<Box> shareLine(std::span<const float> widths, const Box& line, float gap);

/// How high all of them are.
float wrappedHeight(std::span<const Box> boxes);

} // namespace cartouche::ui
