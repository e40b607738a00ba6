#include "cli/redact_text.h"

#include <ostream>

namespace cartouche::cli {

TextRedaction::TextRedaction(Redactor& redactor, std::ostream& out)
    : m_redactor(redactor), m_out(out),
      m_parts(redactor.recognizer(),
              [this](std::string_view part, const privacy::Span* span) { write(part, span); }) {}

void TextRedaction::write(std::string_view part, const privacy::Span* span) {
    const std::size_t begin = m_counter.count();
    m_counter.pass(part);
    if (span == nullptr) {
        m_out << part;
    } else {
        m_out << m_redactor.redactPart(part, {begin, m_counter.count(), span->type, span->score});
    }
}

} // namespace cartouche::cli
