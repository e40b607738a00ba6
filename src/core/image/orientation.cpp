#include "core/image/orientation.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

namespace cartouche::image {

namespace {

/// How the upright picture is made of the stored one: rows and columns swapped first, then each
/// counted from the other end.
struct Turn {
    bool isSwapped = false;
    bool isLeftRight = false;
    bool isUpDown = false;
};

constexpr std::array<Turn, 8> kTurns{{{false, false, false},
                                      {false, true, false},
                                      {false, true, true},
                                      {false, false, true},
                                      {true, false, false},
                                      {true, true, false},
                                      {true, true, true},
                                      {true, false, true}}};

} // namespace

std::optional<Picture> upright(Picture picture, int orientation) {
    if (orientation < 2 || orientation > 8) {
        return picture;
    }
    const Turn turn = kTurns.at(static_cast<std::size_t>(orientation - 1));
    const Size from = picture.size;
    Picture result;
    result.size = turn.isSwapped ? Size{from.height, from.width} : from;
    result.pixels.reset(static_cast<std::uint8_t*>(std::malloc(picture.bytes().size())));
    if (!result.pixels) {
        return std::nullopt;
    }
    std::uint8_t* to = result.pixels.get();
    for (int y = 0; y < result.size.height; ++y) {
        for (int x = 0; x < result.size.width; ++x) {
            const int across = turn.isLeftRight ? result.size.width - 1 - x : x;
            const int down = turn.isUpDown ? result.size.height - 1 - y : y;
            const auto column = static_cast<std::size_t>(turn.isSwapped ? down : across);
            const auto row = static_cast<std::size_t>(turn.isSwapped ? across : down);
            const std::size_t pixel = row * static_cast<std::size_t>(from.width) + column;
            to = std::ranges::copy(
                     picture.bytes().subspan(pixel * Picture::kChannels, Picture::kChannels), to)
                     .out;
        }
    }
    return result;
}

} // namespace cartouche::image
