#pragma once

#include <string>
#include <string_view>

namespace cartouche::text {

/// Covered text as the reference saves it: each `\r` and each `\n` becomes a backslash and an n
/// (spec/results.md 4.8).
std::string writeSavedText(std::string_view covered);

/// Whether a saved text is this covered text. Line breaks may be saved as they are, too, and a CRLF
/// as one.
bool isSavedTextOf(std::string_view saved, std::string_view covered);

/// The same but for white space and line breaks: of HTML and of lists of phrases, what is saved is
/// what the browser displayed, which collapses white space and breaks lines between blocks.
bool isDisplayedTextOf(std::string_view saved, std::string_view covered);

} // namespace cartouche::text
