#include "core/annotation/steps.h"

#include <algorithm>
#include <utility>

namespace cartouche::annotation {

SetChoices::SetChoices(std::string fromName, std::optional<ChoicesResult> answer)
    : m_fromName(std::move(fromName)), m_other(std::move(answer)) {}

void SetChoices::apply(Annotation& document) {
    exchange(document);
}

void SetChoices::revert(Annotation& document) {
    exchange(document);
}

void SetChoices::exchange(Annotation& document) {
    auto& results = document.results;
    const auto place = std::ranges::find_if(results, [this](const Result& result) {
        const auto* choices = std::get_if<ChoicesResult>(&result);
        return choices != nullptr && choices->fromName == m_fromName;
    });
    std::optional<ChoicesResult> wanted = std::move(m_other);
    if (place == results.end()) {
        m_other.reset();
        if (wanted) {
            const std::size_t position =
                std::min(m_position.value_or(results.size()), results.size());
            results.insert(results.begin() + static_cast<std::ptrdiff_t>(position),
                           std::move(*wanted));
        }
        return;
    }
    m_other = std::get<ChoicesResult>(std::move(*place));
    if (wanted) {
        *place = std::move(*wanted);
        return;
    }
    m_position = static_cast<std::size_t>(place - results.begin());
    results.erase(place);
}

ReplaceAll::ReplaceAll(Annotation document) : m_other(std::move(document)) {}

void ReplaceAll::apply(Annotation& document) {
    std::swap(document, m_other);
}

void ReplaceAll::revert(Annotation& document) {
    std::swap(document, m_other);
}

} // namespace cartouche::annotation
