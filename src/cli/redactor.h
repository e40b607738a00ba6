#pragma once

#include "core/privacy/operators.h"
#include "core/privacy/recognize.h"

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cartouche::cli {

/// What was replaced in a text: where it stood, in code points, and what stands there now.
struct Redaction {
    std::string place; // of several texts: row and column, or a JSON pointer
    privacy::Span span;
    std::string with;
};

/// Redacts the texts of one run: the same person gets the same pseudonym in all of them, and what
/// was done is counted.
class Redactor {
public:
    Redactor(privacy::RecognizeOptions options, privacy::Operators operators)
        : m_recognizer(std::move(options)), m_replacer(std::move(operators)) {}

    /// `name` tells what the text is, such as its column: it helps to recognise numbers. `also`
    /// stands for more that is known to be private, in bytes.
    privacy::Replaced redact(std::string_view text, std::string_view name, const std::string& place,
                             std::vector<privacy::Span> also = {});
    /// What stands in place of one part that was found by recognizer(); `span` counts code points.
    std::string redactPart(std::string_view part, const privacy::Span& span);

    const privacy::Recognizer& recognizer() const { return m_recognizer; }
    const std::map<std::string, std::size_t>& counts() const { return m_counts; }
    /// Gets whatever is replaced; only counted without.
    void setListener(std::function<void(const Redaction&)> listener) {
        m_listener = std::move(listener);
    }

private:
    std::vector<privacy::Span> find(std::string_view text, std::string_view name) const;
    void record(const std::string& place, const privacy::Span& span, std::string_view with);

    privacy::Recognizer m_recognizer;
    privacy::Replacer m_replacer;
    std::map<std::string, std::size_t> m_counts;
    std::function<void(const Redaction&)> m_listener;
};

} // namespace cartouche::cli
