// Accuracies on real crowd data, beside those that the reference file holds. Additional: without
// the data the test says so and passes.

#include "core/quality/bayesian.h"
#include "core/quality/dawid_skene.h"
#include "core/quality/glad.h"
#include "core/quality/kos.h"
#include "core/quality/mace.h"
#include "core/quality/one_coin.h"
#include "core/quality/voting.h"
#include "quality/crowd_data.h"
#include "quality/reference_kinds.h"

#include <doctest/doctest.h>

#include <array>
#include <cstdlib>
#include <fstream>
#include <iterator>

using namespace cartouche;
using namespace cartouche::quality;
using cartouche::tests::CrowdData;
using cartouche::tests::Json;

namespace {

namespace fs = std::filesystem;

const fs::path kQuality = fs::path(CARTOUCHE_SOURCE_DIR).parent_path() / "shared" / "quality";

struct Method {
    std::string_view name; // in the reference file
    Matrix (*run)(const Answers& answers);
};

constexpr std::array kMethods{
    Method{"MV_first", [](const Answers& answers) { return majorityVote(answers).probabilities; }},
    Method{"Wawa", [](const Answers& answers) { return wawa(answers).probabilities; }},
    Method{"ZBS", [](const Answers& answers) { return zeroBasedSkill(answers).probabilities; }},
    Method{"DS100",
           [](const Answers& answers) { return dawidSkene(answers).consensus.probabilities; }},
    Method{"DS_smooth.01",
           [](const Answers& answers) {
               return dawidSkene(answers, {.smoothing = 0.01}).consensus.probabilities;
           }},
    Method{"OneCoin",
           [](const Answers& answers) { return oneCoin(answers).consensus.probabilities; }},
    Method{"ZenCrowd20",
           [](const Answers& answers) {
               return oneCoin(answers, zenCrowdOptions()).consensus.probabilities;
           }},
    Method{"IBCC", [](const Answers& answers) { return ibcc(answers).probabilities; }},
    Method{"BWA",
           [](const Answers& answers) { return bayesianWeightedAverage(answers).probabilities; }},
    Method{"MACE_vb_det",
           [](const Answers& answers) { return mace(answers).consensus.probabilities; }},
    Method{"MACE_em_det",
           [](const Answers& answers) {
               return mace(answers, {.inference = MaceInference::Em}).consensus.probabilities;
           }},
    Method{"KOS", [](const Answers& answers) { return kos(answers)->probabilities; }},
    Method{"GLAD", [](const Answers& answers) { return glad(answers).consensus.probabilities; }},
};

Json readReference() {
    std::ifstream file(kQuality / "reference-values.json", std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    return (*json::parseJson(text))["dataset_level"]["crowd_accuracy"];
}

} // namespace

TEST_CASE("every method is as accurate on real crowds as the reference says") {
    if (!fs::is_directory(kQuality)) {
        MESSAGE("skipped: the data is not beside this checkout");
        return;
    }
    const Json reference = readReference();
    const bool isThorough = std::getenv("CARTOUCHE_THOROUGH") != nullptr;
    int compared = 0;
    for (const auto& [name, expected] : reference.items()) {
        const fs::path folder = kQuality / "datasets" / "crowd" / name;
        if (!fs::exists(folder / "label.csv")) {
            continue;
        }
        const CrowdData data = tests::readCrowdData(folder);
        CHECK(data.table.answers.list.size() == expected["n"]["answers"]);
        if (data.table.answers.list.size() > 15'000 && !isThorough) { // seconds under sanitizers
            continue;
        }
        for (const Method& method : kMethods) {
            if (!expected.contains(method.name)) {
                continue;
            }
            const double accuracy = tests::accuracyOf(data, method.run(data.table.answers));
            const double published = expected[method.name].get<double>();
            CHECK_MESSAGE(std::abs(accuracy - published) <= 0.002,
                          name << ' ' << method.name << ": " << accuracy << " instead of "
                               << published);
            ++compared;
        }
    }
    MESSAGE(compared << " accuracies compared");
    CHECK(compared > 40);
}
