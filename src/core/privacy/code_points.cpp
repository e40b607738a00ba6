#include "core/privacy/code_points.h"

#include "core/text/utf8.h"

#include <algorithm>

namespace cartouche::privacy {

namespace {

struct Place {
    std::size_t bytes = 0;
    std::size_t codePoints = 0;
};

/// Replaces each offset, counted by `from`, by the same place counted by `to`, in one walk.
std::vector<Span> recounted(std::string_view text, std::vector<Span> spans,
                            std::size_t Place::* from, std::size_t Place::* to) {
    std::vector<std::size_t*> offsets;
    for (Span& span : spans) {
        offsets.push_back(&span.begin);
        offsets.push_back(&span.end);
    }
    std::ranges::sort(offsets, {}, [](const std::size_t* offset) { return *offset; });
    Place place;
    for (std::size_t* offset : offsets) {
        while (place.*from < *offset && place.bytes < text.size()) {
            place.bytes += text::characterAt(text, place.bytes).bytes;
            ++place.codePoints;
        }
        *offset = place.*to;
    }
    return spans;
}

} // namespace

std::vector<Span> inCodePoints(std::string_view text, std::vector<Span> spans) {
    return recounted(text, std::move(spans), &Place::bytes, &Place::codePoints);
}

std::vector<Span> inBytes(std::string_view text, std::vector<Span> spans) {
    return recounted(text, std::move(spans), &Place::codePoints, &Place::bytes);
}

} // namespace cartouche::privacy
