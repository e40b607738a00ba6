#pragma once

#include "cli/simulation.h"
#include "core/quality/answer_table.h"
#include "core/sampling/points.h"

#include <cstddef>
#include <iosfwd>
#include <span>
#include <string_view>
#include <vector>

/// What `cartouche sample` prints.
namespace cartouche::cli {

/// What was picked, and why.
struct Picks {
    std::string_view strategy;
    sampling::Items items;
    /// Of all items; empty: it has none.
    std::vector<double> scores;
};

/// `items` are the names of all; so many of them are labeled.
void writePicksJson(std::ostream& out, const quality::Names& items, std::size_t labeled,
                    const Picks& picks);
void writePicksText(std::ostream& out, const quality::Names& items, std::size_t labeled,
                    const Picks& picks);

void writeCurveJson(std::ostream& out, std::string_view strategy,
                    std::span<const CurvePoint> curve);
void writeCurveText(std::ostream& out, std::span<const CurvePoint> curve);

} // namespace cartouche::cli
