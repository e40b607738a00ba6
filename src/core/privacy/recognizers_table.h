#pragma once

#include "core/privacy/validators.h"

#include <span>
#include <string_view>

namespace cartouche::privacy {

/// One form in which a kind of number is written.
struct NumberForm {
    std::string_view type;
    std::string_view pattern; // pattern.h
    /// How sure a match is: one whose check digits are right, where `isValid` looks at them.
    double score = 0;
    Validator isValid = nullptr;
    /// What is written before it, in lower case, separated by `|`.
    std::string_view words;
};

/// All forms. Where chance would often get the check digits right, as of one check digit among
/// digits without separators, the score alone is below the threshold, and the words decide.
std::span<const NumberForm> numberForms();

} // namespace cartouche::privacy
