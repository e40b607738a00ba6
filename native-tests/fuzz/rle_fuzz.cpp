#include "core/geometry/brush_rle.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const auto words = cartouche::geometry::decodeRle({bytes, size}, 1'000'000);
    if (words && cartouche::geometry::decodeRle(cartouche::geometry::encodeRle(*words),
                                                words->size()) != *words) {
        std::abort();
    }
    return 0;
}
