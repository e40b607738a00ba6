#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace cartouche::diagnostics {

/// The candidate that a person most likely meant by a misspelled word: the one with the smallest
/// edit distance (insertions, deletions, substitutions and swapped neighbours, regardless of case),
/// if that is at most a third of the word, or 1.
std::optional<std::string> findSuggestion(std::string_view word,
                                          std::span<const std::string> candidates);

/// `; did you mean "Image"?`, or "" if nothing is close. `before` and `after` enclose the
/// candidate.
std::string suggestionText(std::string_view word, std::span<const std::string> candidates,
                           std::string_view before = "\"", std::string_view after = "\"");

} // namespace cartouche::diagnostics
