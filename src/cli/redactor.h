#pragma once

#include "core/privacy/operators.h"
#include "core/privacy/recognize.h"

#include <cstddef>
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

    const std::map<std::string, std::size_t>& counts() const { return m_counts; }
    const std::vector<Redaction>& redactions() const { return m_redactions; }
    /// Of large inputs only the counts are kept.
    void setListing(bool isListing) { m_isListing = isListing; }

private:
    std::vector<privacy::Span> find(std::string_view text, std::string_view name) const;

    privacy::Recognizer m_recognizer;
    privacy::Replacer m_replacer;
    std::map<std::string, std::size_t> m_counts;
    std::vector<Redaction> m_redactions;
    bool m_isListing = false;
};

} // namespace cartouche::cli
