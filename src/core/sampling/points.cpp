#include "core/sampling/points.h"

#include <algorithm>
#include <numeric>

namespace cartouche::sampling {

namespace {

double squaredDistanceOf(std::span<const double> first, std::span<const double> second) {
    double sum = 0;
    for (std::size_t at = 0; at < first.size(); ++at) {
        sum += (first[at] - second[at]) * (first[at] - second[at]);
    }
    return sum;
}

} // namespace

double DensePoints::product(std::size_t first, std::size_t second) const {
    const auto one = m_features.row(first);
    return std::inner_product(one.begin(), one.end(), m_features.row(second).begin(), 0.0);
}

double DensePoints::squaredDistance(std::size_t first, std::size_t second) const {
    return squaredDistanceOf(m_features.row(first), m_features.row(second));
}

double DensePoints::squaredDistanceTo(std::size_t item, std::span<const double> place,
                                      double) const {
    return squaredDistanceOf(m_features.row(item), place);
}

void DensePoints::addTo(std::size_t item, std::span<double> sum) const {
    const auto row = m_features.row(item);
    std::ranges::transform(row, sum, sum.begin(), std::plus());
}

SparsePoints::SparsePoints(const learn::SparseMatrix& features) : m_features(features) {
    for (std::size_t item = 0; item < features.rows(); ++item) {
        m_squares.push_back(SparsePoints::product(item, item));
    }
}

double SparsePoints::product(std::size_t first, std::size_t second) const {
    const auto one = m_features.row(first);
    const auto other = m_features.row(second);
    double sum = 0;
    for (auto left = one.begin(), right = other.begin();
         left != one.end() && right != other.end();) {
        if (left->column == right->column) {
            sum += left++->value * right++->value;
        } else if (left->column < right->column) {
            ++left;
        } else {
            ++right;
        }
    }
    return sum;
}

double SparsePoints::squaredDistance(std::size_t first, std::size_t second) const {
    return first == second
               ? 0
               : std::max(0.0, m_squares[first] + m_squares[second] - (2 * product(first, second)));
}

double SparsePoints::squaredDistanceTo(std::size_t item, std::span<const double> place,
                                       double square) const {
    double product = 0;
    for (const learn::Entry& entry : m_features.row(item)) {
        product += entry.value * place[entry.column];
    }
    return std::max(0.0, m_squares[item] + square - (2 * product));
}

void SparsePoints::addTo(std::size_t item, std::span<double> sum) const {
    for (const learn::Entry& entry : m_features.row(item)) {
        sum[entry.column] += entry.value;
    }
}

} // namespace cartouche::sampling
