#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace cartouche::quality {

/// Somebody's answer to an item, whatever it is: its index among all answers.
struct AnswerPlace {
    std::uint32_t item = 0;
    std::uint32_t worker = 0;
};

struct MeanSimilarity {
    double sum = 0;
    std::size_t count = 0;

    void add(double similarity) {
        sum += similarity;
        ++count;
    }
    /// Nothing if nothing was compared.
    std::optional<double> mean() const {
        return count > 0 ? std::optional(sum / static_cast<double>(count)) : std::nullopt;
    }
};

/// How alike the answers of each two workers to an item are.
struct SimilarityAgreement {
    /// Over the items that can be compared, each of which counts alike.
    MeanSimilarity all;
    /// Of each item, over pairs of workers.
    std::vector<MeanSimilarity> items;
    /// Of each two workers, the lower index first, over the items that both answered.
    std::map<std::pair<std::uint32_t, std::uint32_t>, MeanSimilarity> pairs;
};

/// `similarity` is symmetric, from 0 to 1, and takes indexes into `answers`.
SimilarityAgreement
similarityAgreement(const std::vector<AnswerPlace>& answers, std::size_t items,
                    const std::function<double(std::size_t, std::size_t)>& similarity);

} // namespace cartouche::quality
