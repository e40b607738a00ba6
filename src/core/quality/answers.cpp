#include "core/quality/answers.h"

#include <algorithm>
#include <numeric>

namespace cartouche::quality {

namespace {

bool isRepeat(const Answer& earlier, const Answer& later, Repeats repeats) {
    return earlier.worker == later.worker &&
           (repeats != Repeats::Distinct || earlier.label == later.label);
}

/// Appends an item's answers without its repeats. Most items have a handful of answers, among which
/// looking at all is fastest.
void appendKept(std::vector<Answer>& kept, std::span<const Answer> answers, Repeats repeats) {
    const std::size_t first = kept.size();
    for (const Answer& answer : answers) {
        const auto known =
            std::find_if(kept.begin() + static_cast<std::ptrdiff_t>(first), kept.end(),
                         [&](const Answer& other) { return isRepeat(other, answer, repeats); });
        if (repeats == Repeats::All || known == kept.end()) {
            kept.push_back(answer);
        } else if (repeats == Repeats::Last) {
            *known = answer;
        }
    }
}

} // namespace

std::vector<std::size_t> itemStarts(const Answers& answers) {
    std::vector<std::size_t> starts(answers.items + 1);
    for (const Answer& answer : answers.list) {
        ++starts[answer.item + 1];
    }
    std::partial_sum(starts.begin(), starts.end(), starts.begin());
    return starts;
}

void groupByItem(Answers& answers, Repeats repeats) {
    const std::vector<std::size_t> starts = itemStarts(answers);
    std::vector<std::size_t> next(starts.begin(), starts.end() - 1);
    std::vector<Answer> grouped(answers.list.size());
    for (const Answer& answer : answers.list) {
        grouped[next[answer.item]++] = answer;
    }
    answers.list.clear();
    for (std::size_t item = 0; item < answers.items; ++item) {
        appendKept(answers.list,
                   std::span(grouped).subspan(starts[item], starts[item + 1] - starts[item]),
                   repeats);
    }
}

} // namespace cartouche::quality
