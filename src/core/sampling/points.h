#pragma once

#include "core/learn/sparse_matrix.h"
#include "core/quality/matrix.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace cartouche::sampling {

using Items = std::vector<std::uint32_t>;

/// Items as places in a space, whose features are dense or sparse.
class Points {
public:
    Points() = default;
    Points(const Points&) = delete;
    Points& operator=(const Points&) = delete;
    virtual ~Points() = default;

    virtual std::size_t size() const = 0;
    virtual std::size_t dimensions() const = 0;
    virtual double product(std::size_t first, std::size_t second) const = 0;
    virtual double squaredDistance(std::size_t first, std::size_t second) const = 0;
    /// To a place that is no item; `square` is its squared length.
    virtual double squaredDistanceTo(std::size_t item, std::span<const double> place,
                                     double square) const = 0;
    virtual void addTo(std::size_t item, std::span<double> sum) const = 0;
};

/// The matrix must live as long.
class DensePoints final : public Points {
public:
    explicit DensePoints(const quality::Matrix& features) : m_features(features) {}

    std::size_t size() const override { return m_features.rows(); }
    std::size_t dimensions() const override { return m_features.columns(); }
    double product(std::size_t first, std::size_t second) const override;
    double squaredDistance(std::size_t first, std::size_t second) const override;
    double squaredDistanceTo(std::size_t item, std::span<const double> place,
                             double square) const override;
    void addTo(std::size_t item, std::span<double> sum) const override;

private:
    const quality::Matrix& m_features;
};

/// The matrix must live as long.
class SparsePoints final : public Points {
public:
    explicit SparsePoints(const learn::SparseMatrix& features);

    std::size_t size() const override { return m_features.rows(); }
    std::size_t dimensions() const override { return m_features.columns(); }
    double product(std::size_t first, std::size_t second) const override;
    double squaredDistance(std::size_t first, std::size_t second) const override;
    double squaredDistanceTo(std::size_t item, std::span<const double> place,
                             double square) const override;
    void addTo(std::size_t item, std::span<double> sum) const override;

private:
    const learn::SparseMatrix& m_features;
    std::vector<double> m_squares;
};

} // namespace cartouche::sampling
