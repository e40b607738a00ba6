// Image files of any format; of small pictures only, so that the time goes into what is written.

#include "core/image/decode.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    constexpr std::uint64_t kMostPixels = std::uint64_t{1} << 16U;
    const auto picture = cartouche::image::decode({bytes, size}, kMostPixels);
    if (picture && picture->size.area() > kMostPixels) {
        std::abort();
    }
    return 0;
}
