#pragma once

#include <cstddef>
#include <expected>
#include <optional>
#include <string>

/// How much noise a release needs for differential privacy. An epsilon must be above 0, a delta
/// between 0 and 1, a sensitivity above 0, all finite: check them with problemOfBudget first.
namespace cartouche::privacy {

/// What is wrong with these, in words for people; nothing if they can be used. `delta` may be 0.
std::optional<std::string> problemOfBudget(double epsilon, double delta);

/// How much of the data is one person's: at most `groups` of the released numbers (l0), each by at
/// most `each` (l-infinity).
struct Contribution {
    std::size_t groups = 1;
    double each = 1;

    double l1() const { return static_cast<double>(groups) * each; }
    double l2() const;
};

double laplaceScale(const Contribution& contribution, double epsilon);

/// The delta of Gaussian noise (Balle, Wang, "Improving the Gaussian Mechanism for Differential
/// Privacy", 2018, theorem 8).
double gaussianDelta(double sigma, double l2, double epsilon);
/// The smallest sigma whose delta is at most this, to one part in 10^12 and rounded up.
double gaussianSigma(double l2, double epsilon, double delta);
/// The textbook's, which is a theorem for an epsilon below 1 only: for comparison.
double classicGaussianSigma(double l2, double epsilon, double delta);

/// From which noisy count on a group may be shown without telling that one person is in it; groups
/// that are known beforehand need none.
double laplaceThreshold(const Contribution& contribution, double epsilon, double delta);
double gaussianThreshold(const Contribution& contribution, double sigma, double delta);

/// The half width of an interval that holds the true number with probability 1 - alpha.
double laplaceHalfWidth(double scale, double alpha);
double gaussianHalfWidth(double sigma, double alpha);

/// The standard normal distribution.
double normalCdf(double x);
/// The x below which it has this share, in (0, 1).
double normalQuantile(double share);

} // namespace cartouche::privacy
