#include "core/learn/minimize.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <numeric>
#include <ranges>
#include <utility>

namespace cartouche::learn {

namespace {

using Place = std::vector<double>;

double dot(const Place& first, const Place& second) {
    return std::inner_product(first.begin(), first.end(), second.begin(), 0.0);
}

void addScaled(Place& place, double factor, const Place& other) {
    for (std::size_t at = 0; at < place.size(); ++at) {
        place[at] += factor * other[at];
    }
}

Place difference(Place first, const Place& second) {
    addScaled(first, -1, second);
    return first;
}

/// A step that was made, how it changed the slopes, and the product of both.
struct Step {
    Place moved;
    Place bent;
    double product = 0;
};

/// What was learned of the curvature from the last steps.
class Memory {
public:
    void add(Place moved, Place bent) {
        constexpr std::size_t kMost = 10;
        constexpr double kLeast = 1e-300;
        const double product = dot(moved, bent);
        if (product <= kLeast) { // not convex here: nothing to learn
            return;
        }
        m_steps.push_back({std::move(moved), std::move(bent), product});
        if (m_steps.size() > kMost) {
            m_steps.pop_front();
        }
    }

    /// Down, as far as the curvature suggests.
    Place direction(Place slopes) const {
        std::vector<double> factors;
        for (const Step& step : m_steps | std::views::reverse) {
            factors.push_back(dot(step.moved, slopes) / step.product);
            addScaled(slopes, -factors.back(), step.bent);
        }
        const double scale = m_steps.empty() ? 1
                                             : m_steps.back().product /
                                                   dot(m_steps.back().bent, m_steps.back().bent);
        for (double& value : slopes) {
            value *= scale;
        }
        for (const Step& step : m_steps) {
            const double back = dot(step.bent, slopes) / step.product;
            addScaled(slopes, factors.back() - back, step.moved);
            factors.pop_back();
        }
        for (double& value : slopes) {
            value = -value;
        }
        return slopes;
    }

    void forget() { m_steps.clear(); }
    bool isEmpty() const { return m_steps.empty(); }

private:
    std::deque<Step> m_steps;
};

double greatest(const Place& slopes) {
    double most = 0;
    for (const double slope : slopes) {
        most = std::max(most, std::abs(slope));
    }
    return most;
}

} // namespace

double minimize(const SmoothFunction& function, Place& place, const MinimizeLimits& limits) {
    constexpr double kArmijo = 1e-4;
    constexpr double kShortest = 1e-20;
    Place slopes(place.size());
    double value = function(place, slopes);
    Memory memory;
    for (int iteration = 0; iteration < limits.iterations && greatest(slopes) > limits.slope;
         ++iteration) {
        const Place direction = memory.direction(slopes);
        const double descent = dot(direction, slopes);
        double length = memory.isEmpty() ? std::min(1.0, 1 / greatest(slopes)) : 1;
        Place next;
        Place nextSlopes(place.size());
        double nextValue = value;
        for (; length > kShortest; length /= 2) {
            next = place;
            addScaled(next, length, direction);
            nextValue = function(next, nextSlopes);
            if (nextValue <= value + (kArmijo * length * descent)) {
                break;
            }
        }
        if (length <= kShortest) {
            if (memory.isEmpty()) {
                break; // as low as rounding lets it
            }
            memory.forget();
            continue;
        }
        memory.add(difference(next, place), difference(nextSlopes, slopes));
        place = std::move(next);
        slopes = std::move(nextSlopes);
        value = nextValue;
    }
    return value;
}

} // namespace cartouche::learn
