// The C functions of the decoder: a module of its own, fetched for the images that a browser does
// not decode, and dropped with all its memory after each. shell/decoder.ts calls them.

#include "core/image/decode.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

namespace {

using cartouche::image::Picture;

/// What the page reads, as 32-bit words in this order.
struct Answer {
    std::int32_t fault = -1; // an image::Fault; -1: none
    std::int32_t width = 0;
    std::int32_t height = 0;
    const std::uint8_t* pixels = nullptr;
    const char* reason = ""; // ends with a zero
};

Picture g_picture;
std::string g_reason;
Answer g_answer;

} // namespace

extern "C" {

/// Decodes a file, which the page wrote into memory of `malloc`. The answer stays good.
const Answer* cartoucheDecode(const std::uint8_t* file, std::size_t length) {
    auto picture = cartouche::image::decode({file, length});
    if (picture) {
        g_picture = std::move(*picture);
        g_answer = {.width = g_picture.size.width,
                    .height = g_picture.size.height,
                    .pixels = g_picture.pixels.get()};
    } else {
        const auto& refusal = picture.error();
        g_reason = refusal.reason;
        g_answer = {.fault = static_cast<std::int32_t>(refusal.fault),
                    .width = refusal.size.width,
                    .height = refusal.size.height,
                    .reason = g_reason.c_str()};
    }
    return &g_answer;
}

} // extern "C"
