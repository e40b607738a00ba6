#include "core/geometry/mask_smoothing.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace cartouche::geometry {

namespace {

/// Counts painted pixels in a square that slides over a mask: down row by row, and within each from
/// left to right. What has been counted is added to and taken from, so that each pixel costs the
/// same however large the square is.
class Window {
public:
    Window(const Mask& mask, int radius, int left, int width, int top)
        : m_mask(mask), m_radius(radius), m_left(left), m_columns(static_cast<std::size_t>(width)) {
        for (int y = top - radius; y < top + radius; ++y) {
            addRow(y, 1);
        }
    }

    /// Calls onCount(x, count) for each x of the row. Rows must be asked for one after another.
    template <typename OnCount>
    void slide(int y, OnCount onCount) {
        addRow(y + m_radius, 1);
        const int width = static_cast<int>(m_columns.size());
        int count = 0;
        for (int x = 0; x < std::min(m_radius, width); ++x) {
            count += column(x);
        }
        for (int x = 0; x < width; ++x) {
            count += x + m_radius < width ? column(x + m_radius) : 0;
            count -= x - m_radius - 1 >= 0 ? column(x - m_radius - 1) : 0;
            onCount(m_left + x, count);
        }
        addRow(y - m_radius, -1);
    }

private:
    int column(int x) const { return m_columns[static_cast<std::size_t>(x)]; }

    void addRow(int y, int sign) {
        const int row = y - m_mask.top;
        if (row < 0 || row >= m_mask.height) {
            return;
        }
        const auto* alpha = m_mask.alpha.data() +
                            static_cast<std::size_t>(row) * static_cast<std::size_t>(m_mask.width);
        int* columns = m_columns.data() + (m_mask.left - m_left);
        for (int x = 0; x < m_mask.width; ++x) {
            columns[x] += alpha[x] != 0 ? sign : 0;
        }
    }

    const Mask& m_mask;
    int m_radius;
    int m_left;
    std::vector<int> m_columns; // painted pixels of each, in the rows that are counted
};

} // namespace

Mask smoothed(const Mask& mask, int radius, int imageWidth, int imageHeight) {
    if (radius <= 0 || mask.width <= 0) {
        return mask;
    }
    const int left = std::max(mask.left - radius, 0);
    const int top = std::max(mask.top - radius, 0);
    const int right = std::min(mask.left + mask.width + radius, imageWidth);
    const int bottom = std::min(mask.top + mask.height + radius, imageHeight);
    Mask smooth{left, top, right - left, bottom - top, {}};
    smooth.alpha.reserve(static_cast<std::size_t>(smooth.width) *
                         static_cast<std::size_t>(smooth.height));
    const auto within = [radius](int place, int size) {
        return std::min(place + radius, size - 1) - std::max(place - radius, 0) + 1;
    };
    Window window(mask, radius, left, smooth.width, top);
    for (int y = top; y < bottom; ++y) {
        const int rows = within(y, imageHeight);
        window.slide(y, [&](int x, int count) {
            smooth.alpha.push_back(2 * count >= rows * within(x, imageWidth) ? 0xFF : 0);
        });
    }
    return smooth;
}

} // namespace cartouche::geometry
