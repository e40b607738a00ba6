#include "cli/system_random.h"

#include <algorithm>
#include <memory>
#include <random>

namespace cartouche::cli {

privacy::RandomBytes systemRandom() {
    return [device = std::make_shared<std::random_device>()](std::span<std::uint8_t> bytes) {
        std::ranges::generate(bytes,
                              [&device] { return static_cast<std::uint8_t>((*device)() & 0xFFU); });
    };
}

} // namespace cartouche::cli
