#include "core/privacy/recognize_pieces.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

using namespace cartouche::privacy;

/// What is private in a text is found within it, in order, and in pieces of any size as in the
/// whole. The first byte is the size of pieces; behind it the text comes several times, so that it
/// is longer than what is held at once.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    constexpr std::size_t kLong = 6'000;
    static const Recognizer recognizer({.threshold = 0});
    const std::string_view input(reinterpret_cast<const char*>(bytes), size);
    std::string text(input);
    while (!input.empty() && text.size() < kLong) {
        text += input;
    }
    const std::vector<Span> whole = recognizer.find(text);
    std::size_t end = 0;
    for (const Span& span : whole) {
        if (span.begin < end || span.end <= span.begin || span.end > text.size()) {
            std::abort();
        }
        end = span.end;
    }
    std::vector<Span> found;
    std::string passed;
    PieceRecognizer pieces(recognizer, [&](std::string_view part, const Span* span) {
        passed += part;
        if (span != nullptr) {
            found.push_back(*span);
        }
    });
    const std::size_t piece = 64 + std::size_t{16} * (size > 0 ? bytes[0] : 0);
    for (std::string_view rest = text; !rest.empty();
         rest.remove_prefix(std::min(piece, rest.size()))) {
        pieces.feed(rest.substr(0, piece));
    }
    pieces.finish();
    if (found != whole || passed != text) {
        std::abort();
    }
    return 0;
}
