#include "editor/keymap.h"

#include "core/diagnostics/suggestion.h"
#include "editor/image_tool.h"

#include <algorithm>
#include <array>
#include <format>
#include <optional>
#include <utility>
#include <vector>

namespace cartouche::editor {

namespace {

using diagnostics::Code;
using json::Json;

/// Names of the reference's keymap for what this editor does not do, or does by other means: a host
/// may well give them keys.
constexpr std::array<std::string_view, 48> kElsewhere{
    "polygon:undo",
    "polygon:redo",
    "region:focus",
    "region:meta",
    "audio:playpause",
    "audio:back",
    "audio:step-backward",
    "audio:step-forward",
    "media:playpause",
    "media:step-backward",
    "media:step-forward",
    "video:keyframe-backward",
    "video:keyframe-forward",
    "video:backward",
    "video:forward",
    "video:rewind",
    "video:fastforward",
    "video:hop-backward",
    "video:hop-forward",
    "ts:grow-left",
    "ts:grow-right",
    "ts:shrink-left",
    "ts:shrink-right",
    "ts:grow-left-large",
    "ts:grow-right-large",
    "ts:shrink-left-large",
    "ts:shrink-right-large",
    "ts:grow-left-largre",
    "ts:grow-right-largre",
    "ts:shrink-left-largre",
    "ts:shrink-right-largre",
    "ts:pan-left",
    "ts:pan-right",
    "ts:pan-left-large",
    "ts:pan-right-large",
    "phrases:next-phrase",
    "phrases:previous-phrase",
    "phrases:next-region",
    "phrases:previous-region",
    "phrases:select_all_annotate",
    "tool:auto-detect",
};

std::vector<std::string> namesHere() {
    std::vector<std::string> names;
    for (const Command& command : commandTable()) {
        names.emplace_back(command.name);
    }
    for (const ImageToolRow& tool : imageTools()) {
        names.emplace_back(tool.name);
    }
    return names;
}

std::string_view defaultKey(std::string_view name) {
    if (const Command* command = findCommand(name)) {
        return command->hotkey;
    }
    const auto tool = std::ranges::find(imageTools(), name, &ImageToolRow::name);
    return tool == imageTools().end() ? std::string_view() : tool->hotkey;
}

diagnostics::Diagnostic problem(Code code, std::string message, std::string_view name) {
    return {code, std::move(message), {.pointer = std::format("/keymap/{}", name)}};
}

/// The text of a key; nothing if there is none.
std::optional<std::string> keyIn(const Json& row, Platform platform) {
    for (const char* member : {"mac", "key"}) {
        const bool isMeant = platform == Platform::Mac || member == std::string_view("key");
        if (isMeant && row.is_object() && row.contains(member) && row[member].is_string()) {
            return row[member].get<std::string>();
        }
    }
    return std::nullopt;
}

} // namespace

std::string_view Keymap::keyOf(std::string_view name) const {
    const auto changed = m_changed.find(name);
    return changed == m_changed.end() ? defaultKey(name) : std::string_view(changed->second);
}

diagnostics::Diagnostics Keymap::change(const Json& keys, Platform platform) {
    m_changed.clear();
    diagnostics::Diagnostics problems;
    const std::vector<std::string> names = namesHere();
    std::vector<std::string> given; // in order
    const Json none = Json::object();
    for (const auto& [name, row] : (keys.is_object() ? keys : none).items()) {
        const auto key = keyIn(row, platform);
        if (!std::ranges::contains(names, name)) {
            if (!std::ranges::contains(kElsewhere, name)) {
                problems.push_back(
                    problem(Code::UnknownCommand,
                            std::format("There is no command \"{}\" to give a key{}", name,
                                        diagnostics::suggestionText(name, names)),
                            name));
            }
        } else if (!key) {
            problems.push_back(problem(
                Code::UnknownCommand,
                std::format("The key of \"{}\" must be a text in its member `key`", name), name));
        } else {
            m_changed.insert_or_assign(name, *key);
            given.push_back(name);
        }
    }
    settle(given, platform, problems);
    return problems;
}

/// Of the names with the same key, the last that was given it keeps it.
void Keymap::settle(const std::vector<std::string>& given, Platform platform,
                    diagnostics::Diagnostics& problems) {
    for (auto name = given.begin(); name != given.end(); ++name) {
        for (const std::string& other : namesHere()) {
            const bool isLater = std::find(name, given.end(), other) != given.end();
            if (isLater || !sharesKey(keyOf(other), keyOf(*name), platform)) {
                continue;
            }
            problems.push_back(
                problem(Code::HotkeyConflict,
                        std::format("\"{}\" takes the key {} of \"{}\", which has none now", *name,
                                    describeHotkey(keyOf(*name), platform), other),
                        *name));
            m_changed.insert_or_assign(other, "");
        }
    }
}

} // namespace cartouche::editor
