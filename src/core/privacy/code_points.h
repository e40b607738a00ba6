#pragma once

#include "core/privacy/spans.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace cartouche::privacy {

/// The same spans, which count bytes of `text`, in code points. One past its end is its end.
std::vector<Span> inCodePoints(std::string_view text, std::vector<Span> spans);

/// The other way round.
std::vector<Span> inBytes(std::string_view text, std::vector<Span> spans);

/// Counts the code points of a text that comes in pieces, wherever those are cut.
class CodePointCounter {
public:
    void pass(std::string_view piece);
    /// Of what came so far; a character that is cut off here counts.
    std::size_t count() const;

private:
    std::size_t m_count = 0;
    std::string m_rest; // of characters that may go on
};

} // namespace cartouche::privacy
