#pragma once

#include "core/diagnostics/diagnostic.h"

#include <expected>
#include <memory>
#include <string>
#include <string_view>

namespace cartouche::json {

/// A JSON value as text that is known to be good: a part of a larger text, perhaps, which it keeps
/// alive. Cheap to copy. This is how large inputs are held: what is not changed is never taken
/// apart, and goes out again as it came in, to the letter.
class CheckedText {
public:
    /// The value `null`.
    CheckedText() = default;

    /// Without white space around it.
    std::string_view text() const { return m_text; }

    /// A value within this one: `part` must be the text of one, in this text's memory.
    CheckedText part(std::string_view part) const { return {m_owner, part}; }

private:
    friend std::expected<CheckedText, diagnostics::Diagnostic> checkJson(std::string text);
    CheckedText(std::shared_ptr<const std::string> owner, std::string_view text)
        : m_owner(std::move(owner)), m_text(text) {}

    std::shared_ptr<const std::string> m_owner;
    std::string_view m_text = "null";
};

/// Takes over one JSON text (RFC 8259, UTF-8) and checks all of it, in memory that does not grow
/// with it: syntax, encoding, and whatever would keep parseJson from reading each of its parts. A
/// failure is Code::JsonSyntax with line and column.
std::expected<CheckedText, diagnostics::Diagnostic> checkJson(std::string text);

} // namespace cartouche::json
