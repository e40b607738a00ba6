#include "core/learn/image_features.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <span>

namespace cartouche::learn {

namespace {

using image::Picture;

constexpr int kSide = 64;
constexpr int kCell = 8;
constexpr int kCells = kSide / kCell;
constexpr int kDirections = 9;
constexpr int kBins = 8;

using Small = std::array<double, static_cast<std::size_t>(kSide) * kSide>;
using Cells = std::array<double, static_cast<std::size_t>(kCells) * kCells * kDirections>;

struct Colour {
    double red = 0;
    double green = 0;
    double blue = 0;
    double alpha = 0;
};

Colour colourAt(const Picture& picture, std::size_t pixel) {
    constexpr double kMost = 255;
    const std::uint8_t* bytes = picture.pixels.get() + (pixel * Picture::kChannels);
    return {bytes[0] / kMost, bytes[1] / kMost, bytes[2] / kMost, bytes[3] / kMost};
}

/// From 0 up to 1, not included, a turn of the colour circle.
double hueOf(const Colour& colour, double most, double range) {
    constexpr double kSixth = 6;
    if (range == 0) {
        return 0;
    }
    const double sixth = most == colour.red     ? (colour.green - colour.blue) / range
                         : most == colour.green ? 2 + ((colour.blue - colour.red) / range)
                                                : 4 + ((colour.red - colour.green) / range);
    return (sixth < 0 ? sixth + kSixth : sixth) / kSixth;
}

std::size_t binOf(double share) {
    return std::min<std::size_t>(kBins - 1, static_cast<std::size_t>(share * kBins));
}

std::size_t colourBin(const Colour& colour) {
    const double most = std::max({colour.red, colour.green, colour.blue});
    const double range = most - std::min({colour.red, colour.green, colour.blue});
    const double saturation = most > 0 ? range / most : 0;
    return (((binOf(hueOf(colour, most, range)) * kBins) + binOf(saturation)) * kBins) +
           binOf(most);
}

void addColours(const Picture& picture, std::span<double> histogram) {
    double sum = 0;
    for (std::size_t pixel = 0; pixel < picture.size.area(); ++pixel) {
        const Colour colour = colourAt(picture, pixel);
        histogram[colourBin(colour)] += colour.alpha;
        sum += colour.alpha;
    }
    for (double& share : histogram) {
        share /= sum > 0 ? sum : 1;
    }
}

/// The brightness at 64 × 64: the mean of the pixels that each covers, at least one.
Small shrink(const Picture& picture) {
    Small small{};
    const auto width = static_cast<std::size_t>(picture.size.width);
    const auto height = static_cast<std::size_t>(picture.size.height);
    for (std::size_t y = 0; y < kSide; ++y) {
        const std::size_t top = y * height / kSide;
        const std::size_t bottom = std::max(top + 1, (y + 1) * height / kSide);
        for (std::size_t x = 0; x < kSide; ++x) {
            const std::size_t left = x * width / kSide;
            const std::size_t right = std::max(left + 1, (x + 1) * width / kSide);
            double sum = 0;
            for (std::size_t row = top; row < bottom; ++row) {
                for (std::size_t column = left; column < right; ++column) {
                    const Colour colour = colourAt(picture, (row * width) + column);
                    sum += colour.alpha * ((0.299 * colour.red) + (0.587 * colour.green) +
                                           (0.114 * colour.blue)); // Rec. 601
                }
            }
            small.at((y * kSide) + x) = sum / static_cast<double>((bottom - top) * (right - left));
        }
    }
    return small;
}

/// Each pixel's gradient counts for the two nearest of nine directions, light to dark as dark to
/// light.
Cells gradientsOf(const Small& small) {
    Cells cells{};
    const auto at = [&small](int x, int y) {
        return small.at(static_cast<std::size_t>((std::clamp(y, 0, kSide - 1) * kSide) +
                                                 std::clamp(x, 0, kSide - 1)));
    };
    for (int y = 0; y < kSide; ++y) {
        for (int x = 0; x < kSide; ++x) {
            const double across = at(x + 1, y) - at(x - 1, y);
            const double down = at(x, y + 1) - at(x, y - 1);
            const double turn = (std::atan2(down, across) / std::numbers::pi) + 1;
            const double place = std::fmod(turn, 1.0) * kDirections;
            const auto first = static_cast<int>(place) % kDirections;
            const double share = place - std::floor(place);
            const int cell = ((y / kCell * kCells) + (x / kCell)) * kDirections;
            const double length = std::hypot(across, down);
            cells.at(static_cast<std::size_t>(cell + first)) += length * (1 - share);
            cells.at(static_cast<std::size_t>(cell + ((first + 1) % kDirections))) +=
                length * share;
        }
    }
    return cells;
}

void normalize(std::span<double> block) {
    constexpr double kTiny = 1e-5;
    double square = kTiny * kTiny;
    for (const double value : block) {
        square += value * value;
    }
    for (double& value : block) {
        value /= std::sqrt(square);
    }
}

void addBlocks(const Cells& cells, std::span<double> features) {
    constexpr double kMost = 0.2;
    constexpr std::size_t kBlock = 4 * kDirections;
    std::size_t start = 0;
    for (int y = 0; y + 1 < kCells; ++y) {
        for (int x = 0; x + 1 < kCells; ++x, start += kBlock) {
            const auto block = features.subspan(start, kBlock);
            std::size_t to = 0;
            for (const int corner : {0, 1, kCells, kCells + 1}) {
                const int from = ((y * kCells) + x + corner) * kDirections;
                for (int direction = 0; direction < kDirections; ++direction) {
                    block[to++] = cells.at(static_cast<std::size_t>(from + direction));
                }
            }
            normalize(block);
            for (double& value : block) {
                value = std::min(value, kMost);
            }
            normalize(block);
        }
    }
}

} // namespace

std::vector<double> imageFeatures(const Picture& picture) {
    constexpr std::size_t kColours = static_cast<std::size_t>(kBins) * kBins * kBins;
    std::vector<double> features(kImageFeatures);
    if (picture.size.area() > 0) {
        addColours(picture, std::span(features).first(kColours));
        addBlocks(gradientsOf(shrink(picture)), std::span(features).subspan(kColours));
    }
    return features;
}

} // namespace cartouche::learn
