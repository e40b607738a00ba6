#pragma once

#include "core/annotation/document.h"
#include "core/config/tag.h"
#include "editor/text_content.h"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

/// The messages that are added to a Chat (spec/tags.md, Chat; spec/results.md 4.21). Those that
/// came with the task are not regions, and stay as they are.
namespace cartouche::editor {

/// Who can be said to write: never empty.
std::vector<std::string> messageRoles(const config::Tag& chat);
/// Whether what this role wrote may be changed.
bool isEditable(const config::Tag& chat, std::string_view role);
/// Those that were added, in the order in which they were written.
std::vector<annotation::AreaHandle> messagesOf(const annotation::Document& document,
                                               const config::Tag& chat);
/// Whether there may be another one.
bool hasRoomForMessage(const config::Tag& chat, std::size_t count);
/// Why that many keep from submitting; empty: they do not.
std::string messageCountFault(const config::Tag& chat, std::size_t count);
/// The conversation that came with the task, and the messages behind it.
std::shared_ptr<const TextContent> withMessages(const TextContent& base,
                                                const annotation::Document& document,
                                                const config::Tag& chat);

} // namespace cartouche::editor
