#pragma once

#include "core/privacy/bytes.h"
#include "core/privacy/microdata.h"
#include "core/privacy/noise_calibration.h"

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <vector>

/// How often each value of a column occurs, with noise, for release.
namespace cartouche::privacy {

enum class Mechanism { Laplace, Gaussian };

struct CountQuery {
    std::size_t column = 0;
    /// Whose row it is; nothing: each row is somebody else's.
    std::optional<std::size_t> person;
    /// Of how many values one person is counted, once each; further ones are left out.
    std::size_t mostValues = 1;
    double epsilon = 1;
    double delta = 0;
    Mechanism mechanism = Mechanism::Laplace;
    /// Values that are known without the data. Without any, those of the table are told only from a
    /// threshold on, for which delta is needed.
    std::vector<std::string> values;
};

struct PrivateCount {
    std::string value;
    std::int64_t count = 0; // with noise: perhaps below 0
};

struct PrivateCounts {
    std::vector<PrivateCount> counts; // in the order of the values
    double scale = 0;                 // of the noise: Laplace's scale, or sigma
    double threshold = 0;             // from which values are told; 0: all of them
    double halfWidth = 0;             // of a 95 % interval around each count
    double rho = 0;                   // what the noise cost, in zCDP
    double noiseDelta = 0;            // what of delta went into it
};

/// What is wrong with a query, in words for people.
std::optional<std::string> problemOf(const CountQuery& query);

/// The query must have no problem. A person's values are chosen by `random` if there are too many.
PrivateCounts countPrivately(const Microdata& table, const CountQuery& query,
                             const RandomBytes& random);

} // namespace cartouche::privacy
