#include "core/privacy/context.h"

#include "core/privacy/characters.h"

#include <algorithm>

namespace cartouche::privacy {

namespace {

/// Longer words, and gaps between words, are no context.
constexpr std::size_t kReach = 400;

bool hasAny(std::string_view token, std::span<const std::string_view> words) {
    std::string lower(token);
    std::ranges::transform(lower, lower.begin(), lowered);
    return std::ranges::any_of(words,
                               [&lower](std::string_view word) { return lower.contains(word); });
}

bool isFoundBefore(std::string_view text, std::span<const std::string_view> words,
                   std::size_t count) {
    text.remove_prefix(text.size() - std::min(text.size(), kReach));
    while (count-- > 0) {
        while (!text.empty() && !isWordByte(text.back())) {
            text.remove_suffix(1);
        }
        std::size_t begin = text.size();
        while (begin > 0 && isWordByte(text[begin - 1])) {
            --begin;
        }
        if (hasAny(text.substr(begin), words)) {
            return true;
        }
        text = text.substr(0, begin);
    }
    return false;
}

bool isFoundAfter(std::string_view text, std::span<const std::string_view> words,
                  std::size_t count) {
    text = text.substr(0, kReach);
    while (count-- > 0) {
        const auto begin = std::ranges::find_if(text, isWordByte);
        const auto end = std::find_if_not(begin, text.end(), isWordByte);
        if (hasAny({begin, end}, words)) {
            return true;
        }
        text = {end, text.end()};
    }
    return false;
}

} // namespace

double scoreInContext(std::string_view text, const Span& span,
                      std::span<const std::string_view> words, const ContextRules& rules) {
    const bool isFound = isFoundBefore(text.substr(0, span.begin), words, rules.wordsBefore) ||
                         isFoundAfter(text.substr(span.end), words, rules.wordsAfter);
    return isFound ? std::min(1.0, std::max(span.score + rules.factor, rules.minimum)) : span.score;
}

} // namespace cartouche::privacy
