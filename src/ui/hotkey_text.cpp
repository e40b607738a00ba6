#include "ui/hotkey_text.h"

#include <ranges>

namespace cartouche::ui {

namespace {

std::string ariaKey(std::string_view key, editor::Platform platform) {
    if (key == "mod") {
        return platform == editor::Platform::Mac ? "Meta" : "Control";
    }
    if (key == "ctrl") {
        return "Control";
    }
    std::string name(key);
    if (!name.empty() && name.front() >= 'a' && name.front() <= 'z') {
        name.front() = static_cast<char>(name.front() - 'a' + 'A');
    }
    return name;
}

} // namespace

std::string ariaKeyShortcuts(std::string_view hotkey, editor::Platform platform) {
    std::string text;
    const std::string_view named = editor::namedAlternative(hotkey, platform);
    for (const auto part : std::views::split(named, '+')) {
        const std::string key = ariaKey(std::string_view(part), platform);
        text += text.empty() ? key : "+" + key;
    }
    return text;
}

} // namespace cartouche::ui
