#pragma once

#include <functional>
#include <vector>

namespace cartouche::learn {

/// The value at a place; sets the slopes there, which are as many as the place has numbers.
using SmoothFunction =
    std::function<double(const std::vector<double>& place, std::vector<double>& slopes)>;

struct MinimizeLimits {
    int iterations = 1000;
    /// Ends where no slope is above.
    double slope = 1e-6;
};

/// Goes down from `place` by L-BFGS with the last 10 steps, each long enough by Armijo's rule.
/// Returns the value at the place where it ends. Source: Liu, Nocedal, "On the Limited Memory BFGS
/// Method for Large Scale Optimization" (1989).
double minimize(const SmoothFunction& function, std::vector<double>& place,
                const MinimizeLimits& limits = {});

} // namespace cartouche::learn
