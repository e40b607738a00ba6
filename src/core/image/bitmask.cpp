#include "core/image/bitmask.h"

#include "core/geometry/brush_rle.h"
#include "core/image/mask_png.h"
#include "core/image/png_alpha.h"
#include "core/values/base64.h"

#include <cstddef>
#include <cstdint>
#include <format>
#include <string_view>
#include <utility>
#include <vector>

namespace cartouche::image {

namespace {

using diagnostics::Code;
using diagnostics::Diagnostic;

constexpr std::string_view kPrefix = "data:image/png;base64,";

std::unexpected<Diagnostic> bad(std::string message) {
    return std::unexpected(Diagnostic{Code::BadResult, std::move(message), {}});
}

} // namespace

std::string addressOf(const geometry::BitmaskImage& bitmask) {
    if (bitmask.rle.empty()) {
        return bitmask.dataUrl;
    }
    const auto pixels =
        static_cast<std::size_t>(bitmask.width) * static_cast<std::size_t>(bitmask.height);
    // It is our own code; were it broken, the mask would be empty rather than the result lost.
    const auto runs = geometry::decodeMaskRuns(bitmask.rle, pixels);
    const std::vector<std::uint8_t> png = writeMaskPng(
        runs ? *runs : std::vector<geometry::AlphaRun>{}, bitmask.width, bitmask.height);
    return std::string(kPrefix) + values::encodeBase64(png);
}

std::expected<geometry::Mask, Diagnostic> decode(const geometry::BitmaskImage& bitmask,
                                                 int imageWidth, int imageHeight) {
    if (!bitmask.rle.empty()) {
        return geometry::decode({bitmask.rle, {}, {}}, imageWidth, imageHeight);
    }
    const std::string_view address = bitmask.dataUrl;
    if (!address.starts_with(kPrefix)) {
        return bad("This bitmask is no PNG in Base64");
    }
    const auto png = values::decodeBase64Bytes(address.substr(kPrefix.size()));
    const auto alpha = png ? readPngAlpha(*png) : std::nullopt;
    if (!alpha) {
        return bad("The PNG of this bitmask cannot be read");
    }
    if (alpha->width != imageWidth || alpha->height != imageHeight) {
        return bad(std::format("This bitmask has {} x {} pixels, but its image {} x {}",
                               alpha->width, alpha->height, imageWidth, imageHeight));
    }
    return geometry::cropped(alpha->alpha, imageWidth, imageHeight);
}

} // namespace cartouche::image
