#pragma once

#include "ui/context.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace cartouche::ui {

/// An answer that was given, small, with a button that takes it back.
struct AnswerChip {
    std::string text;
    bool isStray = false; // the config does not have it: it is kept, and stands out
};

/// A path as it is stored, in one line.
std::string pathText(const annotation::Path& path, std::string_view separator);

/// 0 without chips.
float answerChipsHeight(const Context& context, std::span<const AnswerChip> chips, float width);
/// Draws them in wrapped lines; gives the one that is to be taken back.
std::optional<std::size_t> drawAnswerChips(Context& context, std::span<const AnswerChip> chips,
                                           const Box& box);

} // namespace cartouche::ui
