#include "core/learn/calibration.h"
#include "core/learn/image_features.h"
#include "core/learn/saved_model.h"
#include "core/learn/text_features.h"
#include "quality/matrices.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <functional>
#include <numeric>

using namespace cartouche::learn;
using cartouche::image::Picture;
using cartouche::quality::Matrix;
using cartouche::tests::matrix;

namespace {

double lengthOf(const std::vector<Entry>& row) {
    double square = 0;
    for (const Entry& entry : row) {
        square += entry.value * entry.value;
    }
    return std::sqrt(square);
}

struct Pixel {
    std::uint8_t red = 0, green = 0, blue = 0, alpha = 255;
};

Picture pictureOf(int width, int height, const std::function<Pixel(int, int)>& pixelAt) {
    Picture picture{{width, height}, {}};
    picture.pixels.reset(static_cast<std::uint8_t*>(std::malloc(4U * width * height)));
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const Pixel pixel = pixelAt(x, y);
            std::uint8_t* bytes = picture.pixels.get() + (4 * ((y * width) + x));
            bytes[0] = pixel.red;
            bytes[1] = pixel.green;
            bytes[2] = pixel.blue;
            bytes[3] = pixel.alpha;
        }
    }
    return picture;
}

SavedModel smallModel() {
    SavedModel saved{.fields = {"text"}, .bits = 8, .labels = {"ham", "spam"}};
    SparseMatrix features(256);
    features.addRow(textFeatures("free money", {8}));
    features.addRow(textFeatures("see you later", {8}));
    saved.model =
        trainLogisticRegression(features, std::vector<std::uint32_t>{1, 0}, saved.labels.size());
    return saved;
}

} // namespace

TEST_CASE("texts are words and pairs of words, of length 1 whatever their case") {
    const auto features = textFeatures("Free money, FREE money!");
    CHECK(features.size() == 4); // free, money, free money, money free
    CHECK(lengthOf(features) == doctest::Approx(1));
    CHECK(features == textFeatures("free MONEY free money"));
    CHECK(textFeatures("").empty());
    CHECK(textFeatures("…!").empty());
    CHECK(std::ranges::is_sorted(features, {}, &Entry::column));
}

TEST_CASE("a model that learns item by item comes to where learning at once does") {
    const std::vector<const char*> texts{"free money now", "see you at home", "win money",
                                         "home at noon",   "money money",     "you and me"};
    SparseMatrix features(256);
    OnlineLearner learner(256, 2);
    std::vector<std::uint32_t> labels;
    for (std::uint32_t item = 0; item < texts.size(); ++item) {
        const auto row = textFeatures(texts[item], {8});
        features.addRow(row);
        labels.push_back(item % 2);
        learner.add(row, item % 2);
        learner.refine(5);
    }
    const auto atOnce =
        trainLogisticRegression(features, labels, 2, {.penalty = penaltyOf(labels.size())});
    const auto& online = learner.refine(500);
    CHECK(online.loss == doctest::Approx(atOnce.loss).epsilon(1e-6));
    CHECK(online.predict(features)(0, 0) ==
          doctest::Approx(atOnce.predict(features)(0, 0)).epsilon(1e-4));
}

TEST_CASE("probabilities are learned from as well as labels") {
    const SparseMatrix features(matrix({{1, 0}, {0, 1}}));
    const auto model =
        trainLogisticRegression(features, matrix({{0.8, 0.2}, {0.5, 0.5}}), {.penalty = 1e-9});
    CHECK(model.predict(features)(0, 0) == doctest::Approx(0.8).epsilon(1e-3));
    CHECK(model.predict(features)(1, 0) == doctest::Approx(0.5).epsilon(1e-3));
}

TEST_CASE("a model that is too sure is made as sure as it is right") {
    Matrix probabilities(100, 2);
    std::vector<std::uint32_t> labels;
    for (std::uint32_t item = 0; item < 100; ++item) { // right in 80 of 100, but 99 % sure
        probabilities(item, 0) = 0.99;
        probabilities(item, 1) = 0.01;
        labels.push_back(item < 80 ? 0 : 1);
    }
    const double temperature = fitTemperature(probabilities, labels);
    CHECK(temperature == doctest::Approx(std::log(99) / std::log(4)).epsilon(1e-6));
    CHECK(fitTemperature(Matrix(0, 2), {}) == 1);
    const auto scores = scorePredictions(probabilities, labels);
    CHECK(scores->accuracy == doctest::Approx(0.8));
    CHECK(scores->calibrationError == doctest::Approx(0.206));
    CHECK_FALSE(scorePredictions(Matrix(0, 2), {}));
}

