#pragma once

#include <algorithm>
#include <string>
#include <vector>

namespace cartouche::editor {

/// Puts what was chosen in the order in which the config lists it (`listed`: items with `stored`),
/// however it was clicked; what the config does not know stays, in front.
template <typename Item>
void sortAsListed(std::vector<std::string>& chosen, const std::vector<Item>& listed) {
    std::ranges::stable_sort(chosen, {}, [&listed](const std::string& stored) {
        const auto found = std::ranges::find(listed, stored, &Item::stored);
        return found == listed.end() ? -1 : found - listed.begin();
    });
}

} // namespace cartouche::editor
