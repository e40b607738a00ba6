#pragma once

#include "core/privacy/spans.h"

#include <span>
#include <string_view>

namespace cartouche::privacy {

/// How words around a span raise its score. As presidio-analyzer.
struct ContextRules {
    double factor = 0.35;
    double minimum = 0.4;
    std::size_t wordsBefore = 5;
    std::size_t wordsAfter = 0;
};

/// The score of a span (in bytes) of `text`: if one of the words, in lower case, is part of a word
/// around it, `factor` more, but at least `minimum` and at most 1. Looks at no more than a few
/// hundred bytes.
double scoreInContext(std::string_view text, const Span& span,
                      std::span<const std::string_view> words, const ContextRules& rules = {});

} // namespace cartouche::privacy
