#include "editor/chat.h"

#include "core/json/numbers.h"
#include "core/language/message.h"

#include <algorithm>
#include <format>
#include <optional>
#include <variant>

namespace cartouche::editor {

namespace {

using annotation::AreaHandle;
using geometry::Message;

std::vector<std::string> partsOf(std::string_view list) {
    std::vector<std::string> parts;
    while (!list.empty()) {
        const std::size_t comma = std::min(list.find(','), list.size());
        std::string_view part = list.substr(0, comma);
        list.remove_prefix(std::min(comma + 1, list.size()));
        part.remove_prefix(std::min(part.find_first_not_of(' '), part.size()));
        part = part.substr(0, part.find_last_not_of(' ') + 1);
        if (!part.empty()) {
            parts.emplace_back(part);
        }
    }
    return parts;
}

const Message& messageOf(const annotation::Document& document, AreaHandle area) {
    return std::get<Message>(*document.areas().find(area)->shape);
}

} // namespace

std::vector<std::string> messageRoles(const config::Tag& chat) {
    auto roles = partsOf(chat.text("messageRoles"));
    if (roles.empty()) {
        roles = {"user"};
        if (chat.text("llm").empty()) {
            roles.emplace_back("assistant");
        }
    }
    return roles;
}

bool isEditable(const config::Tag& chat, std::string_view role) {
    const std::string_view wish = chat.text("editable");
    return wish == "true" || (wish != "false" && std::ranges::contains(partsOf(wish), role));
}

std::vector<AreaHandle> messagesOf(const annotation::Document& document, const config::Tag& chat) {
    std::vector<AreaHandle> messages;
    for (const AreaHandle handle : document.areas().handles()) {
        const annotation::Area& area = *document.areas().find(handle);
        if (area.shape && std::holds_alternative<Message>(*area.shape) &&
            area.object == chat.name()) {
            messages.push_back(handle);
        }
    }
    std::ranges::stable_sort(messages, {}, [&document](AreaHandle message) {
        return messageOf(document, message).createdAt;
    });
    return messages;
}

bool hasRoomForMessage(const config::Tag& chat, std::size_t count) {
    const auto most = json::parseNumber(chat.text("maxMessages"));
    return !most || static_cast<double>(count) < *most;
}

std::string messageCountFault(const config::Tag& chat, std::size_t count) {
    const auto fewest = json::parseNumber(chat.text("minMessages"));
    const auto most = json::parseNumber(chat.text("maxMessages"));
    const auto number = static_cast<double>(count);
    if (fewest && number < *fewest) {
        return language::say(
            "chat.too-few",
            {{"name", chat.name()}, {"least", std::format("{}", *fewest)}, {"count", count}});
    }
    if (most && number > *most) {
        return language::say(
            "chat.too-many",
            {{"name", chat.name()}, {"most", std::format("{}", *most)}, {"count", count}});
    }
    return "";
}

std::shared_ptr<const TextContent> withMessages(const TextContent& base,
                                                const annotation::Document& document,
                                                const config::Tag& chat) {
    std::vector<Phrase> phrases = base.phrases();
    if (!base.hasPhrases() && !base.text().empty()) {
        phrases.push_back({.author = "", .text = base.text()}); // a line before the conversation
    }
    for (const AreaHandle handle : messagesOf(document, chat)) {
        const Message& message = messageOf(document, handle);
        phrases.push_back({.author = message.role,
                           .text = message.content,
                           .message = document.areas().find(handle)->id});
    }
    return std::make_shared<TextContent>(std::move(phrases));
}

} // namespace cartouche::editor
