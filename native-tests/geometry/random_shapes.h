#pragma once

#include "core/geometry/shapes.h"

#include <cmath>
#include <numbers>
#include <random>
#include <vector>

/// What tests of geometry throw dice for.
namespace tests {

class Dice {
public:
    explicit Dice(unsigned seed) : m_random(seed) {}

    double between(double least, double most) {
        return std::uniform_real_distribution(least, most)(m_random);
    }
    /// Below `count`.
    unsigned number(unsigned count) {
        return std::uniform_int_distribution<unsigned>(0, count - 1)(m_random);
    }
    cartouche::geometry::Point point(double least, double most) {
        const double x = between(least, most);
        return {x, between(least, most)};
    }
    /// A simple polygon, clockwise on the screen: corners at rising angles around its middle.
    std::vector<cartouche::geometry::Point> star(unsigned corners, double middle, double radius) {
        std::vector<cartouche::geometry::Point> points;
        for (unsigned corner = 0; corner < corners; ++corner) {
            const double angle = (corner + between(0.1, 0.9)) / corners * 2 * std::numbers::pi;
            const double distance = between(radius * 0.1, radius);
            points.push_back(
                {middle + std::cos(angle) * distance, middle + std::sin(angle) * distance});
        }
        return points;
    }

private:
    std::mt19937 m_random;
};

} // namespace tests
