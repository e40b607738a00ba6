#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

/// One number of many.
namespace cartouche::quality {

struct NumericAnswer {
    std::uint32_t item = 0;
    std::uint32_t worker = 0;
    double value = 0;
};

struct NumericAnswers {
    std::size_t items = 0;
    std::size_t workers = 0;
    std::vector<NumericAnswer> list;
};

/// Of each item; NaN for one without answers.
std::vector<double> meanAnswers(const NumericAnswers& answers);

/// Of each item, between the two in the middle if there are as many above as below; NaN as above.
std::vector<double> medianAnswers(const NumericAnswers& answers);

struct NumericConsensus {
    std::vector<double> values;
    /// Of each worker around the values.
    std::vector<double> variances;
    int iterations = 0;
};

/// Means weighted by the workers' precision, from plain means on, until they settle.
/// Source: Raykar et al., "Learning From Crowds" (2010), as LFC_N in Zheng et al. (2017).
NumericConsensus learnFromCrowds(const NumericAnswers& answers, int iterations = 100);

} // namespace cartouche::quality
