#include "core/config/hotkeys.h"

#include "core/config/names.h"
#include "core/config/xml_text.h"

#include <algorithm>
#include <ranges>

namespace cartouche::config {

void takeHotkeys(std::string_view written, std::set<std::string>& taken) {
    for (const auto part : std::views::split(written, ',')) {
        if (const std::string_view key = trimmed(std::string_view(part)); !key.empty()) {
            taken.insert(lowerCased(key));
        }
    }
}

void assignHotkeys(const std::vector<std::string*>& hotkeys, std::set<std::string> taken) {
    constexpr std::string_view kSequence = "1234567890qwetasdfgzxcvbyiopjklnm";
    for (const std::string* hotkey : hotkeys) {
        takeHotkeys(*hotkey, taken);
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
