// Computes the reference vectors of agreement on categories.

#include "core/quality/agreement.h"
#include "core/quality/krippendorff.h"
#include "core/quality/overlap.h"
#include "quality/reference_kinds.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <vector>

namespace cartouche::tests {

namespace {

using namespace quality;

Matrix matrixOf(const Json& rows) {
    Matrix matrix(rows.size(), rows.empty() ? 0 : rows[0].size());
    for (std::size_t row = 0; row < matrix.rows(); ++row) {
        for (std::size_t column = 0; column < matrix.columns(); ++column) {
            matrix(row, column) = rows[row][column].get<double>();
        }
    }
    return matrix;
}

/// Lists of values as indexes into their sorted domain.
class Domain {
public:
    explicit Domain(std::vector<Json> values) : m_values(std::move(values)) {
        std::ranges::sort(m_values);
        const auto repeated = std::ranges::unique(m_values);
        m_values.erase(repeated.begin(), repeated.end());
    }
    std::size_t size() const { return m_values.size(); }
    const std::vector<Json>& values() const { return m_values; }
    std::uint32_t indexOf(const Json& value) const {
        return static_cast<std::uint32_t>(std::ranges::lower_bound(m_values, value) -
                                          m_values.begin());
    }
    std::vector<std::uint32_t> indexesOf(const Json& list) const {
        std::vector<std::uint32_t> indexes;
        for (const Json& value : list) {
            indexes.push_back(indexOf(value));
        }
        return indexes;
    }

private:
    std::vector<Json> m_values;
};

/// Of two lists, the table over the declared labels or those that occur.
Matrix tableOf(const Json& input) {
    if (input.contains("table")) {
        return matrixOf(input["table"]);
    }
    std::vector<Json> values = input.contains("labels") ? input["labels"].get<std::vector<Json>>()
                                                        : input["a"].get<std::vector<Json>>();
    if (!input.contains("labels")) {
        values.insert(values.end(), input["b"].begin(), input["b"].end());
    }
    const Domain domain(std::move(values));
    return contingency(domain.indexesOf(input["a"]), domain.indexesOf(input["b"]), domain.size());
}

Json cohen(const Vector& vector) {
    const std::string weights = vector.input.value("weights", "nominal");
    REQUIRE_MESSAGE((weights == "linear" || weights == "quadratic" || weights == "nominal" ||
                     weights == "unweighted" || weights == "none"),
                    weights << " are no weights");
    return jsonOf(cohenKappa(tableOf(vector.input), weights == "linear"      ? Weights::Linear
                                                    : weights == "quadratic" ? Weights::Quadratic
                                                                             : Weights::Nominal)
                      .agreement.value);
}

Json percentAndChance(const Vector& vector) {
    const Matrix table = tableOf(vector.input);
    const Agreement kappa = cohenKappa(table).agreement;
    return {{"po", jsonOf(kappa.observed)},
            {"kappa", jsonOf(kappa.value)},
            {"scott_pi", jsonOf(scottPi(table).value)}};
}

Json fleissAndRandolph(const Vector& vector) {
    const Matrix counts = tableOf(vector.input);
    return {{"fleiss", jsonOf(fleissKappa(counts).value)},
            {"randolph", jsonOf(randolphKappa(counts).value)}};
}

Json scott(const Vector& vector) {
    return jsonOf(scottPi(tableOf(vector.input)).value);
}

Json randolph(const Vector& vector) {
    return jsonOf(randolphKappa(tableOf(vector.input)).value);
}

Json fleiss(const Vector& vector) {
    return jsonOf(fleissKappa(tableOf(vector.input)).value);
}

Json gwet(const Vector& vector) {
    return jsonOf(gwetAc1(tableOf(vector.input)).value);
}

/// Units, whichever way round the vector writes them; null is a missing answer.
std::vector<std::vector<Json>> unitsOf(const Json& input) {
    if (input.contains("units")) {
        return input["units"].get<std::vector<std::vector<Json>>>();
    }
    const Json& coders = input["coders_by_units"];
    std::vector<std::vector<Json>> units(coders[0].size());
    for (const Json& coder : coders) {
        for (std::size_t unit = 0; unit < units.size(); ++unit) {
            if (!coder[unit].is_null()) {
                units[unit].push_back(coder[unit]);
            }
        }
    }
    return units;
}

std::vector<std::vector<std::uint32_t>> setsOf(const Domain& domain) {
    std::vector<Json> members;
    for (const Json& set : domain.values()) {
        members.insert(members.end(), set.begin(), set.end());
    }
    const Domain labels(std::move(members));
    std::vector<std::vector<std::uint32_t>> sets;
    for (const Json& set : domain.values()) {
        sets.push_back(labels.indexesOf(set));
        std::ranges::sort(sets.back());
    }
    return sets;
}

Metric metricOf(const Json& input, const Domain& domain) {
    const std::string name = input.value("level", input.value("distance", "nominal"));
    if (name == "ordinal") {
        return OrdinalMetric{};
    }
    if (name == "masi" || name == "jaccard") {
        return setMetric(setsOf(domain), name == "masi" ? SetDistance::Masi : SetDistance::Jaccard);
    }
    if (name == "nominal") {
        return NominalMetric{};
    }
    std::vector<double> numbers;
    for (const Json& value : domain.values()) {
        numbers.push_back(value.get<double>());
    }
    if (name == "circular") {
        return CircularMetric{numbers, input["period"].get<double>()};
    }
    if (name == "bipolar") {
        const auto [low, high] = input["ends"].get<std::array<double, 2>>();
        return BipolarMetric{numbers, low, high};
    }
    REQUIRE_MESSAGE((name == "ratio" || name == "interval"), name << " is no metric");
    return name == "ratio" ? Metric(RatioMetric{numbers}) : Metric(IntervalMetric{numbers});
}

Json krippendorff(const Vector& vector) {
    const auto answers = unitsOf(vector.input);
    std::vector<Json> all;
    for (const auto& unit : answers) {
        all.insert(all.end(), unit.begin(), unit.end());
    }
    const Domain domain(std::move(all));
    Units units;
    for (const auto& unit : answers) {
        units.push_back(domain.indexesOf(Json(unit)));
    }
    return jsonOf(krippendorffAlpha(units, domain.size(), metricOf(vector.input, domain)).value);
}

/// Each box is a value of its own, at a distance of 1 − IoU from the others.
Json krippendorffOfBoxes(const Vector& vector) {
    std::vector<geometry::Bounds> boxes;
    Units units;
    for (const Json& unit : vector.input["units"]) {
        units.emplace_back();
        for (const Json& box : unit) {
            const auto [x, y, width, height] = box.get<std::array<double, 4>>();
            units.back().push_back(static_cast<std::uint32_t>(boxes.size()));
            boxes.push_back({x, y, x + width, y + height});
        }
    }
    TableMetric metric{Matrix(boxes.size(), boxes.size())};
    for (std::size_t row = 0; row < boxes.size(); ++row) {
        for (std::size_t column = 0; column < boxes.size(); ++column) {
            metric.squaredDistances(row, column) = 1 - iou(boxes[row], boxes[column]);
        }
    }
    return jsonOf(krippendorffAlpha(units, boxes.size(), metric).value);
}

constexpr std::array kKinds{
    Kind{"agreement", "cohen", cohen},
    Kind{"agreement", "anxiety", cohen},
    Kind{"agreement", "percent_and_pi", percentAndChance},
    Kind{"agreement", "fleiss_randolph", fleissAndRandolph},
    Kind{"agreement", "fleiss", fleiss},
    Kind{"agreement", "gwet", gwet},
    Kind{"agreement", "krippendorff_boxes", krippendorffOfBoxes},
    Kind{"agreement", "krippendorff", krippendorff},
    Kind{"agreement", "scott", scott},
    Kind{"agreement", "randolph", randolph},
    Kind{"agreement", "_ac1", gwet},
    Kind{"agreement", "_alpha", krippendorff},
    Kind{"agreement", "kappa", cohen},
};

} // namespace

std::span<const Kind> agreementKinds() {
    return kKinds;
}

} // namespace cartouche::tests
