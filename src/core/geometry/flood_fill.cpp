#include "core/geometry/flood_fill.h"

#include "core/geometry/mask_canvas.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdlib>

namespace cartouche::geometry {

namespace {

constexpr std::size_t kChannels = 4;
constexpr std::uint8_t kFull = 0xFF;

/// Pixels of a row, `last` included, that were filled; the row `step` beyond it is still to see.
struct Run {
    int y = 0;
    int first = 0;
    int last = 0;
    int step = 1; // down, or -1: up
};

class Filler {
public:
    Filler(const Picture& picture, int x, int y, int threshold)
        : m_picture(picture), m_threshold(threshold),
          m_filled(static_cast<std::size_t>(picture.width) *
                   static_cast<std::size_t>(picture.height)) {
        const std::uint8_t* seed = pixel(x, y);
        m_seed = {seed[0], seed[1], seed[2]};
    }

    Mask fill(int x, int y) {
        fillRow(y, x, x, 0);
        while (!m_runs.empty()) {
            const Run run = m_runs.back();
            m_runs.pop_back();
            const int row = run.y + run.step;
            if (row >= 0 && row < m_picture.height) {
                fillRow(row, run.first, run.last, run.step);
            }
        }
        return cropped();
    }

private:
    std::size_t indexOf(int x, int y) const {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(m_picture.width) +
               static_cast<std::size_t>(x);
    }
    const std::uint8_t* pixel(int x, int y) const {
        return m_picture.rgba.data() + indexOf(x, y) * kChannels;
    }
    bool isOpen(int x, int y) const {
        if (m_filled[indexOf(x, y)] != 0) {
            return false;
        }
        const std::uint8_t* color = pixel(x, y);
        return std::abs(color[0] - m_seed[0]) <= m_threshold &&
               std::abs(color[1] - m_seed[1]) <= m_threshold &&
               std::abs(color[2] - m_seed[2]) <= m_threshold;
    }

    /// Fills what of a row is open under the pixels from `first` to `last` of the row before it in
    /// the direction `step` (0: there is none), and all that it is connected with in the row.
    void fillRow(int y, int first, int last, int step) {
        for (int x = first; x <= last; ++x) {
            if (!isOpen(x, y)) {
                continue;
            }
            int left = x;
            while (left > 0 && isOpen(left - 1, y)) {
                --left;
            }
            int right = x;
            while (right + 1 < m_picture.width && isOpen(right + 1, y)) {
                ++right;
            }
            std::fill(m_filled.begin() + static_cast<std::ptrdiff_t>(indexOf(left, y)),
                      m_filled.begin() + static_cast<std::ptrdiff_t>(indexOf(right, y)) + 1, kFull);
            m_area = m_area.unite({left, y, right + 1, y + 1});
            pushNext({y, left, right, step}, first, last);
            x = right;
        }
    }

    /// The rows on both sides of a run; back where it came from, only what lies beyond that.
    void pushNext(Run run, int first, int last) {
        if (run.step == 0) {
            m_runs.push_back({run.y, run.first, run.last, 1});
            m_runs.push_back({run.y, run.first, run.last, -1});
            return;
        }
        m_runs.push_back(run);
        if (run.first < first) {
            m_runs.push_back({run.y, run.first, first - 1, -run.step});
        }
        if (run.last > last) {
            m_runs.push_back({run.y, last + 1, run.last, -run.step});
        }
    }

    Mask cropped() const {
        Mask mask{
            m_area.left, m_area.top, m_area.right - m_area.left, m_area.bottom - m_area.top, {}};
        for (int y = m_area.top; y < m_area.bottom; ++y) {
            const auto row = m_filled.begin() + static_cast<std::ptrdiff_t>(indexOf(0, y));
            mask.alpha.insert(mask.alpha.end(), row + m_area.left, row + m_area.right);
        }
        return mask;
    }

    const Picture& m_picture;
    int m_threshold;
    std::array<int, 3> m_seed{};
    std::vector<std::uint8_t> m_filled;
    std::vector<Run> m_runs;
    MaskCanvas::Area m_area;
};

} // namespace

Mask floodFill(const Picture& picture, int x, int y, int threshold) {
    const bool isInside = x >= 0 && y >= 0 && x < picture.width && y < picture.height;
    return isInside ? Filler(picture, x, y, threshold).fill(x, y) : Mask{};
}

} // namespace cartouche::geometry
