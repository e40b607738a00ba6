#include "core/quality/random.h"
#include "core/quality/shape_similarity.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace cartouche;
using namespace cartouche::quality;
using geometry::KeyFrame;
using geometry::Track;

namespace {

KeyFrame key(double frame, double x, bool isEnabled = true) {
    return {frame, isEnabled, {x, 0, 10, 10, 0}, 0};
}

TrackStretches stretches(const Track& track, double lastFrame = 0) {
    return stretchesOf(track, lastFrame).value();
}

/// The box on one frame, looked for as spec/results.md 4.14 words it.
std::optional<geometry::Rectangle> boxAt(const Track& track, double frame, double lastFrame) {
    const auto& keys = track.sequence;
    const auto next =
        std::ranges::find_if(keys, [frame](const KeyFrame& one) { return one.frame > frame; });
    if (next == keys.begin() || frame > std::max(lastFrame, keys.back().frame)) {
        return std::nullopt;
    }
    const KeyFrame& before = *(next - 1);
    if (before.frame == frame || (before.isEnabled && next == keys.end())) {
        return before.box;
    }
    if (!before.isEnabled) {
        return std::nullopt;
    }
    const double share = (frame - before.frame) / (next->frame - before.frame);
    const auto mixed = [share](double from, double to) { return from + (to - from) * share; };
    return geometry::Rectangle{mixed(before.box.x, next->box.x), mixed(before.box.y, next->box.y),
                               mixed(before.box.width, next->box.width),
                               mixed(before.box.height, next->box.height)};
}

double countedIou(const Track& first, const Track& second, double lastFrame) {
    double shared = 0;
    double all = 0;
    for (double frame = 1; frame <= lastFrame; ++frame) {
        const auto one = boxAt(first, frame, lastFrame);
        const auto other = boxAt(second, frame, lastFrame);
        const auto areaOf = [](const auto& box) { return box ? box->width * box->height : 0; };
        double both = 0;
        if (one && other) {
            const double width =
                std::min(one->x + one->width, other->x + other->width) - std::max(one->x, other->x);
            const double height = std::min(one->y + one->height, other->y + other->height) -
                                  std::max(one->y, other->y);
            both = std::max(width, 0.0) * std::max(height, 0.0);
        }
        shared += both;
        all += areaOf(one) + areaOf(other) - both;
    }
    return all > 0 ? shared / all : 0;
}

Track randomTrack(Random& random) {
    Track track;
    double frame = 0;
    for (std::size_t at = 0; at < 4; ++at) {
        frame += 1 + static_cast<double>(random.below(9));
        const auto number = [&random] { return static_cast<double>(random.below(40)); };
        track.sequence.push_back(
            {frame, random.below(4) > 0, {number(), number(), number(), number(), 0}, 0});
    }
    return track;
}

geometry::Path pathThrough(const std::vector<geometry::Point>& points, bool isClosed = false) {
    geometry::Path path{{}, isClosed};
    for (const geometry::Point point : points) {
        geometry::Vertex vertex{.id = std::to_string(path.vertices.size()), .place = point};
        if (!path.vertices.empty()) {
            vertex.previous = path.vertices.back().id;
        }
        path.vertices.push_back(vertex);
    }
    return path;
}

double similarity(const geometry::Shape& first, const geometry::Shape& second) {
    const geometry::Size size{300, 400};
    return shapeSimilarity(comparableShape(first, size).value(),
                           comparableShape(second, size).value());
}

} // namespace

TEST_CASE("tracks share what their boxes share on all frames together") {
    // On frames 1 to 11 the box moves away by a tenth of its width each: 100 + 90 + … + 0 of 1100.
    const auto moving = stretches({{key(1, 0), key(11, 10, false)}});
    const auto still = stretches({{key(1, 0), key(11, 0, false)}});
    CHECK(iou(moving, still) == doctest::Approx(550.0 / 1650));
    CHECK(iou(still, moving) == doctest::Approx(550.0 / 1650));
    CHECK(iou(moving, moving) == 1);
    // Frames 5 to 14, and 10 to 14.
    CHECK(iou(stretches({{key(5, 0)}}, 14), stretches({{key(10, 0)}}, 14)) == doctest::Approx(0.5));
    // Frames 1 and 3 to 4, and 1 to 4.
    CHECK(iou(stretches({{key(1, 0, false), key(3, 0)}}, 4), stretches({{key(1, 0)}}, 4)) ==
          doctest::Approx(0.75));
    CHECK(iou(stretches({{key(1, 0)}}, 3), stretches({{key(4, 0)}}, 9)) == 0);
    CHECK(iou(stretches({}), still) == 0);
    CHECK(iou(stretches({}), stretches({})) == 1);
    // So many frames take no time.
    CHECK(iou(stretches({{key(1, 0), key(1e9, 10)}}), stretches({{key(1, 0)}}, 1e9)) ==
          doctest::Approx(1.0 / 3));
}

