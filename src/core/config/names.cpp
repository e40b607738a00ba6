#include "core/config/names.h"

#include <algorithm>
#include <ranges>

namespace cartouche::config {

namespace {

char lowered(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

} // namespace

bool isSameName(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, {}, lowered, lowered);
}

std::string lowerCased(std::string_view text) {
    std::string result(text);
    std::ranges::transform(result, result.begin(), lowered);
    return result;
}

bool isListed(std::string_view list, std::string_view name) {
    return std::ranges::any_of(std::views::split(list, '|'), [name](const auto part) {
        return isSameName(std::string_view(part), name);
    });
}

} // namespace cartouche::config
