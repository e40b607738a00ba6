#pragma once

#include "cli/redactor.h"
#include "core/privacy/code_points.h"
#include "core/privacy/recognize_pieces.h"

#include <iosfwd>
#include <string_view>

namespace cartouche::cli {

/// Writes a text that comes in pieces of any size with what is private in it replaced, as if it
/// had come as a whole, and holds no more of it than privacy::PieceRecognizer does.
class TextRedaction {
public:
    TextRedaction(Redactor& redactor, std::ostream& out);

    void feed(std::string_view piece) { m_parts.feed(piece); }
    void finish() { m_parts.finish(); }

private:
    void write(std::string_view part, const privacy::Span* span);

    Redactor& m_redactor;
    std::ostream& m_out;
    privacy::CodePointCounter m_counter;
    privacy::PieceRecognizer m_parts;
};

} // namespace cartouche::cli
