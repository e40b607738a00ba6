#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace cartouche::tests {

/// A string literal of C++, as it is written between its quotes.
struct SourceLiteral {
    std::size_t line = 0; // from 1
    std::string text;
    std::string before; // what stands before it in its statement, without comments
};

/// All that are no path of an #include, and in no comment.
std::vector<SourceLiteral> literalsOf(std::string_view source);

/// Whether people would read it as words: it has two words, or one that begins with a capital
/// letter, or one beside a blank; or it is assigned to what people see.
bool readsAsWords(const SourceLiteral& literal);

} // namespace cartouche::tests
