#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cartouche::privacy {

/// A part of a text that says something private, half open. Within the core it counts bytes of
/// UTF-8; what leaves it counts code points.
struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string type; // "EMAIL_ADDRESS"
    double score = 0; // how sure, 0 to 1

    std::size_t length() const { return end - begin; }
    bool operator==(const Span&) const = default;
};

// What becomes of spans that overlap. All return them in order, and drop what is empty.

/// Whatever overlaps becomes one span, of the type of the one with the highest score, of those the
/// longest, of those the first. So nothing is left over between, and nothing is written twice.
std::vector<Span> mergeOverlapping(std::vector<Span> spans);

/// The same of spans that come some at a time, none of which begins before those that came before.
class OverlapMerger {
public:
    void add(std::vector<Span> spans);
    /// All that came so far; the last one may still grow.
    std::vector<Span>& merged() { return m_merged; }
    /// Places count from there on; nothing that came so far, and is left, begins before.
    void moveBack(std::size_t count);

private:
    std::vector<Span> m_merged;
    Span m_best; // of the last of them
};

/// Spans of one type that overlap, or have only white space between them, become one; a span
/// within another is dropped, and of two alike that with the lower score. What is left can still
/// overlap: the next one then begins where it begins. As the default of presidio-anonymizer.
std::vector<Span> mergeSimilarOrContained(std::vector<Span> spans, std::string_view text);

/// Of two that overlap, the one with the lower score loses what they share; of equals the second.
std::vector<Span> removeIntersections(std::vector<Span> spans);

} // namespace cartouche::privacy
