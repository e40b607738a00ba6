#pragma once

#include "core/privacy/recognize.h"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace cartouche::privacy {

/// Finds in a text that comes in pieces exactly what Recognizer::find finds in the whole of it, and
/// holds no more of it than what still may decide: some thousand bytes, and the private part that
/// is not over yet.
class PieceRecognizer {
public:
    /// Gets the text from its beginning to its end, part after part: what is private in one part,
    /// with the span of it in bytes of the whole text; what is not, without a span, in parts of any
    /// length. Good until the call returns.
    using OnPart = std::function<void(std::string_view part, const Span* span)>;

    /// The recognizer must outlive this.
    PieceRecognizer(const Recognizer& recognizer, OnPart onPart);

    void feed(std::string_view piece);
    /// After the last piece.
    void finish();

private:
    void scanTo(std::size_t to, std::size_t settled);
    void passOn(std::size_t settled);
    void forget();

    const Recognizer& m_recognizer;
    OnPart m_onPart;
    // Places count from m_dropped, the bytes that are no longer held.
    std::string m_text;
    std::size_t m_dropped = 0;
    std::size_t m_passed = 0;
    std::size_t m_scanned = 0;
    std::vector<Span> m_found; // that others may begin before
    OverlapMerger m_merger;
};

} // namespace cartouche::privacy
