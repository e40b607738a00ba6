// Messages that are written into a Chat.

#include "core/language/message.h"
#include "editor/chat.h"
#include "editor/editor.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <variant>

namespace cartouche::editor {

using annotation::AreaHandle;

bool Editor::canAddMessage(const TextWorkspace& chat) const {
    return chat.tag().kind() == config::TagKind::Chat && !isReadonly() &&
           hasRoomForMessage(chat.tag(), messagesOf(document(), chat.tag()).size());
}

void Editor::addMessage(TextWorkspace& chat, std::string role, std::string content) {
    if (!canAddMessage(chat) || content.find_first_not_of(" \n") == std::string::npos) {
        return;
    }
    double createdAt = std::floor(m_services.nowMs());                  // whole milliseconds
    for (const AreaHandle other : messagesOf(document(), chat.tag())) { // it is the last one
        const auto& shape = *document().areas().find(other)->shape;
        createdAt = std::max(createdAt, std::get<geometry::Message>(shape).createdAt + 1);
    }
    annotation::Area area{.object = annotation::Name(chat.tag().name()),
                          .shape = geometry::Message{.role = std::move(role),
                                                     .content = std::move(content),
                                                     .createdAt = createdAt}};
    area.results.push_back({.control = annotation::Name(chat.tag().name()),
                            .type = annotation::ResultType::ChatMessage});
    regions().insert(language::later("history.new-message"), {std::move(area)}, {});
    regions().select({}); // the next one is written, or answers are given
}

std::optional<AreaHandle> Editor::editableMessage(const TextWorkspace& chat) const {
    const auto& selection = regions().selection();
    if (m_privateData.mode() == PrivateData::Mode::Masked) {
        return std::nullopt; // to be changed, it would have to be shown
    }
    if (selection.size() != 1 || !regions().isEditable(selection.front())) {
        return std::nullopt;
    }
    const annotation::Area& area = *document().areas().find(selection.front());
    const auto* message = area.shape ? std::get_if<geometry::Message>(&*area.shape) : nullptr;
    return message != nullptr && chat.isMine(area) && isEditable(chat.tag(), message->role)
               ? std::optional(selection.front())
               : std::nullopt;
}

void Editor::setMessage(AreaHandle message, std::string content) {
    const annotation::Area* area = document().areas().find(message);
    if (area != nullptr && area->shape) {
        auto changed = std::get<geometry::Message>(*area->shape);
        changed.content = std::move(content);
        regions().setShapes(language::later("history.edit-message"),
                            {{message, std::move(changed)}});
    }
}

} // namespace cartouche::editor
