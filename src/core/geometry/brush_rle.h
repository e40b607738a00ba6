#pragma once

#include "core/diagnostics/diagnostic.h"

#include <cstddef>
#include <cstdint>
#include <expected>
#include <span>
#include <vector>

namespace cartouche::geometry {

/// The run-length code of brush masks (spec/results.md 5): the bit format of @thi.ng/rle-pack 2
/// with words of 8 bits, the same to the last bit as the reference writes it.

/// Codes a sequence of bytes.
std::vector<std::uint8_t> encodeRle(std::span<const std::uint8_t> words);

/// The sequence that was coded. A failure is Code::BadResult: a header that is none, words of
/// another size, more than `mostWords` of them, or an end before all words are there. Padding is
/// ignored.
std::expected<std::vector<std::uint8_t>, diagnostics::Diagnostic>
decodeRle(std::span<const std::uint8_t> rle, std::size_t mostWords);

/// Codes a mask as the reference does: an RGBA image in which each pixel's four parts are its
/// alpha. `alpha` has one byte for each pixel, row by row.
std::vector<std::uint8_t> encodeMask(std::span<const std::uint8_t> alpha);

/// The alpha of each of `pixelCount` pixels. A failure is as above, or a mask of another size.
std::expected<std::vector<std::uint8_t>, diagnostics::Diagnostic>
decodeMask(std::span<const std::uint8_t> rle, std::size_t pixelCount);

/// A number of pixels in a row, and on in the next, with the same alpha.
struct AlphaRun {
    std::uint32_t count = 0;
    std::uint8_t alpha = 0;

    bool operator==(const AlphaRun&) const = default;
};

/// The same of masks as runs, which takes time and memory for what changes in a mask rather than
/// for its pixels.
std::vector<std::uint8_t> encodeMaskRuns(std::span<const AlphaRun> runs);
std::expected<std::vector<AlphaRun>, diagnostics::Diagnostic>
decodeMaskRuns(std::span<const std::uint8_t> rle, std::size_t pixelCount);

} // namespace cartouche::geometry
