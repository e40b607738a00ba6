// Computes the reference vectors of the iris data: a small model, what it says of labels, and what
// to label next.

#include "core/learn/calibration.h"
#include "core/learn/logistic_regression.h"
#include "core/quality/answer_table.h"
#include "core/quality/consensus.h"
#include "core/quality/csv_records.h"
#include "core/quality/folds.h"
#include "core/quality/label_errors.h"
#include "core/sampling/clusters.h"
#include "core/sampling/diversity.h"
#include "quality/reference_kinds.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <numeric>

namespace cartouche::tests {

namespace {

using namespace learn;
using namespace quality;
using namespace sampling;

struct Iris {
    Matrix features; // standardized
    std::vector<std::uint32_t> labels;
    std::size_t classes = 0;
};

Iris readIris(const Vector& vector) {
    const auto path = vector.datasets / "tabular" / "iris.csv";
    std::ifstream file(path, std::ios::binary);
    REQUIRE_MESSAGE(file, path.string() << " cannot be read");
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    Iris iris;
    Names species;
    std::vector<std::vector<double>> rows;
    bool isHeader = true;
    CsvRecords records([&](const std::vector<std::string_view>& cells, int) {
        if (std::exchange(isHeader, false)) {
            return;
        }
        rows.emplace_back();
        for (std::size_t cell = 0; cell + 1 < cells.size(); ++cell) {
            rows.back().push_back(numberOf(cells[cell]).value());
        }
        iris.labels.push_back(species.indexOf(cells.back()));
    });
    records.feed(text);
    records.finish();
    iris.features = Matrix(rows.size(), rows.front().size());
    for (std::size_t row = 0; row < rows.size(); ++row) {
        std::ranges::copy(rows[row], iris.features.row(row).begin());
    }
    iris.features = standardized(std::move(iris.features));
    iris.classes = species.size();
    return iris;
}

/// Of the iris data, or `points` that stand in the vector.
Matrix pointsOf(const Vector& vector) {
    if (!vector.input.contains("points")) {
        return readIris(vector).features;
    }
    const Json& rows = vector.input["points"];
    Matrix points(rows.size(), rows[0].size());
    for (std::size_t row = 0; row < points.rows(); ++row) {
        std::ranges::copy(rows[row].get<std::vector<double>>(), points.row(row).begin());
    }
    return points;
}

std::vector<std::uint32_t> labeledOf(const Json& input) {
    return input.value("labelled", std::vector<std::uint32_t>());
}

LogisticRegression train(const Iris& iris) {
    return trainLogisticRegression(SparseMatrix(iris.features), iris.labels, iris.classes);
}

std::vector<double> rowOf(const Matrix& matrix, std::size_t row) {
    return {matrix.row(row).begin(), matrix.row(row).end()};
}

Json model(const Vector& vector) {
    const Iris iris = readIris(vector);
    const LogisticRegression trained = train(iris);
    const Matrix probabilities = trained.predict(iris.features);
    const auto guesses = labelsOf(probabilities);
    const double right =
        std::inner_product(guesses.begin(), guesses.end(), iris.labels.begin(), 0.0, std::plus(),
                           [](auto guess, auto label) { return guess == label ? 1 : 0; });
    return {{"loss", trained.loss},
            {"train_acc", right / static_cast<double>(guesses.size())},
            {"proba0", rowOf(probabilities, 0)},
            {"proba70", rowOf(probabilities, 70)},
            {"proba133", rowOf(probabilities, 133)}};
}

Json cover(const Vector& vector) {
    const Matrix points = pointsOf(vector);
    const Cover result = pickByCover(DensePoints(points), labeledOf(vector.input),
                                     vector.input["k"].get<std::size_t>());
    return {{"result", {result.picks, result.distances, result.radius}}};
}

Json typical(const Vector& vector) {
    const Matrix points = pointsOf(vector);
    return {{"picks", pickTypical(DensePoints(points), labeledOf(vector.input),
                                  vector.input["budget"].get<std::size_t>())}};
}

Json centers(const Vector& vector) {
    const Matrix points = pointsOf(vector);
    std::vector<std::uint32_t> all(points.rows());
    std::iota(all.begin(), all.end(), 0U);
    return {
        {"picks", pickByCenters(DensePoints(points), all, vector.input["k"].get<std::size_t>())}};
}

Json density(const Vector& vector) {
    const Matrix points = pointsOf(vector);
    auto densities = informationDensity(DensePoints(points));
    densities.resize(vector.input.value("first", densities.size()));
    return densities;
}

Json balls(const Vector& vector) {
    const Matrix points = pointsOf(vector);
    const BallCover result = pickByBalls(DensePoints(points), vector.input["delta"].get<double>(),
                                         vector.input["budget"].get<std::size_t>());
    return {{"picks", result.picks}, {"covered", result.covered}};
}

Json gradients(const Vector& vector) {
    const Iris iris = readIris(vector);
    const Matrix probabilities = train(iris).predict(iris.features);
    auto lengths = gradientLengths(DensePoints(iris.features), probabilities);
    lengths.resize(3);
    return {{"picks", pickByGradients(DensePoints(iris.features), probabilities,
                                      vector.input["k"].get<std::size_t>())},
            {"norm2_first3", lengths}};
}

/// What models say of items that they have not seen, fold by fold.
struct CrossValidation {
    Matrix probabilities;
    std::vector<double> foldAccuracies;
};

CrossValidation crossValidate(const Iris& iris, const std::vector<std::uint32_t>& folds) {
    const std::uint32_t count = std::ranges::max(folds) + 1;
    CrossValidation result{Matrix(iris.labels.size(), iris.classes), {}};
    for (std::uint32_t fold = 0; fold < count; ++fold) {
        std::vector<std::size_t> others;
        for (std::size_t item = 0; item < folds.size(); ++item) {
            if (folds[item] != fold) {
                others.push_back(item);
            }
        }
        Iris seen{Matrix(others.size(), iris.features.columns()), {}, iris.classes};
        for (std::size_t row = 0; row < others.size(); ++row) {
            std::ranges::copy(iris.features.row(others[row]), seen.features.row(row).begin());
            seen.labels.push_back(iris.labels[others[row]]);
        }
        const Matrix probabilities = train(seen).predict(iris.features);
        const auto guesses = labelsOf(probabilities);
        double right = 0;
        for (std::size_t item = 0; item < folds.size(); ++item) {
            if (folds[item] == fold) {
                std::ranges::copy(probabilities.row(item), result.probabilities.row(item).begin());
                right += guesses[item] == iris.labels[item] ? 1 : 0;
            }
        }
        result.foldAccuracies.push_back(right / static_cast<double>(folds.size() - others.size()));
    }
    return result;
}

Json crossValidation(const Vector& vector) {
    const Iris iris = readIris(vector);
    const auto result = crossValidate(iris, stratifiedFolds(iris.labels, 5));
    const PredictionScores scores = *scorePredictions(result.probabilities, iris.labels);
    return {{"fold_acc", result.foldAccuracies},
            {"acc", scores.accuracy},
            {"log_loss", scores.logLoss},
            {"brier", scores.brier}};
}

double recall(const std::vector<std::size_t>& found, const std::vector<std::size_t>& wrong) {
    const auto isWrong = [&wrong](std::size_t item) { return std::ranges::contains(wrong, item); };
    return static_cast<double>(std::ranges::count_if(found, isWrong)) /
           static_cast<double>(wrong.size());
}

Json labelErrors(const Vector& vector) {
    Iris iris = readIris(vector);
    const auto folds = stratifiedFolds(iris.labels, 5);
    const auto wrong = vector.input["flipped"].get<std::vector<std::size_t>>();
    for (const std::size_t item : wrong) {
        iris.labels[item] = (iris.labels[item] + 1) % 3;
    }
    const Matrix probabilities = crossValidate(iris, folds).probabilities;
    const ConfidentLearning learned = learnConfidently(iris.labels, probabilities);
    const auto confidences = selfConfidences(iris.labels, probabilities);
    std::vector<std::size_t> lowest(confidences.size());
    std::iota(lowest.begin(), lowest.end(), std::size_t{0});
    std::ranges::stable_sort(lowest, {}, [&](std::size_t item) { return confidences[item]; });
    lowest.resize(10);
    Json joint = Json::array();
    for (std::size_t row = 0; row < learned.joint.rows(); ++row) {
        joint.push_back(rowOf(learned.joint, row));
    }
    return {{"confident_joint_calibrated", joint},
            {"off_diagonal", learned.issues},
            {"off_diagonal_recall", recall(learned.issues, wrong)},
            {"lowest10_self_confidence", lowest},
            {"recall_at_10", recall(lowest, wrong)}};
}

constexpr std::array kKinds{
    Kind{"active_learning", "iris_logreg", model},
    Kind{"active_learning", "k_center", cover},
    Kind{"active_learning", "kmeans", centers},
    Kind{"active_learning", "info_density", density},
    Kind{"active_learning", "probcover", balls},
    Kind{"active_learning", "iris_badge", gradients},
    Kind{"active_learning", "typiclust", typical},
    Kind{"quality_control", "iris_cv5", crossValidation},
    Kind{"quality_control", "iris_label_errors", labelErrors},
};

} // namespace

std::span<const Kind> irisKinds() {
    return kKinds;
}

} // namespace cartouche::tests
