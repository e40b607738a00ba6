#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <span>
#include <string>

namespace cartouche::image {

struct Size {
    int width = 0;
    int height = 0;

    std::uint64_t area() const {
        return static_cast<std::uint64_t>(width) * static_cast<std::uint64_t>(height);
    }
    bool operator==(const Size&) const = default;
};

/// A decoded image: rows from the top, each pixel red, green, blue and alpha, 8 bits each, alpha
/// not multiplied in.
struct Picture {
    static constexpr std::size_t kChannels = 4;

    struct Freed {
        void operator()(std::uint8_t* bytes) const { std::free(bytes); }
    };

    Size size;
    std::unique_ptr<std::uint8_t[], Freed> pixels; // of malloc, which may fail

    std::span<std::uint8_t> bytes() const {
        return {pixels.get(), static_cast<std::size_t>(size.area()) * kChannels};
    }
};

/// Why a file could not be decoded; the order is that of shell/decoder.ts.
enum class Fault : std::uint8_t { UnknownFormat, Broken, TooLarge };

struct Refusal {
    Fault fault = Fault::UnknownFormat;
    std::string reason; // for people, a few words; empty if none are known
    Size size;          // what the file says of itself; zero if that is not known
};

} // namespace cartouche::image
