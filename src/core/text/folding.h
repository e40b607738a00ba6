#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// Letters and words of UTF-8 texts, as far as rules and models of texts need them.
namespace cartouche::text {

/// In small letters: Latin (with Latin-1 and Extended-A), Greek and Cyrillic. What is not UTF-8
/// stays as it is.
std::string folded(std::string_view text);

/// The same of one code point.
std::uint32_t foldedPoint(std::uint32_t point);

/// Whether a word goes on over this place: letters or digits stand on both sides of it. Beyond
/// ASCII all but punctuation and spaces count as letters.
bool isWithinWord(std::string_view text, std::size_t at);
/// Whether exactly one of both sides is a word's.
bool isWordEdge(std::string_view text, std::size_t at);

/// The words of a text, as parts of it.
std::vector<std::string_view> wordsOf(std::string_view text);

/// How many words there are.
std::size_t countWords(std::string_view text);

/// How many code points.
std::size_t countCharacters(std::string_view text);

} // namespace cartouche::text
