#pragma once

#include "core/annotation/document.h"
#include "core/config/labeling_interface.h"

#include <cstddef>
#include <string>
#include <string_view>

/// What is an answer and what is none: of results that come with a task as of what is typed.
namespace cartouche::editor {

/// Why an answer is none that its control takes, as a sentence: "Number \"11\" is not valid: the
/// greatest is 10."; empty: it takes it. Only of Number, Rating and DateTime: what a control of
/// answers does not have is told answer by answer.
std::string answerFault(const config::Control& control, const annotation::Answer& answer);

/// Why what is typed into a Number or DateTime cannot become an answer, as the rest of a sentence.
/// A number out of limits can: it is one that answerFault() finds.
std::string typedFault(const config::Tag& control, std::string_view text);

/// The whole sentence; empty: there is no fault.
std::string faultSentence(const config::Tag& control, std::string_view shown,
                          std::string_view fault);

/// Of nested choices only the outermost count (spec/edge-cases.md 6.8).
std::size_t countChoices(const annotation::Result* answer);

/// Whether there is an answer that counts: not one that the config does not have, out of limits,
/// or no date; a Rating of 0 is none, either (spec/edge-cases.md 6.5).
bool isAnswered(const config::LabelingInterface& interface, const config::Control& control,
                const annotation::Result* result);

} // namespace cartouche::editor
