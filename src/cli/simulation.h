#pragma once

#include "core/learn/sparse_matrix.h"
#include "core/sampling/strategies.h"

#include <cstdint>
#include <vector>

namespace cartouche::cli {

/// How labeling would have gone: labels are known, and given to the model batch by batch.
struct Simulation {
    const sampling::Strategy& strategy;
    const learn::SparseMatrix& pool;
    const std::vector<std::uint32_t>& poolLabels;
    const learn::SparseMatrix& test;
    const std::vector<std::uint32_t>& testLabels;
    std::size_t classes = 0;
    std::size_t batch = 10;
    std::size_t until = 200;
    /// Runs with the seeds from 0 on; the first batch is random but for typiclust.
    std::uint64_t seeds = 10;
    double c = 10;
};

/// After so many labels, over all runs.
struct CurvePoint {
    std::size_t labels = 0;
    double accuracy = 0;
    double accuracyDeviation = 0; // population
    /// Of the last label against all others.
    double f1 = 0;
    double f1Deviation = 0;
};

std::vector<CurvePoint> simulate(const Simulation& simulation);

} // namespace cartouche::cli
