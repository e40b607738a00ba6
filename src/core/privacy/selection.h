#pragma once

#include <cstddef>
#include <span>
#include <vector>

/// Private answers that are one of several: their probabilities.
namespace cartouche::privacy {

/// Of randomised response among `k` answers, which tells the true one with probability
/// `truth`, above 1/k and below 1.
double responseEpsilon(double truth, std::size_t k);
double responseTruth(double epsilon, std::size_t k);
/// How often each answer is true, from how often each was given: unbiased, so perhaps below 0.
std::vector<double> unbiasedCounts(std::span<const double> given, double truth);

/// Of the exponential mechanism: which answer is given, by utilities that one person changes by
/// `sensitivity` at most.
std::vector<double> exponentialShares(std::span<const double> utilities, double epsilon,
                                      double sensitivity);
/// Of permute and flip (McKenna, Sheldon 2020), which is never worse.
std::vector<double> permuteAndFlipShares(std::span<const double> utilities, double epsilon,
                                         double sensitivity);

} // namespace cartouche::privacy
