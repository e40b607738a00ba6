#pragma once

#include "core/diagnostics/diagnostic.h"

#include <expected>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cartouche::json {

/// From the bracket that opens a large object or list to behind the one that closes it. In order,
/// these let a reader pass a mask of megabytes in one step.
struct Extent {
    const char* first = nullptr;
    const char* last = nullptr;
};

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
    CheckedText part(std::string_view part) const { return {m_source, part}; }

    /// Of the whole that this is a part of; nullptr: none.
    const std::vector<Extent>* extents() const { return m_source ? &m_source->extents : nullptr; }

private:
    friend std::expected<CheckedText, diagnostics::Diagnostic> checkJson(std::string text);

    struct Source {
        std::string text;
        std::vector<Extent> extents;
    };

    CheckedText(std::shared_ptr<const Source> source, std::string_view text)
        : m_source(std::move(source)), m_text(text) {}

    std::shared_ptr<const Source> m_source;
    std::string_view m_text = "null";
};

/// Takes over one JSON text (RFC 8259, UTF-8) and checks all of it: syntax, encoding, and whatever
/// would keep parseJson from reading each of its parts. A failure is Code::JsonSyntax with line and
/// column.
std::expected<CheckedText, diagnostics::Diagnostic> checkJson(std::string text);

} // namespace cartouche::json
