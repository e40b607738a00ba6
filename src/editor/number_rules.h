#pragma once

#include "core/config/tag.h"

#include <optional>
#include <string>

namespace cartouche::editor {

/// What a Number or a Rating takes (spec/tags.md 4.3).
struct NumberRules {
    std::optional<double> least;
    std::optional<double> most;
    std::optional<double> step;
    std::optional<double> first; // what a step makes of no answer: of a Number, its defaultValue

    /// Up or down by a step, within what may be.
    double stepped(double number, int by) const;
};

NumberRules numberRules(const config::Tag& control);

/// Why a number may not be an answer, as the rest of a sentence: "the greatest is 10"; empty: it
/// may.
std::string numberFault(const NumberRules& rules, double number);

} // namespace cartouche::editor