TEST_CASE("tracks share as much as counted frame by frame") {
    Random random(7);
    for (int round = 0; round < 300; ++round) {
        const Track first = randomTrack(random);
        const Track second = randomTrack(random);
        CHECK(iou(stretches(first, 50), stretches(second, 50)) ==
              doctest::Approx(countedIou(first, second, 50)));
    }
}

TEST_CASE("tracks of turned boxes and numbers that are none are not compared") {
    CHECK_FALSE(stretchesOf({{{1, true, {0, 0, 10, 10, 30}, 0}}}, 9));
    CHECK_FALSE(stretchesOf({{key(std::numeric_limits<double>::infinity(), 0)}}, 9));
    CHECK_FALSE(stretchesOf({{key(1, 0)}}, 1e10));
    // Of two key frames of one frame the later one counts, in whichever order they come.
    const auto sorted = stretches({{key(1, 0), key(3, 5)}});
    CHECK(stretches({{key(3, 9), key(3, 5), key(1, 0)}})[0].frames == 2);
    CHECK(stretches({{key(3, 9), key(3, 5), key(1, 0)}}).back() == sorted.back());
}

TEST_CASE("lines are apart by the mean distance of what is along them") {
    const Lines line{{{0, 0}, {100, 0}}};
    CHECK(chamferDistance(line, {{{0, 3}, {100, 3}}}) == doctest::Approx(3));
    CHECK(chamferDistance(line, {{{100, 3}, {40, 3}, {0, 3}}}) == doctest::Approx(3));
    // Of the points at 1, 3, … 199 the second half lies 1, 3, … 99 beyond the other line's end.
    CHECK(chamferDistance(line, {{{0, 0}, {200, 0}}}) == doctest::Approx(12.5));
    CHECK(chamferDistance({{{0, 0}}}, {{{3, 4}}}) == 5);
    CHECK(chamferDistance({}, line) == std::numeric_limits<double>::infinity());
}

TEST_CASE("vectors are compared by the lines that they draw, or by what they enclose") {
    // On an image of 300 x 400 pixels: the diagonal is 500, and 1 percent down are 4 pixels.
    const auto line = pathThrough({{10, 10}, {50, 10}, {90, 10}});
    CHECK(similarity(line, line) == 1);
    CHECK(similarity(line, pathThrough({{90, 11}, {10, 11}})) == doctest::Approx(std::exp(-0.8)));
    CHECK(similarity(line, geometry::Polygon{{{10, 11}, {90, 11}}, false}) ==
          doctest::Approx(std::exp(-0.8)));
    CHECK(similarity(line, pathThrough({{10, 50}, {90, 50}})) == 0);
    CHECK(similarity(pathThrough({{10, 10}}), pathThrough({{10, 10}})) == 1);
    const auto square = pathThrough({{10, 10}, {30, 10}, {30, 30}, {10, 30}}, true);
    CHECK(similarity(square, geometry::Rectangle{20, 10, 20, 20, 0}) == doctest::Approx(1.0 / 3));
    CHECK(similarity(square, line) == 0);
    CHECK_FALSE(comparableShape(geometry::Path{}, {100, 100}));
    CHECK_FALSE(comparableShape(pathThrough({{0, 0}, {1e308, 0}}), {300, 400}));
}

TEST_CASE("several ranges are compared by what they cover together") {
    const geometry::FrameRanges two{{{1, 10}, {21, 30}}};
    const geometry::FrameRanges one{{{6, 25}}};
    CHECK(similarity(two, one) == doctest::Approx(1.0 / 3));
    CHECK(similarity(one, two) == doctest::Approx(1.0 / 3));
    CHECK(similarity(two, geometry::FrameRanges{{{21, 30}, {1, 5}, {4, 10}}}) == 1);
    CHECK(similarity(two, geometry::FrameRanges{}) == 0);
    CHECK_FALSE(comparableShape(geometry::FrameRanges{{{-1e300, 1e300}}}, {100, 100}));
}
