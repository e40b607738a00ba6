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

/// Spans of one type that overlap, or have only white space between them, become one; a span
/// within another is dropped, and of two alike that with the lower score. What is left can still
/// overlap: the next one then begins where it begins. As the default of presidio-anonymizer.
std::vector<Span> mergeSimilarOrContained(std::vector<Span> spans, std::string_view text);

/// Of two that overlap, the one with the lower score loses what they share; of equals the second.
std::vector<Span> removeIntersections(std::vector<Span> spans);

} // namespace cartouche::privacy
