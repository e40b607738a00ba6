#pragma once

#include "core/privacy/bytes.h"

#include <array>
#include <cstdint>
#include <expected>
#include <optional>
#include <string>

/// What pictures say besides their pixels: where, when and by whom, and what was cut off. It goes,
/// and no pixel changes, as no pixel is decoded.
namespace cartouche::privacy {

/// Of the Exif of a picture.
struct PictureFacts {
    int orientation = 1; // 1 to 8, as TIFF counts
    /// Degrees north and east, if a place is told.
    std::optional<std::array<double, 2>> place;
};

/// The failure of all of these says what is wrong with the file: one that is cut off, or broken, is
/// refused rather than passed on with what may be left in it.

std::expected<PictureFacts, std::string> readJpegFacts(ByteView file);
std::expected<PictureFacts, std::string> readPngFacts(ByteView file);

/// Keeps what decoders need (tables, frames, scans, JFIF without its thumbnail, ICC profile,
/// Adobe's mark) and leaves out all else, also what stands behind the end: some phones put a film
/// there. An orientation other than 1 stays, as the only entry of an Exif of 36 bytes;
/// `orientation` stands for another one than the file's.
std::expected<Bytes, std::string> stripJpeg(ByteView file,
                                            std::optional<int> orientation = std::nullopt);

/// Keeps the chunks that are shown; each must have its checksum.
std::expected<Bytes, std::string> stripPng(ByteView file);

std::expected<Bytes, std::string> stripWebp(ByteView file);

/// By the first bytes; other formats are refused.
std::expected<Bytes, std::string> stripMetadata(ByteView file);

} // namespace cartouche::privacy
