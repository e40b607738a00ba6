#include "core/privacy/disclosure.h"

#include <algorithm>
#include <cmath>
#include <fast_float/fast_float.h>
#include <functional>
#include <numeric>
#include <utility>

namespace cartouche::privacy {

namespace {

constexpr std::size_t kMostL = 10; // of recursive diversity

std::vector<std::size_t> sizesOf(const Classes& classes) {
    std::vector<std::size_t> sizes(classes.count);
    for (const std::uint32_t group : classes.ofRow) {
        ++sizes[group];
    }
    return sizes;
}

/// Finite numbers only.
std::optional<double> numberOf(std::string_view text) {
    double number = 0;
    const auto [end, error] =
        fast_float::from_chars(text.data(), text.data() + text.size(), number);
    const bool isNumber =
        error == std::errc{} && end == text.data() + text.size() && std::isfinite(number);
    return isNumber ? std::optional(number) : std::nullopt;
}

/// Rows by class, one class behind the other.
std::vector<std::vector<std::uint32_t>> codesByClass(const Classes& classes, const Column& column) {
    std::vector<std::vector<std::uint32_t>> codes(classes.count);
    for (std::size_t row = 0; row < classes.ofRow.size(); ++row) {
        codes[classes.ofRow[row]].push_back(column.codes[row]);
    }
    return codes;
}

/// Computes what a class gives away, with memory for all values that it uses again and again.
class ClassView {
public:
    ClassView(const Column& column, const ValueDistance& distance)
        : m_distance(distance), m_order(orderOf(column)), m_shares(column.values.size()),
          m_all(column.values.size()) {
        for (const std::uint32_t code : column.codes) {
            m_all[code] += 1.0 / static_cast<double>(column.codes.size());
        }
        for (const std::uint32_t code : m_order) {
            m_orderedAll.push_back(m_all[code]);
        }
    }

    void widen(AttributeRisk& risk, std::vector<std::uint32_t> codes) {
        std::ranges::sort(codes);
        m_counts.clear();
        for (const std::uint32_t code : codes) {
            m_shares[code] += 1;
        }
        codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
        double total = 0;
        for (const std::uint32_t code : codes) {
            m_counts.push_back(m_shares[code]);
            total += m_shares[code];
        }
        double entropy = 0;
        m_gained = 0;
        for (const std::uint32_t code : codes) {
            double& share = m_shares[code];
            share /= total;
            entropy -= share * std::log(share);
            m_gained += std::max(0.0, share - m_all[code]); // what is gained here is lost elsewhere
            risk.alpha = std::max(risk.alpha, share);
            risk.beta = std::max(risk.beta, (share - m_all[code]) / m_all[code]);
            risk.delta = std::max(risk.delta, std::abs(std::log(share / m_all[code])));
        }
        risk.distinct = std::min(risk.distinct, codes.size());
        risk.entropyL = std::min(risk.entropyL, std::exp(entropy));
        risk.closeness = std::max(risk.closeness, std::visit(*this, m_distance));
        widenRecursive(risk);
        for (const std::uint32_t code : codes) {
            m_shares[code] = 0;
        }
    }

    double operator()(const EqualDistance&) const { return m_gained; }
    double operator()(const OrderedDistance&) const {
        std::vector<double> shares;
        for (const std::uint32_t code : m_order) {
            shares.push_back(m_shares[code]);
        }
        return orderedDistance(shares, m_orderedAll);
    }
    double operator()(const HierarchicalDistance& distance) const {
        return hierarchicalDistance(m_shares, m_all, distance.hierarchy);
    }

private:
    /// The most frequent value over all but the l - 1 most frequent ones.
    void widenRecursive(AttributeRisk& risk) {
        std::ranges::sort(m_counts, std::greater{});
        for (std::size_t l = 2; l < risk.recursive.size() + 2; ++l) {
            std::optional<double>& worst = risk.recursive[l - 2];
            if (m_counts.size() < l) {
                worst.reset();
            } else if (worst) {
                const double tail = std::accumulate(
                    m_counts.begin() + static_cast<std::ptrdiff_t>(l - 1), m_counts.end(), 0.0);
                worst = std::max(*worst, m_counts.front() / tail);
            }
        }
    }

    const ValueDistance& m_distance;
    std::vector<std::uint32_t> m_order;
    std::vector<double> m_shares; // of the class; 0 between two
    double m_gained = 0;          // equalDistance of the class, from its own values alone
    std::vector<double> m_all;
    std::vector<double> m_orderedAll;
    std::vector<double> m_counts; // of the values that the class has
};

} // namespace

std::optional<IdentityRisk> identityRisk(const Classes& classes) {
    if (classes.ofRow.empty()) {
        return std::nullopt;
    }
    IdentityRisk risk{
        .rows = classes.ofRow.size(), .classes = classes.count, .smallest = classes.ofRow.size()};
    const auto rows = static_cast<double>(risk.rows);
    for (const std::size_t size : sizesOf(classes)) {
        risk.smallest = std::min(risk.smallest, size);
        risk.largest = std::max(risk.largest, size);
        risk.unique += size == 1 ? 1 / rows : 0;
        risk.discernibility += static_cast<double>(size) * static_cast<double>(size);
    }
    risk.average = rows / static_cast<double>(risk.classes);
    risk.highest = 1 / static_cast<double>(risk.smallest);
    risk.averageRisk = static_cast<double>(risk.classes) / rows;
    return risk;
}

std::vector<std::uint32_t> orderOf(const Column& column) {
    std::vector<std::pair<std::optional<double>, std::uint32_t>> keys;
    for (std::uint32_t code = 0; code < column.values.size(); ++code) {
        keys.emplace_back(numberOf(column.values[code]), code);
    }
    std::ranges::sort(keys, [&column](const auto& a, const auto& b) {
        if (a.first.has_value() != b.first.has_value()) {
            return a.first.has_value();
        }
        return a.first && *a.first != *b.first ? *a.first < *b.first
                                               : column.values[a.second] < column.values[b.second];
    });
    std::vector<std::uint32_t> order;
    for (const auto& [number, code] : keys) {
        order.push_back(code);
    }
    return order;
}

std::optional<AttributeRisk> attributeRisk(const Classes& classes, const Column& sensitive,
                                           const ValueDistance& distance) {
    if (classes.ofRow.empty()) {
        return std::nullopt;
    }
    AttributeRisk risk{.distinct = sensitive.values.size(),
                       .entropyL = static_cast<double>(sensitive.values.size()),
                       .recursive = std::vector<std::optional<double>>(kMostL - 1, 0.0)};
    ClassView view(sensitive, distance);
    for (auto& codes : codesByClass(classes, sensitive)) {
        view.widen(risk, std::move(codes));
    }
    return risk;
}

} // namespace cartouche::privacy
