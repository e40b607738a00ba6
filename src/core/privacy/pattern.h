#pragma once

#include <optional>
#include <string_view>

namespace cartouche::privacy {

/// Where `pattern` ends that begins at `at`; nothing if it does not stand there. Patterns are as
/// long as what they match, so a text is searched in linear time:
///
///     9 a digit     A a letter     X either     h a hexadecimal digit
///     _ a space, a hyphen or nothing            S the sign of a century in a Finnish number
///     ? behind any of these: it may be missing
///
/// Anything else stands for itself.
std::optional<std::size_t> matchPattern(std::string_view text, std::size_t at,
                                        std::string_view pattern);

/// Whether a number or word could begin or end at this place: not within a longer one, nor within
/// one that goes on behind a dot, hyphen or slash.
bool isNumberStart(std::string_view text, std::size_t at);
bool isNumberEnd(std::string_view text, std::size_t at);

} // namespace cartouche::privacy
