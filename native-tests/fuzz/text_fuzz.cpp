#include "core/text/span_checks.h"

#include <array>
#include <cstdlib>
#include <string>

using namespace cartouche;

namespace {

/// Stops if a place of the text is not found again by each of its offsets.
void findAgain(const text::TextIndex& index) {
    for (std::size_t offset = 0; offset <= index.end().codePoint; ++offset) {
        const text::Place place = index.find(text::Unit::CodePoint, offset);
        if (index.find(text::Unit::Byte, place.byte) != place ||
            index.find(text::Unit::CodeUnit, place.codeUnit) != place) {
            std::abort();
        }
    }
}

const text::MarkupNode kDocument{
    .name = "body",
    .children = {{.name = "p", .children = {{.text = "a😀"}, {.name = "br"}, {.text = "b"}}}}};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string input(reinterpret_cast<const char*>(bytes), size);
    const text::TextIndex index(input);
    findAgain(index);
    const auto path = text::parseNodePath(input);
    if (path && text::parseNodePath(text::writeNodePath(*path)) != path) {
        std::abort();
    }
    if (const auto value = json::parseJson(input)) {
        static const text::MarkupMap map(kDocument);
        text::checkTextSpan(*value, index);
        text::checkMarkupSpan(*value, map);
        text::checkPhraseSpan(*value, text::Phrases(std::array{input, std::string("a😀b")}));
    }
    return 0;
}
