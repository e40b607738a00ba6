#pragma once

#include "core/quality/matrix.h"

#include <algorithm>
#include <initializer_list>

namespace cartouche::tests {

/// A matrix as it is written down, row by row.
inline quality::Matrix matrix(std::initializer_list<std::initializer_list<double>> rows) {
    quality::Matrix result(rows.size(), rows.begin()->size());
    std::size_t row = 0;
    for (const auto& values : rows) {
        std::ranges::copy(values, result.row(row++).begin());
    }
    return result;
}

} // namespace cartouche::tests