TEST_CASE("pictures differ by their colours and by the way their edges run") {
    const auto red = imageFeatures(pictureOf(20, 10, [](int, int) { return Pixel{255, 0, 0}; }));
    const auto blue = imageFeatures(pictureOf(20, 10, [](int, int) { return Pixel{0, 0, 255}; }));
    CHECK(red.size() == kImageFeatures);
    CHECK(std::accumulate(red.begin(), red.begin() + 512, 0.0) == doctest::Approx(1));
    CHECK(std::ranges::max_element(red) - red.begin() !=
          std::ranges::max_element(blue) - blue.begin());
    const auto stripes = [](bool across) {
        return imageFeatures(pictureOf(64, 64, [across](int x, int y) {
            const std::uint8_t light = ((across ? y : x) / 4) % 2 == 0 ? 255 : 0;
            return Pixel{light, light, light};
        }));
    };
    const auto down = stripes(false);
    const auto across = stripes(true);
    CHECK(down[512] > 0.1); // of the first direction, in the first block
    CHECK(across[512] < 0.01);
    CHECK(std::ranges::all_of(imageFeatures(Picture{}), [](double value) { return value == 0; }));
}

TEST_CASE("a saved model says the same when it is read again") {
    const SavedModel saved = smallModel();
    const auto written = cartouche::json::parseJson(cartouche::json::writeJson(writeModel(saved)));
    const auto read = readModel(*written);
    REQUIRE(read);
    CHECK(read->labels == saved.labels);
    CHECK(read->fields == saved.fields);
    CHECK(read->model.weights == saved.model.weights);
    CHECK(read->model.biases == saved.model.biases);
}

TEST_CASE("a file that is no model, or does not fit together, is refused with the place") {
    const cartouche::json::Json good = writeModel(smallModel());
    const auto problem = [&good](const char* key, const char* value) {
        cartouche::json::Json bad = good;
        bad[key] = *cartouche::json::parseJson(value);
        const auto read = readModel(bad);
        return read ? "" : read.error().where.pointer + ": " + read.error().message;
    };
    CHECK(problem("format", "\"other\"") ==
          ": This is no model that `cartouche learn --save` wrote");
    CHECK(problem("version", "2") ==
          "/version: This model is of version 2; this program reads version 1");
    CHECK(problem("bits", "40") == "/bits: \"bits\" must be from 8 to 22");
    CHECK(problem("labels", "[\"a\"]") == "/labels: \"labels\" must be a list of 2 texts or more");
    CHECK(problem("biases", "[1]") == "/biases: \"biases\" must be 2 numbers");
    CHECK(problem("temperature", "0") == "/temperature: \"temperature\" must be a number above 0");
    CHECK(problem("columns", "[999]") ==
          "/weights: \"columns\" and \"weights\" must be lists of one length");
    CHECK_FALSE(readModel(cartouche::json::Json()));
}

TEST_CASE("a small file cannot ask for a model of gigabytes") {
    cartouche::json::Json wish = writeModel(smallModel());
    wish["bits"] = 22;
    const auto asked = [&wish](std::size_t labels) {
        wish["labels"] = std::vector<std::string>(labels, "a");
        return readModel(wish);
    };
    const auto tooMany = asked(33);
    REQUIRE_FALSE(tooMany);
    CHECK(tooMany.error().message == "A model of 33 labels and 4194304 features is too large");
    CHECK(tooMany.error().where.pointer == "/labels");
    // As many as there may be: it is the numbers that are missed then.
    CHECK(asked(32).error().message == "\"biases\" must be 32 numbers");
    wish["input"] = "numbers";
    wish["fields"] = std::vector<std::string>(1U << 16U, "a");
    wish["means"] = std::vector<double>(1U << 16U, 0);
    wish["scales"] = std::vector<double>(1U << 16U, 1);
    CHECK(asked(2049).error().message == "A model of 2049 labels and 65536 features is too large");
}
