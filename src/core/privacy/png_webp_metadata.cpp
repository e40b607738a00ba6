#include "core/privacy/byte_reader.h"
#include "core/privacy/exif.h"
#include "core/privacy/image_metadata.h"

#include <algorithm>
#include <array>
#include <format>
#include <utility>

namespace cartouche::privacy {

namespace {

constexpr std::string_view kPngStart{"\x89PNG\r\n\x1A\n", 8};

/// Needed to decode it, or changing how it looks.
bool isShownChunk(std::string_view type) {
    constexpr std::array<std::string_view, 21> kShown{
        "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD",
        "pHYs", "hIST", "sPLT", "acTL", "fcTL", "fdAT", "cICP", "mDCV", "mDCv", "cLLI"};
    return std::ranges::contains(kShown, type);
}

/// The same of WebP; what it says of Exif and XMP is cleared.
bool isShownWebp(std::string_view type) {
    constexpr std::array<std::string_view, 7> kShown{"VP8 ", "VP8L", "VP8X", "ALPH",
                                                     "ANIM", "ANMF", "ICCP"};
    return std::ranges::contains(kShown, type);
}

constexpr std::size_t kAroundChunk = 12; // length, type and checksum

/// Calls onChunk(type, chunk) with each chunk of a PNG, all of it, up to its end.
template <typename OnChunk>
std::expected<void, std::string> passChunks(ByteView file, OnChunk onChunk) {
    if (!startsWith(file, kPngStart)) {
        return std::unexpected("This is no PNG");
    }
    for (std::size_t at = kPngStart.size();;) {
        const std::size_t length = numberAt(file, at, 4);
        if (file.size() - at < kAroundChunk || file.size() - at - kAroundChunk < length) {
            return std::unexpected(std::format("This PNG is cut off in the chunk at byte {}", at));
        }
        const ByteView chunk = file.subspan(at, kAroundChunk + length);
        const std::string type = textOf(chunk.subspan(4, 4));
        if (pngChecksum(chunk.subspan(4, 4 + length)) != numberAt(chunk, 8 + length, 4)) {
            return std::unexpected(
                std::format("This PNG is broken: the checksum at byte {} is wrong", at));
        }
        onChunk(type, chunk);
        if (type == "IEND") {
            return {};
        }
        at += chunk.size();
    }
}

} // namespace

std::expected<PictureFacts, std::string> readPngFacts(ByteView file) {
    PictureFacts facts;
    return passChunks(file,
                      [&facts](std::string_view type, ByteView chunk) {
                          if (type == "eXIf") {
                              facts = readExif(chunk.subspan(8, chunk.size() - kAroundChunk));
                          }
                      })
        .transform([&facts] { return facts; });
}

std::expected<Bytes, std::string> stripPng(ByteView file) {
    Bytes out = bytesOf(kPngStart);
    return passChunks(file,
                      [&out](std::string_view type, ByteView chunk) {
                          if (isShownChunk(type)) {
                              append(out, chunk);
                          }
                      })
        .transform([&out] { return std::move(out); });
}

std::expected<Bytes, std::string> stripWebp(ByteView file) {
    constexpr std::size_t kHeader = 12;
    constexpr std::uint8_t kExifAndXmp = 0x0C;
    if (!startsWith(file, "RIFF") || file.size() < kHeader ||
        !startsWith(file.subspan(8), "WEBP")) {
        return std::unexpected("This is no WebP");
    }
    const std::size_t size = numberAt(file, 4, 4, ByteOrder::Little);
    if (size < 4 || file.size() - 8 < size) {
        return std::unexpected(
            std::format("This WebP is cut off: {} of {} bytes are there", file.size(), size + 8));
    }
    const ByteView whole = file.first(8 + size);
    Bytes out(file.begin(), file.begin() + kHeader);
    for (std::size_t at = kHeader; at < whole.size();) {
        const std::size_t length = numberAt(whole, at + 4, 4, ByteOrder::Little);
        const std::size_t padded = length + length % 2;
        if (whole.size() - at < 8 || whole.size() - at - 8 < length) {
            return std::unexpected(std::format("This WebP is cut off in the chunk at byte {}", at));
        }
        const ByteView chunk = whole.subspan(at, std::min(8 + padded, whole.size() - at));
        const std::string type = textOf(chunk.first(4));
        if (isShownWebp(type)) {
            append(out, chunk);
            if (type == "VP8X" && length > 0) {
                std::uint8_t& flags = out[out.size() - chunk.size() + 8];
                flags = static_cast<std::uint8_t>(flags & ~kExifAndXmp);
            }
        }
        at += chunk.size();
    }
    Bytes newSize;
    appendNumber(newSize, static_cast<std::uint32_t>(out.size() - 8), 4, ByteOrder::Little);
    std::ranges::copy(newSize, out.begin() + 4);
    return out;
}

std::expected<Bytes, std::string> stripMetadata(ByteView file) {
    if (startsWith(file, "\xFF\xD8")) {
        return stripJpeg(file);
    }
    if (startsWith(file, kPngStart)) {
        return stripPng(file);
    }
    if (startsWith(file, "RIFF")) {
        return stripWebp(file);
    }
    return std::unexpected("This is no JPEG, PNG or WebP. Save it as one of these first");
}

} // namespace cartouche::privacy
