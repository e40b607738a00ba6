#include "core/quality/similarity_agreement.h"

#include <algorithm>

namespace cartouche::quality {

SimilarityAgreement
similarityAgreement(const std::vector<AnswerPlace>& answers, std::size_t items,
                    const std::function<double(std::size_t, std::size_t)>& similarity) {
    std::vector<std::vector<std::size_t>> byItem(items);
    for (std::size_t index = 0; index < answers.size(); ++index) {
        byItem[answers[index].item].push_back(index);
    }
    SimilarityAgreement result;
    result.items.resize(items);
    for (std::size_t item = 0; item < items; ++item) {
        for (std::size_t one = 0; one < byItem[item].size(); ++one) {
            for (std::size_t other = 0; other < one; ++other) {
                const std::size_t first = byItem[item][other];
                const std::size_t second = byItem[item][one];
                const double value = similarity(first, second);
                result.items[item].add(value);
                result.pairs[std::minmax(answers[first].worker, answers[second].worker)].add(value);
            }
        }
        if (const auto mean = result.items[item].mean()) {
            result.all.add(*mean);
        }
    }
    return result;
}

} // namespace cartouche::quality
