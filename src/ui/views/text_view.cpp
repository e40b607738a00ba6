// Text, HyperText, Paragraphs, Chat and Markdown: the room that they have on the canvas. The page
// lays the text itself over it (text_layers.h).

#include "core/language/message.h"
#include "ui/problems.h"
#include "ui/text_layers.h"
#include "ui/views/chat_composer.h"
#include "ui/views/phrases_bar.h"
#include "ui/views/stage_place.h"
#include "ui/views/views.h"
#include "ui/widgets/diagnostic_card.h"

#include <algorithm>
#include <string>

namespace cartouche::ui {

namespace {

constexpr float kLeast = 56.0F;
constexpr float kLeastOfLong = 280.0F; // what is longer scrolls, or takes what room is left
constexpr float kUnitsPerLine = 90.0F;
constexpr float kLineHeight = 30.0F;

std::uint32_t widgetOf(const config::Tag& tag) {
    ImGui::PushID(&tag);
    const std::uint32_t widget = ImGui::GetID("text");
    ImGui::PopID();
    return widget;
}

/// As the page measured it; before that, a guess.
float wantedHeight(const Context& context, const config::Tag& tag) {
    const float measured = context.textLayers.heightOf(widgetOf(tag));
    if (measured > 0) {
        return std::max(measured, kLeast);
    }
    const editor::TextWorkspace* text = context.editor.findText(tag);
    const auto length = text == nullptr || !text->content() ? 0 : text->content()->text().size();
    return kLeast + kLineHeight * static_cast<float>(length) / kUnitsPerLine;
}

void drawMessage(Context& context, const config::Tag& tag, const std::string& message,
                 const Box& box) {
    context.painter.textCentered(box, message, context.palette.textMuted, {});
    SemanticsNode node;
    node.id = widgetOf(tag);
    node.role = "status";
    node.name = language::say(
        "text.message", {{"control", tag.spelling()}, {"name", tag.name()}, {"message", message}});
    node.box = box.corners();
    context.semantics.add(std::move(node));
}

void drawProblem(Context& context, const config::Tag& tag, const diagnostics::Diagnostic& problem,
                 const Box& box) {
    ImGui::PushID(&tag);
    drawDiagnosticCard(
        context, "problem", problem,
        {box.left, box.top, box.width, diagnosticCardHeight(context, problem, box.width)});
    ImGui::PopID();
}

void placeLayer(Context& context, editor::TextWorkspace& text, const Box& box) {
    SemanticsNode node;
    node.id = widgetOf(text.tag());
    node.role = "document";
    node.name = text.tag().name().empty() ? text.tag().spelling() : text.tag().name();
    node.box = box.corners();
    node.isFocusable = true;
    context.semantics.addLayer(node);
    TextPlace place{.text = &text,
                    .widget = node.id,
                    .box = box,
                    .visible = shownPart(box),
                    .isForShow = context.isForShow};
    editor::Candidates* candidates = context.isForShow ? nullptr : context.editor.candidates();
    place.offered = candidates == nullptr ? nullptr : candidates->findText(text);
    place.currentOffer = place.offered == nullptr ? std::nullopt : candidates->current();
    place.finder = &context.editor.finder();
    place.privateData = &context.editor.privateData();
    place.search = context.isForShow ? nullptr : &context.editor.search();
    context.textPlaces.push_back(place);
    if (context.isFocusVisible && context.focusedId == node.id) {
        context.painter.focusRing(box, context.palette.focus, metrics::kRadius);
    }
}

} // namespace

float markdownHeight(const Context& context, const config::Tag& tag, float) {
    const editor::TextWorkspace* text = context.editor.findText(tag);
    const bool isEmpty = text == nullptr || (text->markup().empty() && !text->content());
    return isEmpty ? 0 : wantedHeight(context, tag);
}

void drawMarkdown(Context& context, const config::Tag& tag, const Box& box) {
    editor::TextWorkspace* text = context.editor.findText(tag);
    if (text != nullptr && text->content()) {
        placeLayer(context, *text, box);
    }
}

float textHeight(const Context& context, const config::Tag& tag, float width) {
    const diagnostics::Diagnostic* problem = findTextProblem(context, tag);
    const editor::TextWorkspace* text = context.editor.findText(tag);
    return problem != nullptr
               ? diagnosticCardHeight(context, *problem, width)
               : phrasesBarHeight(context, text, width) + chatComposerHeight(context, text, width) +
                     std::min(wantedHeight(context, tag), kLeastOfLong);
}

bool textStretches(const Context& context, const config::Tag& tag) {
    return findTextProblem(context, tag) == nullptr && wantedHeight(context, tag) > kLeastOfLong;
}

void drawText(Context& context, const config::Tag& tag, const Box& box) {
    editor::TextWorkspace* text = context.editor.findText(tag);
    if (const diagnostics::Diagnostic* problem = findTextProblem(context, tag)) {
        drawProblem(context, tag, *problem, box);
    } else {
        const float bar = phrasesBarHeight(context, text, box.width);
        if (bar > 0) {
            drawPhrasesBar(context, *text, box);
        }
        const float composer = chatComposerHeight(context, text, box.width);
        if (composer > 0) {
            drawChatComposer(context, *text,
                             {box.left, box.bottom() - composer, box.width, composer});
        }
        const Box room{box.left, box.top + bar, box.width, box.height - bar - composer};
        context.painter.outline(room, context.palette.border, metrics::kRadius);
        if (text == nullptr ||
            (!text->content() && text->address().empty() && text->markup().empty())) {
            drawMessage(context, tag, language::say("text.none"), room);
        } else if (!text->content()) {
            drawMessage(context, tag, language::say("text.loading"), room);
        } else {
            placeLayer(context, *text, room.inset(1));
        }
    }
}

} // namespace cartouche::ui
