#include "core/privacy/byte_reader.h"
#include "core/privacy/image_metadata.h"

#include <cstdint>
#include <cstdlib>

namespace {

using namespace cartouche::privacy;

/// Gives the chunks of a PNG the checksums that they should have, which chance never finds.
Bytes repaired(Bytes file) {
    constexpr std::size_t kStart = 8;
    constexpr std::size_t kAround = 12;
    for (std::size_t at = kStart; at + kAround <= file.size();) {
        const std::size_t length = numberAt(file, at, 4);
        if (length > file.size() - at - kAround) {
            break;
        }
        const std::uint32_t check = pngChecksum(ByteView(file).subspan(at + 4, 4 + length));
        for (unsigned index = 0; index < 4; ++index) {
            file[at + 8 + length + index] = static_cast<std::uint8_t>(check >> (24 - 8 * index));
        }
        at += kAround + length;
    }
    return file;
}

/// What is stripped holds nothing more that would go, and tells no place.
void strip(ByteView file) {
    const auto once = stripMetadata(file);
    if (!once) {
        return;
    }
    const auto facts = readJpegFacts(*once);
    if (stripMetadata(*once) != once || (facts && facts->place)) {
        std::abort();
    }
}

} // namespace

/// Pictures, whose metadata are read and left out: as they are, and as PNG with right checksums.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const ByteView file(bytes, size);
    const auto facts = readJpegFacts(file);
    if (facts && (facts->orientation < 1 || facts->orientation > 8)) {
        std::abort();
    }
    strip(file);
    strip(repaired({file.begin(), file.end()}));
    return 0;
}
