#include "core/config/hotkeys.h"

#include <algorithm>
#include <set>
#include <string_view>

namespace cartouche::config {

void assignHotkeys(const std::vector<std::string*>& hotkeys) {
    constexpr std::string_view kSequence = "1234567890qwetasdfgzxcvbyiopjklnm";
    std::set<std::string> taken;
    for (const std::string* hotkey : hotkeys) {
        taken.insert(*hotkey);
    }
    auto next = kSequence.begin();
    for (std::string* hotkey : hotkeys) {
        if (!hotkey->empty()) {
            continue;
        }
        next = std::find_if(next, kSequence.end(),
                            [&](char key) { return !taken.contains(std::string(1, key)); });
        if (next == kSequence.end()) {
            return;
        }
        *hotkey = *next++;
    }
}

} // namespace cartouche::config
