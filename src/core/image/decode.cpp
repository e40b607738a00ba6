#include "core/image/decode.h"

#include "core/image/portable_map.h"

#include <algorithm>
#include <array>
#include <limits>
#include <stb/stb_image.h>
#include <string>
#include <string_view>

namespace cartouche::image {

namespace {

/// How files begin, and what people call them. TGA has no mark.
struct Mark {
    std::string_view start;
    std::string_view name;
};
constexpr std::array kMarks{
    Mark{"\x89PNG", "PNG"}, Mark{"\xFF\xD8\xFF", "JPEG"}, Mark{"GIF8", "GIF"},  Mark{"BM", "BMP"},
    Mark{"8BPS", "PSD"},    Mark{"#?RADIANCE", "HDR"},    Mark{"#?RGBE", "HDR"}};

std::string_view formatOf(std::span<const std::uint8_t> file) {
    const std::string_view text(reinterpret_cast<const char*>(file.data()), file.size());
    const auto mark = std::ranges::find_if(
        kMarks, [text](const Mark& candidate) { return text.starts_with(candidate.start); });
    return mark == kMarks.end() ? "" : mark->name;
}

/// stb_image does not tell the size of a PNG that it finds too large.
Size pngSize(std::span<const std::uint8_t> file) {
    constexpr std::size_t kWidth = 16; // big-endian, the height after it
    const auto number = [file](std::size_t at) {
        unsigned value = 0;
        for (const std::uint8_t byte : file.subspan(at, 4)) {
            value = value << 8U | byte;
        }
        return static_cast<int>(value & 0x7FFFFFFFU);
    };
    return file.size() < kWidth + 8 ? Size{} : Size{number(kWidth), number(kWidth + 4)};
}

/// Of a file that does not say what it is, or not what is decoded.
Refusal refuseHeader(std::span<const std::uint8_t> file, std::uint64_t mostPixels) {
    const std::string_view format = formatOf(file);
    if (format.empty()) {
        return {Fault::UnknownFormat, "", {}};
    }
    const Size size = format == "PNG" ? pngSize(file) : Size{};
    if (size.area() > mostPixels) {
        return {Fault::TooLarge, "", size};
    }
    return {Fault::Broken,
            "it is a " + std::string(format) +
                " image of a kind that is not decoded, or its header is broken",
            size};
}

/// In stb_image's own words (STBI_FAILURE_USERMSG).
Refusal refusePixels(Size size) {
    const char* reason = stbi_failure_reason();
    const std::string said = reason == nullptr ? "" : reason;
    return {said == "Out of memory" ? Fault::TooLarge : Fault::Broken,
            "its content is broken (" + said + ")", size};
}

} // namespace

std::expected<Picture, Refusal> decode(std::span<const std::uint8_t> file,
                                       std::uint64_t mostPixels) {
    if (isPortableMap(file)) {
        return decodePortableMap(file, mostPixels);
    }
    if (file.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) {
        return std::unexpected(Refusal{Fault::TooLarge, "the file is larger than 2 GB", {}});
    }
    const int length = static_cast<int>(file.size());
    int channels = 0;
    Size size;
    if (stbi_info_from_memory(file.data(), length, &size.width, &size.height, &channels) == 0) {
        return std::unexpected(refuseHeader(file, mostPixels));
    }
    if (size.area() > mostPixels) {
        return std::unexpected(Refusal{Fault::TooLarge, "", size});
    }
    Size decoded;
    Picture picture;
    // Allocated with malloc, as Picture frees it.
    picture.pixels.reset(stbi_load_from_memory(file.data(), length, &decoded.width, &decoded.height,
                                               &channels, Picture::kChannels));
    if (!picture.pixels) {
        return std::unexpected(refusePixels(size));
    }
    picture.size = decoded;
    return picture;
}

} // namespace cartouche::image
