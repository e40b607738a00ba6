#include "cli/redactor.h"

#include "core/privacy/code_points.h"

#include <algorithm>

namespace cartouche::cli {

using privacy::Span;

/// As if the text stood behind its name; what begins in the name is left out.
std::vector<Span> Redactor::find(std::string_view text, std::string_view name) const {
    if (name.empty()) {
        return m_recognizer.find(text);
    }
    const std::string prefix = std::string(name) + ": ";
    std::vector<Span> spans = m_recognizer.find(prefix + std::string(text));
    std::erase_if(spans, [&](const Span& span) { return span.begin < prefix.size(); });
    for (Span& span : spans) {
        span.begin -= prefix.size();
        span.end -= prefix.size();
    }
    return spans;
}

privacy::Replaced Redactor::redact(std::string_view text, std::string_view name,
                                   const std::string& place, std::vector<Span> also) {
    std::vector<Span> spans = find(text, name);
    spans.insert(spans.end(), also.begin(), also.end());
    spans = privacy::mergeOverlapping(std::move(spans));
    privacy::Replaced replaced = m_replacer.replace(text, spans);
    const std::vector<Span> counted = m_listener ? privacy::inCodePoints(text, spans) : spans;
    for (std::size_t at = 0; at < spans.size(); ++at) {
        const privacy::Change& change = replaced.changes[at];
        record(place, counted[at],
               std::string_view(replaced.text)
                   .substr(change.newBegin, change.newEnd - change.newBegin));
    }
    return replaced;
}

std::string Redactor::redactPart(std::string_view part, const Span& span) {
    std::string with = m_replacer.replacementOf(part, span.type);
    record("", span, with);
    return with;
}

void Redactor::record(const std::string& place, const Span& span, std::string_view with) {
    ++m_counts[span.type];
    if (m_listener) {
        m_listener({place, span, std::string(with)});
    }
}

} // namespace cartouche::cli
