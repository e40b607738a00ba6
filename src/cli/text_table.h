#pragma once

#include <optional>
#include <string>
#include <string_view>

/// Columns of text for people.
namespace cartouche::cli {

constexpr std::size_t kNameWidth = 24;
/// A table for people shows so many rows at most.
constexpr std::size_t kMostRows = 20;

/// Filled up with spaces to that many characters, or cut.
std::string cell(std::string_view text, std::size_t width = kNameWidth);

/// `"a", "b"`, of a range of names.
std::string quotedList(const auto& names) {
    std::string text;
    for (const std::string& name : names) {
        text += (text.empty() ? "\"" : ", \"") + name + '"';
    }
    return text;
}

/// Four digits behind the point; "undefined" for nothing.
std::string shown(std::optional<double> value);

} // namespace cartouche::cli
