#include "ui/views/chat_composer.h"

#include "core/config/css_color.h"
#include "core/config/label_color.h"
#include "core/language/message.h"
#include "editor/chat.h"
#include "ui/colors.h"
#include "ui/views/form_group.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label_chip.h"
#include "ui/widgets/text_field.h"
#include "ui/widgets/wrapped.h"

#include <algorithm>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace cartouche::ui {

namespace {

constexpr int kRows = 2;
constexpr float kFieldHeight = 61.0F;
constexpr float kLeastButtonWidth = 72.0F;
constexpr float kChipHeight = 30.0F;
constexpr float kGap = 6.0F;

LabelChip chipOf(const Context& context, const std::string& role, bool isActive) {
    const auto color = config::parseCssColor(config::labelColor(role));
    return {.key = "role",
            .label = role,
            .hotkey = "",
            .hint = "",
            .color = color ? packed(*color) : context.palette.accent,
            .isActive = isActive};
}

std::vector<Box> placeRoles(const Context& context, const std::vector<std::string>& roles,
                            float width) {
    std::vector<float> widths;
    for (const std::string& role : roles) {
        widths.push_back(labelChipWidth(context, chipOf(context, role, false)));
    }
    return wrapBoxes(widths, width, kChipHeight, kGap);
}

class Composer {
public:
    Composer(Context& context, editor::TextWorkspace& chat, const Box& box)
        : m_context(context), m_chat(chat), m_box(box),
          m_edited(context.editor.editableMessage(chat)) {}

    void draw() {
        ImGui::PushID(&m_chat.tag());
        ImGui::PushID("composer");
        const Box room = openForm(m_context, m_chat.tag(), "group", m_box);
        float top = room.top + kGap;
        if (m_edited) {
            drawField({m_box.left, top, m_box.width, kFieldHeight});
        } else if (m_context.editor.canAddMessage(m_chat)) {
            top += drawRoles(top);
            drawField({m_box.left, top, m_box.width, kFieldHeight});
        }
        m_context.semantics.close();
        ImGui::PopID();
        ImGui::PopID();
    }

private:
    /// How high they are.
    float drawRoles(float top) {
        const auto roles = editor::messageRoles(m_chat.tag());
        if (roles.size() < 2) {
            return 0;
        }
        const auto boxes = placeRoles(m_context, roles, m_box.width);
        for (std::size_t index = 0; index < roles.size(); ++index) {
            ImGui::PushID(static_cast<int>(index));
            const Box at{m_box.left + boxes[index].left, top + boxes[index].top, boxes[index].width,
                         boxes[index].height};
            const bool isActive = index == m_chat.composer().role;
            if (drawLabelChip(m_context, chipOf(m_context, roles[index], isActive), at)) {
                m_chat.composer().role = index;
                m_context.wishes.needsFrame = true;
            }
            ImGui::PopID();
        }
        return wrappedHeight(boxes) + kGap;
    }

    void drawField(const Box& box) {
        editor::TextWorkspace::Composer& composer = m_chat.composer();
        if (m_edited != composer.edited) { // what was typed of another one is not of this
            composer.edited = m_edited;
            composer.change = m_edited ? std::optional(contentOf(*m_edited)) : std::nullopt;
        }
        std::string& typed = m_edited ? *composer.change : composer.text;
        Button button;
        button.key = "send";
        button.label =
            language::say(m_edited ? language::Key("chat.change") : language::Key("chat.send"));
        constexpr float kLess = 16.0F; // than other buttons have beside their labels
        const float width = std::max(kLeastButtonWidth, buttonWidth(m_context, button) - kLess);
        const Box field{box.left, box.top, box.width - width - kGap, box.height};
        // A field of its own for each message: the page's input element holds what was typed.
        ImGui::PushID(m_edited ? static_cast<int>(m_edited->index) : -1);
        const TextFieldResult input =
            drawTextField(m_context,
                          {.key = "message",
                           .label = language::say(m_edited ? language::Key("chat.change-message")
                                                           : language::Key("chat.message")),
                           .value = typed,
                           .placeholder = language::say("chat.placeholder"),
                           .rows = kRows,
                           .isProse = true},
                          field);
        ImGui::PopID();
        if (takesAttention(m_context, m_chat.tag())) {
            m_context.wishes.focused = input.widget;
        }
        if (input.hasChanged) {
            typed = input.value;
            m_context.wishes.needsFrame = true;
        }
        const bool isEmpty = typed.find_first_not_of(" \n") == std::string::npos;
        const bool isSame = m_edited && typed == contentOf(*m_edited);
        button.availability = isEmpty || isSame ? Availability::Disabled : Availability::Enabled;
        const Box place{field.right() + kGap, box.top, width, metrics::kControlHeight};
        m_context.painter.outline(place, m_context.palette.controlBorder, metrics::kRadius);
        const bool isPressed = drawButton(m_context, button, place);
        if ((isPressed || input.isCommitted) && !isEmpty && !isSame) {
            send(std::move(typed));
        }
    }

    void send(std::string text) {
        if (m_edited) {
            m_chat.composer().edited.reset();
            m_context.wishes.change = [message = *m_edited, text = std::move(text)](
                                          editor::Editor& on) { on.setMessage(message, text); };
            return;
        }
        m_chat.composer().text.clear();
        const auto roles = editor::messageRoles(m_chat.tag());
        const std::size_t role = std::min(m_chat.composer().role, roles.size() - 1);
        m_context.wishes.change = [&chat = m_chat, role = roles[role], text = std::move(text)](
                                      editor::Editor& on) { on.addMessage(chat, role, text); };
    }

    const std::string& contentOf(annotation::AreaHandle message) const {
        const auto& shape = *m_context.editor.document().areas().find(message)->shape;
        return std::get<geometry::Message>(shape).content;
    }

    Context& m_context;
    editor::TextWorkspace& m_chat;
    Box m_box;
    std::optional<annotation::AreaHandle> m_edited;
};

} // namespace

float chatComposerHeight(const Context& context, const editor::TextWorkspace* chat, float width) {
    if (chat == nullptr || context.isForShow || !chat->content()) {
        return 0;
    }
    const float refusal = problemHeight(context, chat->tag());
    if (context.editor.editableMessage(*chat)) {
        return refusal + kFieldHeight + 2 * kGap;
    }
    if (!context.editor.canAddMessage(*chat)) {
        return refusal;
    }
    const auto roles = editor::messageRoles(chat->tag());
    const float chips =
        roles.size() < 2 ? 0 : wrappedHeight(placeRoles(context, roles, width)) + kGap;
    return refusal + chips + kFieldHeight + 2 * kGap;
}

void drawChatComposer(Context& context, editor::TextWorkspace& chat, const Box& box) {
    Composer(context, chat, box).draw();
}

} // namespace cartouche::ui
