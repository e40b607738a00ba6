#pragma once

#include "ui/context.h"

#include <optional>

namespace cartouche::ui {

/// The part of a box that an Image takes by its `width`, `maxWidth`, `height` and `maxHeight`
/// (spec/tags.md 4.1), from the upper left; its tools stand in it, too. Those that are not written
/// leave all of it.
Box imageBox(const config::Tag& image, const Box& box);

/// Its height, if the tag says one or the most; nothing: it takes what is left. As in a page,
/// percentages of a height say nothing.
std::optional<float> imageHeightAsked(const config::Tag& image);

} // namespace cartouche::ui
