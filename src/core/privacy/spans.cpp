#include "core/privacy/spans.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

namespace cartouche::privacy {

namespace {

void sortByPlace(std::vector<Span>& spans) {
    std::erase_if(spans, [](const Span& span) { return span.begin >= span.end; });
    std::ranges::stable_sort(spans, {}, &Span::begin);
}

/// Whether `other` is a better name for what both are part of.
bool isBetter(const Span& other, const Span& best) {
    return std::tuple(other.score, other.length()) > std::tuple(best.score, best.length());
}

bool isBlank(std::string_view text) {
    return text.find_first_not_of(" \t\n\r") == std::string_view::npos;
}

/// Spans of each type, in their order, joined where `mayJoin(first, second)`, which begins later.
template <typename MayJoin>
std::vector<Span> joinSimilar(const std::vector<Span>& spans, MayJoin mayJoin) {
    std::vector<Span> joined;
    std::map<std::string_view, std::size_t> lastOfType;
    for (const Span& span : spans) {
        const auto [known, isFirst] = lastOfType.try_emplace(span.type, joined.size());
        if (!isFirst && mayJoin(joined[known->second], span)) {
            Span& before = joined[known->second];
            before.end = std::max(before.end, span.end);
            before.score = std::max(before.score, span.score);
        } else {
            known->second = joined.size();
            joined.push_back(span);
        }
    }
    return joined;
}

/// Of sorted spans; only those that begin before its end can contain a span.
std::vector<Span> dropContained(std::vector<Span> spans) {
    std::ranges::stable_sort(spans, [](const Span& a, const Span& b) {
        return std::tuple(a.begin, b.end, b.score) < std::tuple(b.begin, a.end, a.score);
    });
    std::vector<Span> kept;
    std::size_t reach = 0;
    for (Span& span : spans) {
        if (span.end > reach) { // nothing that begins before it ends behind it
            reach = span.end;
            kept.push_back(std::move(span));
        }
    }
    return kept;
}

/// Returns where to go on: before what stood behind it.
std::size_t eraseAt(std::vector<Span>& spans, std::size_t at) {
    spans.erase(spans.begin() + static_cast<std::ptrdiff_t>(at));
    return at > 0 ? at - 1 : 0;
}

/// Its beginning has moved behind that of some which follow.
void moveToPlace(std::vector<Span>& spans, std::size_t at) {
    for (; at + 1 < spans.size() && spans[at + 1].begin < spans[at].begin; ++at) {
        std::swap(spans[at], spans[at + 1]);
    }
}

} // namespace

void OverlapMerger::add(std::vector<Span> spans) {
    sortByPlace(spans);
    for (Span& span : spans) {
        if (m_merged.empty() || span.begin >= m_merged.back().end) {
            m_best = span;
            m_merged.push_back(std::move(span));
            continue;
        }
        if (isBetter(span, m_best)) {
            m_best = span;
        }
        Span& hull = m_merged.back();
        hull = {hull.begin, std::max(hull.end, span.end), m_best.type, m_best.score};
    }
}

void OverlapMerger::moveBack(std::size_t count) {
    for (Span& span : m_merged) {
        span.begin -= count;
        span.end -= count;
    }
}

std::vector<Span> mergeOverlapping(std::vector<Span> spans) {
    OverlapMerger merger;
    merger.add(std::move(spans));
    return std::move(merger.merged());
}

std::vector<Span> mergeSimilarOrContained(std::vector<Span> spans, std::string_view text) {
    sortByPlace(spans);
    const std::vector<Span> joined = joinSimilar(
        spans, [](const Span& first, const Span& second) { return second.begin < first.end; });
    return joinSimilar(dropContained(joined), [text](const Span& first, const Span& second) {
        return second.begin <= first.end ||
               isBlank(text.substr(first.end, second.begin - first.end));
    });
}

std::vector<Span> removeIntersections(std::vector<Span> spans) {
    sortByPlace(spans);
    for (std::size_t at = 0; at + 1 < spans.size();) {
        Span& first = spans[at];
        Span& second = spans[at + 1];
        if (first.end <= second.begin) {
            ++at;
        } else if (first.score < second.score) {
            first.end = second.begin;
            at = first.length() == 0 ? eraseAt(spans, at) : at + 1;
        } else if (second.end <= first.end) {
            spans.erase(spans.begin() + static_cast<std::ptrdiff_t>(at) + 1);
        } else {
            second.begin = first.end;
            moveToPlace(spans, at + 1);
        }
    }
    return spans;
}

} // namespace cartouche::privacy
