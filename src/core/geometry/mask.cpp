#include "core/geometry/mask.h"

#include "core/geometry/brush_rle.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <format>
#include <limits>
#include <span>
#include <utility>

namespace cartouche::geometry {

namespace {

using diagnostics::Code;
using diagnostics::Diagnostic;

/// Of the 32-bit number of values in the code, of which each pixel takes four.
constexpr std::int64_t kMostPixels = std::numeric_limits<std::uint32_t>::max() / 4;

/// Calls onPiece(row, column, count, alpha) for each part of a run in one row that is not empty.
template <typename OnPiece>
void forEachPiece(std::span<const AlphaRun> runs, std::int64_t imageWidth, OnPiece onPiece) {
    std::int64_t pixel = 0;
    for (const AlphaRun& run : runs) {
        const std::int64_t end = pixel + run.count;
        while (pixel < end && run.alpha != 0) {
            const std::int64_t row = pixel / imageWidth;
            const std::int64_t count = std::min(end, (row + 1) * imageWidth) - pixel;
            onPiece(static_cast<int>(row), static_cast<int>(pixel % imageWidth),
                    static_cast<int>(count), run.alpha);
            pixel += count;
        }
        pixel = end;
    }
}

/// Puts pixels in a row together to runs.
class RunWriter {
public:
    void add(std::uint8_t alpha, int count) {
        if (count <= 0) {
            return;
        }
        if (m_runs.empty() || m_runs.back().alpha != alpha) {
            m_runs.push_back({0, alpha});
        }
        m_runs.back().count += static_cast<std::uint32_t>(count);
    }
    std::span<const AlphaRun> runs() const { return m_runs; }

private:
    std::vector<AlphaRun> m_runs;
};

std::span<const std::uint8_t> rowOf(const Mask& mask, int row) {
    const auto width = static_cast<std::size_t>(mask.width);
    return std::span(mask.alpha).subspan(static_cast<std::size_t>(row) * width, width);
}

bool isPainted(std::uint8_t alpha) {
    return alpha != 0;
}

/// Without its alpha.
Mask frameOf(std::span<const AlphaRun> runs, int imageWidth) {
    int left = imageWidth;
    int right = 0;
    int top = std::numeric_limits<int>::max();
    int bottom = 0;
    forEachPiece(runs, imageWidth, [&](int row, int column, int count, std::uint8_t) {
        left = std::min(left, column);
        right = std::max(right, column + count);
        top = std::min(top, row);
        bottom = std::max(bottom, row + 1);
    });
    return right > 0 ? Mask{left, top, right - left, bottom - top, {}} : Mask{};
}

} // namespace

std::expected<Mask, Diagnostic> decode(const BrushMask& brushMask, int imageWidth,
                                       int imageHeight) {
    if (brushMask.rle.empty()) {
        return Mask{};
    }
    const std::int64_t pixels = std::int64_t{imageWidth} * imageHeight;
    if (imageWidth < 0 || imageHeight < 0 || pixels > kMostPixels) {
        return std::unexpected(
            Diagnostic{Code::BadResult,
                       std::format("An image of {} x {} pixels is too large for a mask", imageWidth,
                                   imageHeight),
                       {}});
    }
    const auto runs = decodeMaskRuns(brushMask.rle, static_cast<std::size_t>(pixels));
    if (!runs) {
        return std::unexpected(runs.error());
    }
    Mask mask = frameOf(*runs, imageWidth);
    mask.alpha.resize(static_cast<std::size_t>(mask.width) * static_cast<std::size_t>(mask.height));
    forEachPiece(*runs, imageWidth, [&mask](int row, int column, int count, std::uint8_t alpha) {
        const std::int64_t at = (std::int64_t{row - mask.top} * mask.width) + column - mask.left;
        std::fill_n(mask.alpha.begin() + static_cast<std::ptrdiff_t>(at), count, alpha);
    });
    return mask;
}

std::vector<std::uint8_t> encode(const Mask& mask, int imageWidth, int imageHeight) {
    const int begin = std::clamp(mask.left, 0, imageWidth);
    const int end = std::clamp(mask.left + mask.width, begin, imageWidth);
    RunWriter writer;
    for (int row = 0; row < imageHeight; ++row) {
        const int maskRow = row - mask.top;
        if (maskRow < 0 || maskRow >= mask.height) {
            writer.add(0, imageWidth);
            continue;
        }
        writer.add(0, begin);
        const std::span<const std::uint8_t> alphas = rowOf(mask, maskRow);
        for (int column = begin; column < end; ++column) {
            writer.add(alphas[static_cast<std::size_t>(column - mask.left)], 1);
        }
        writer.add(0, imageWidth - end);
    }
    return encodeMaskRuns(writer.runs());
}

bool covers(const Mask& mask, Point px) {
    const double column = std::floor(px.x) - mask.left;
    const double row = std::floor(px.y) - mask.top;
    return column >= 0 && column < mask.width && row >= 0 && row < mask.height &&
           rowOf(mask, static_cast<int>(row))[static_cast<std::size_t>(column)] != 0;
}

Mask cropped(std::span<const std::uint8_t> alpha, int imageWidth, int imageHeight) {
    const auto width = static_cast<std::size_t>(imageWidth);
    int left = imageWidth;
    int right = 0;
    int top = imageHeight;
    int bottom = 0;
    for (int y = 0; y < imageHeight; ++y) {
        const auto row = alpha.subspan(static_cast<std::size_t>(y) * width, width);
        const auto begin = std::ranges::find_if(row, isPainted);
        if (begin == row.end()) {
            continue;
        }
        const auto end = std::find_if(row.rbegin(), row.rend(), isPainted).base();
        left = std::min(left, static_cast<int>(begin - row.begin()));
        right = std::max(right, static_cast<int>(end - row.begin()));
        top = std::min(top, y);
        bottom = y + 1;
    }
    if (right == 0) {
        return {};
    }
    Mask mask{left, top, right - left, bottom - top, {}};
    for (int y = top; y < bottom; ++y) {
        const auto row = alpha.subspan(static_cast<std::size_t>(y) * width, width);
        mask.alpha.insert(mask.alpha.end(), row.begin() + left, row.begin() + right);
    }
    return mask;
}

std::optional<Bounds> boundsOf(const Mask& mask) {
    if (mask.width <= 0 || mask.height <= 0) {
        return std::nullopt;
    }
    const double left = mask.left;
    const double top = mask.top;
    return Bounds{left, top, left + mask.width, top + mask.height};
}

} // namespace cartouche::geometry
