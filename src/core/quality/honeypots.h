#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

/// Tasks whose answer is known, to see how good an annotator is.
namespace cartouche::quality {

struct ScoreInterval {
    double low = 0;
    double high = 1;
};

/// Where the true share lies with this confidence, given that `right` of `count` were; from 0 to 1
/// if there is none. Source: Wilson, "Probable Inference, the Law of Succession, and Statistical
/// Inference" (1927).
ScoreInterval wilsonInterval(double right, double count, double confidence = 0.95);

/// The mean of the accuracy before which every accuracy was as likely: (right + 1) / (count + 2).
double posteriorAccuracy(double right, double count);

/// How probably the accuracy is below `least`, all of them having been as likely before.
double probabilityBelow(double least, double right, double count);

/// What to test, and how often the verdict may be wrong.
struct SequentialTest {
    double poorAccuracy = 0.6;
    double goodAccuracy = 0.9;
    /// How often a poor annotator may pass, and a good one fail.
    double falsePasses = 0.05;
    double falseFailures = 0.05;
};

enum class Verdict { Open, Good, Poor };

struct SequentialResult {
    Verdict verdict = Verdict::Open;
    /// How many answers it took.
    std::size_t answers = 0;
    /// The logarithm of how much likelier the answers are from a good annotator.
    double logRatio = 0;
};

/// Looks at answers until it is clear whether the annotator is good. Source: Wald, "Sequential
/// Tests of Statistical Hypotheses" (1945).
SequentialResult runSequentialTest(std::span<const int> isRight, const SequentialTest& test = {});

/// How an annotator has changed.
struct Drift {
    /// Shares of right answers in the first half, and in the second, which has one more if they are
    /// odd.
    double early = 0;
    double late = 0;
    /// How often halves would be this far apart, or farther, by chance: by the normal deviate of
    /// the difference of two shares.
    double chance = 1;
};

/// Of answers in the order in which they were given. Nothing of fewer than four.
std::optional<Drift> findDrift(std::span<const int> isRight);

/// Where tasks with a known answer stand among others: about this share of `tasks` places, in
/// order, never two in a row, the same for the same seed. At most half of the places.
std::vector<std::size_t> honeypotPlaces(std::size_t tasks, double share, std::uint64_t seed);

} // namespace cartouche::quality
