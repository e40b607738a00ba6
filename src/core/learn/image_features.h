#pragma once

#include "core/image/picture.h"

#include <vector>

namespace cartouche::learn {

/// How often each of 8 × 8 × 8 colours (hue, saturation, value) is there, and which way edges run
/// in each of 8 × 8 parts: histograms of gradients (Dalal, Triggs 2005: 8 pixel cells, 9
/// directions, blocks of 2 × 2 clipped at 0.2) of the picture at 64 × 64 pixels. Transparent pixels
/// count by their alpha. A picture without pixels has zeros.
constexpr std::size_t kImageFeatures = (8 * 8 * 8) + (7 * 7 * 4 * 9);
std::vector<double> imageFeatures(const image::Picture& picture);

} // namespace cartouche::learn
