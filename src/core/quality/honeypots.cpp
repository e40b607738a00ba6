#include "core/quality/honeypots.h"

#include "core/quality/random.h"
#include "core/quality/special_functions.h"

#include <algorithm>
#include <cmath>

namespace cartouche::quality {

ScoreInterval wilsonInterval(double right, double count, double confidence) {
    if (count <= 0) {
        return {};
    }
    const double squared = chiSquaredQuantile(1 - confidence, 1); // of the normal quantile
    const double share = right / count;
    const double scale = 1 + (squared / count);
    const double center = (share + (squared / (2 * count))) / scale;
    const double half =
        std::sqrt(squared * ((share * (1 - share) / count) + (squared / (4 * count * count)))) /
        scale;
    return {right <= 0 ? 0 : center - half, right >= count ? 1 : center + half};
}

double posteriorAccuracy(double right, double count) {
    return (right + 1) / (count + 2);
}

double probabilityBelow(double least, double right, double count) {
    return regularizedBeta(least, right + 1, count - right + 1);
}

SequentialResult runSequentialTest(std::span<const int> isRight, const SequentialTest& test) {
    const double pass = std::log((1 - test.falseFailures) / test.falsePasses);
    const double fail = std::log(test.falseFailures / (1 - test.falsePasses));
    SequentialResult result;
    for (const int right : isRight) {
        result.logRatio += right != 0 ? std::log(test.goodAccuracy / test.poorAccuracy)
                                      : std::log((1 - test.goodAccuracy) / (1 - test.poorAccuracy));
        ++result.answers;
        if (result.logRatio >= pass || result.logRatio <= fail) {
            result.verdict = result.logRatio >= pass ? Verdict::Good : Verdict::Poor;
            break;
        }
    }
    return result;
}

std::optional<Drift> findDrift(std::span<const int> isRight) {
    constexpr std::size_t kFewest = 4;
    if (isRight.size() < kFewest) {
        return std::nullopt;
    }
    const std::size_t half = isRight.size() / 2;
    const auto rightIn = [](std::span<const int> answers) {
        return static_cast<double>(
            std::ranges::count_if(answers, [](int right) { return right != 0; }));
    };
    const double first = rightIn(isRight.first(half));
    const double second = rightIn(isRight.subspan(half));
    const auto firstCount = static_cast<double>(half);
    const auto secondCount = static_cast<double>(isRight.size() - half);
    Drift drift{.early = first / firstCount, .late = second / secondCount};
    const double share = (first + second) / (firstCount + secondCount);
    const double variance = share * (1 - share) * ((1 / firstCount) + (1 / secondCount));
    if (variance > 0) {
        drift.chance = std::erfc(std::abs(drift.late - drift.early) / std::sqrt(2 * variance));
    }
    return drift;
}

std::vector<std::size_t> honeypotPlaces(std::size_t tasks, double share, std::uint64_t seed) {
    const auto wanted = static_cast<std::size_t>(
        std::round(std::clamp(share, 0.0, 0.5) * static_cast<double>(tasks)));
    const std::size_t count = std::min(wanted, (tasks + 1) / 2);
    // Chosen among so many fewer places, and then moved apart by one each: no two can touch.
    const std::size_t places = tasks + 1 - std::max<std::size_t>(count, 1);
    std::vector<std::size_t> chosen;
    Random random(seed);
    for (std::size_t place = 0; place < places && chosen.size() < count; ++place) {
        // Knuth's selection sampling: each of the places left is as likely.
        if (random.below(places - place) < count - chosen.size()) {
            chosen.push_back(place + chosen.size());
        }
    }
    return chosen;
}

} // namespace cartouche::quality
