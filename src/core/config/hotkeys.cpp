#include "core/config/hotkeys.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

namespace cartouche::config {

void assignHotkeys(std::vector<ChoicesControl>& controls) {
    constexpr std::string_view kSequence = "1234567890qwetasdfgzxcvbyiopjklnm";
    std::set<std::string> taken;
    for (const ChoicesControl& control : controls) {
        for (const Choice& choice : control.choices) {
            taken.insert(choice.hotkey);
        }
    }
    auto next = kSequence.begin();
    for (ChoicesControl& control : controls) {
        for (Choice& choice : control.choices) {
            if (!choice.hotkey.empty()) {
                continue;
            }
            next = std::find_if(next, kSequence.end(),
                                [&](char key) { return !taken.contains(std::string(1, key)); });
            if (next == kSequence.end()) {
                return;
            }
            choice.hotkey = *next++;
        }
    }
}

} // namespace cartouche::config
