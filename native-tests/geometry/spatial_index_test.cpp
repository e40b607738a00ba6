#include "core/geometry/spatial_index.h"
#include "geometry/random_shapes.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

using namespace cartouche::geometry;

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

std::vector<std::uint32_t> foundIn(const SpatialIndex& index, const Bounds& area) {
    std::vector<std::uint32_t> ids;
    index.query(area, [&ids](std::uint32_t id) { ids.push_back(id); });
    std::ranges::sort(ids);
    return ids;
}

/// The same without an index.
class Oracle {
public:
    explicit Oracle(std::size_t count) : m_bounds(count) {}

    void insert(std::uint32_t id, const Bounds& bounds) { m_bounds[id] = bounds; }
    void remove(std::uint32_t id) { m_bounds[id].reset(); }
    std::vector<std::uint32_t> foundIn(const Bounds& area) const {
        std::vector<std::uint32_t> ids;
        for (std::uint32_t id = 0; id < m_bounds.size(); ++id) {
            if (m_bounds[id] && m_bounds[id]->intersects(area)) {
                ids.push_back(id);
            }
        }
        return ids;
    }
    std::size_t size() const {
        return static_cast<std::size_t>(
            std::ranges::count_if(m_bounds, [](const auto& bounds) { return bounds.has_value(); }));
    }

private:
    std::vector<std::optional<Bounds>> m_bounds;
};

/// Of sizes from nothing to more than the image, mostly small, some of them crowded or far away;
/// in steps of quarters, so that edges often meet.
Bounds randomBounds(tests::Dice& dice) {
    const double spread = dice.number(3) == 0 ? 40 : 4000;
    const double width = std::floor(std::pow(10, dice.between(-2, 4))) / 4;
    const double height = dice.number(2) == 0 ? width : std::floor(dice.between(0, 200)) / 4;
    const double far = dice.number(20) == 0 ? 6e6 : 0;
    const double left = std::floor(dice.between(-spread / 10, spread) * 4) / 4 - far;
    const double top = std::floor(dice.between(-spread / 10, spread) * 4) / 4 + far;
    return {left, top, left + width, top + height};
}

} // namespace

TEST_CASE("random changes and queries agree with a search through all") {
    for (unsigned seed = 0; seed < 6; ++seed) {
        tests::Dice dice(seed);
        const unsigned count = seed % 2 == 0 ? 3000 : 60;
        SpatialIndex index;
        Oracle oracle(count);
        for (int step = 0; step < 20000; ++step) {
            const std::uint32_t id = dice.number(count);
            // Phases of growth and of decline, so that squares are divided and given back.
            const bool isGrowing = step / 5000 % 2 == 0;
            if (dice.number(10) < (isGrowing ? 8U : 2U)) {
                const Bounds bounds = randomBounds(dice);
                index.update(id, bounds);
                oracle.insert(id, bounds);
                REQUIRE(*index.find(id) == bounds);
            } else {
                index.remove(id);
                oracle.remove(id);
                REQUIRE(index.find(id) == nullptr);
            }
            if (step % 20 == 0) {
                const Bounds area = randomBounds(dice);
                REQUIRE(foundIn(index, area) == oracle.foundIn(area));
                REQUIRE(index.size() == oracle.size());
            }
        }
    }
}

TEST_CASE("boxes are found at their edges, and points where they are") {
    SpatialIndex index;
    index.insert(0, {10, 10, 20, 20});
    index.insert(1, {20, 20, 20, 20});
    CHECK(foundIn(index, {20, 20, 30, 30}) == std::vector<std::uint32_t>{0, 1});
    CHECK(foundIn(index, {20.1, 10, 30, 30}).empty());
    CHECK(foundIn(index, {15, 15, 15, 15}) == std::vector<std::uint32_t>{0});
}

TEST_CASE("huge, endless, empty and broken boxes do no harm") {
    SpatialIndex index;
    index.insert(0, {-kInfinity, -kInfinity, kInfinity, kInfinity});
    index.insert(1, {-1e300, -1e300, 1e300, 1e300});
    index.insert(2, {std::numeric_limits<double>::quiet_NaN(), 0, 10, 10});
    index.insert(3, Bounds::nothing());
    index.insert(4, {1e12, 1e12, 1e12, 1e12});
    for (std::uint32_t id = 5; id < 100; ++id) {
        index.insert(id, {id * 10.0, 0, id * 10.0, 0});
    }
    CHECK(foundIn(index, {95, -1, 105, 1}) == std::vector<std::uint32_t>{0, 1, 10});
    CHECK(foundIn(index, {1e12, 1e12, 1e12, 1e12}) == std::vector<std::uint32_t>{0, 1, 4});
    CHECK(index.size() == 100);
    for (std::uint32_t id = 0; id < 100; ++id) {
        index.remove(id);
        index.remove(id);
    }
    CHECK(index.size() == 0);
    CHECK(foundIn(index, {-1e9, -1e9, 1e9, 1e9}).empty());
}

TEST_CASE("many boxes in one place are all found") {
    SpatialIndex index;
    for (std::uint32_t id = 0; id < 5000; ++id) {
        index.insert(id, {100, 100, 100, 100});
    }
    CHECK(foundIn(index, {100, 100, 100, 100}).size() == 5000);
    CHECK(foundIn(index, {101, 100, 102, 100}).empty());
    index.clear();
    CHECK(index.size() == 0);
    CHECK(index.find(7) == nullptr);
    index.insert(7, {1, 1, 2, 2});
    CHECK(foundIn(index, {0, 0, 9, 9}) == std::vector<std::uint32_t>{7});
}
