#include "core/quality/answer_table.h"

#include <fast_float/fast_float.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>
#include <vector>

namespace cartouche::quality {

std::uint32_t Names::indexOf(std::string_view text) {
    if (const auto known = find(text)) {
        return *known;
    }
    const auto index = static_cast<std::uint32_t>(m_texts.size());
    m_indexes.emplace(m_texts.emplace_back(text), index);
    return index;
}

std::optional<std::uint32_t> Names::find(std::string_view text) const {
    const auto known = m_indexes.find(text);
    return known == m_indexes.end() ? std::nullopt : std::optional(known->second);
}

void AnswerTable::add(std::string_view item, std::string_view worker, std::string_view label) {
    answers.list.push_back({items.indexOf(item), workers.indexOf(worker), labels.indexOf(label)});
    answers.items = items.size();
    answers.workers = workers.size();
    answers.labels = labels.size();
}

void sortLabels(AnswerTable& table) {
    std::vector<std::string> texts(table.labels.begin(), table.labels.end());
    std::ranges::sort(texts, [](const std::string& first, const std::string& second) {
        const auto firstNumber = numberOf(first);
        const auto secondNumber = numberOf(second);
        if (firstNumber && secondNumber && *firstNumber != *secondNumber) {
            return *firstNumber < *secondNumber;
        }
        return firstNumber.has_value() != secondNumber.has_value() ? firstNumber.has_value()
                                                                   : first < second;
    });
    Names sorted;
    for (const std::string& text : texts) {
        sorted.indexOf(text);
    }
    for (Answer& answer : table.answers.list) {
        answer.label = *sorted.find(table.labels[answer.label]);
    }
    table.labels = std::move(sorted);
}

std::optional<double> numberOf(std::string_view text) {
    double number = 0;
    const auto parsed = fast_float::from_chars(text.data(), text.data() + text.size(), number);
    return parsed.ec == std::errc() && parsed.ptr == text.data() + text.size() &&
                   std::isfinite(number)
               ? std::optional(number)
               : std::nullopt;
}

} // namespace cartouche::quality
