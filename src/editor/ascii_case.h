#pragma once

#include <algorithm>
#include <string>
#include <string_view>

/// Letters of ASCII alone: the same in every language of the system.
namespace cartouche::editor {

constexpr char lowered(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

inline std::string lowered(std::string_view text) {
    std::string result(text);
    std::ranges::transform(result, result.begin(), [](char letter) { return lowered(letter); });
    return result;
}

} // namespace cartouche::editor
