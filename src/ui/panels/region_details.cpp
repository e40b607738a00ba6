// What is selected: what it is, what can be done with it, and its numbers.

#include "core/language/message.h"
#include "editor/region_text.h"
#include "ui/panels/side_parts.h"
#include "ui/side_panel_state.h"
#include "ui/widgets/command_button.h"
#include "ui/widgets/scrolled.h"

#include <array>
#include <format>
#include <map>
#include <string>
#include <utility>

namespace cartouche::ui {

namespace {

using annotation::Area;
using editor::CommandId;

constexpr float kLineHeight = 26.0F;
constexpr float kToolHeight = 34.0F;
constexpr float kGap = 8.0F;

constexpr std::array kTools{
    CommandIcon{CommandId::Relate, Icon::Link},
    CommandIcon{CommandId::ToggleLocked, Icon::Lock},
    CommandIcon{CommandId::ToggleHidden, Icon::Eye},
    CommandIcon{CommandId::DuplicateRegions, Icon::Copy},
    CommandIcon{CommandId::BringToFront, Icon::Front},
    CommandIcon{CommandId::SendToBack, Icon::Back},
    CommandIcon{CommandId::DeleteRegions, Icon::Trash},
};

void drawText(Context& context, std::string_view key, const std::string& text, bool isHead,
              const Box& box) {
    context.painter.textLine(box, text, isHead ? context.palette.text : context.palette.textMuted,
                             isHead ? kSideHeadStyle : kSideTextStyle);
    SemanticsNode node;
    node.id = ImGui::GetID(key.data(), key.data() + key.size());
    node.role = isHead ? "heading" : "text";
    node.level = isHead ? 2 : 0;
    node.name = text;
    node.box = box.corners();
    context.semantics.add(std::move(node));
}

/// "3 regions: 2 Car, 1 Van"
std::string summaryOf(const Context& context) {
    const auto& selection = context.editor.regions().selection();
    constexpr std::size_t kMostCounted = 5000;
    std::map<std::string, std::size_t> counts;
    for (const auto region : selection) {
        if (selection.size() <= kMostCounted) {
            ++counts[editor::describeLabels(context.editor.interface(),
                                            *context.editor.document().areas().find(region))];
        }
    }
    std::string text;
    for (const auto& [labels, count] : counts) {
        text += text.empty() ? "" : language::say("list.comma");
        text += language::say("details.count-of-labels", {{"count", count}, {"labels", labels}});
    }
    return counts.empty()
               ? language::say("details.regions", {{"count", selection.size()}})
               : language::say("details.selected", {{"count", selection.size()}, {"labels", text}});
}

std::string originOf(const Area& area) {
    return language::say(area.origin == annotation::Origin::Manual
                             ? language::Key("details.by-hand")
                         : area.origin == annotation::Origin::Prediction
                             ? language::Key("details.predicted")
                             : language::Key("details.predicted-then-changed"));
}

/// "predicted · score 0.93 · read-only · id abc"
std::string factsOf(const Area& area) {
    const std::string point = language::say("list.point");
    std::string text = originOf(area);
    if (const auto score = editor::scoreOf(area)) {
        text += point + language::say("details.score", {{"score", std::format("{:.2f}", *score)}});
    }
    if (area.isReadonly()) {
        text += point + language::say("details.read-only");
    } else if (area.isLocked) {
        text += point + language::say("details.locked");
    }
    return text + point + language::say("details.id", {{"id", area.id}});
}

/// "Person, span: Ada Lovelace"
std::string headOf(const Context& context, const Area& area) {
    const std::string excerpt = context.editor.excerptOf(area);
    const std::string region = editor::describeRegion(context.editor.interface(), area);
    return excerpt.empty()
               ? region
               : language::say("region.with-text", {{"region", region}, {"text", excerpt}});
}

/// Of the annotation as a whole.
std::string factsOf(const Context& context) {
    const annotation::Document& document = context.editor.document();
    const auto regions = std::ssize(context.editor.regions().list());
    const auto relations = std::ranges::distance(document.relations().handles());
    return language::say("details.regions", {{"count", regions}}) + language::say("list.point") +
           language::say("details.relations", {{"count", relations}});
}

} // namespace

float detailsHeight(const Context& context) {
    const auto& selection = context.editor.regions().selection();
    if (selection.empty()) {
        return 2 * kLineHeight + kGap;
    }
    const float head = kLineHeight + kToolHeight + 2 * kGap;
    return selection.size() == 1
               ? head + regionFieldsHeight(context, selection.front()) + kLineHeight
               : head;
}

void drawDetails(Context& context, const Box& box) {
    ImGui::PushID("details");
    const float width = beginScrolled("details", box);
    const auto& selection = context.editor.regions().selection();
    Box at{box.left, box.top - ImGui::GetScrollY(), width, kLineHeight};
    if (selection.empty()) {
        drawText(context, "head", language::say("details.nothing"), true, at);
        at.top += kLineHeight;
        drawText(context, "facts", factsOf(context), false, at);
    } else {
        const bool isOne = selection.size() == 1;
        const Area& first = *context.editor.document().areas().find(selection.front());
        drawText(context, "head", isOne ? headOf(context, first) : summaryOf(context), true, at);
        at.top += kLineHeight;
        drawCommandRow(context, language::say("details.toolbar"), kTools,
                       {at.left, at.top, at.width, kToolHeight}, 4);
        at.top += kToolHeight + kGap;
        if (isOne) {
            const auto region = selection.front();
            const std::string facts = factsOf(first);
            const float fields = regionFieldsHeight(context, region);
            drawRegionFields(context, region, {at.left, at.top, at.width, fields});
            at.top += fields;
            drawText(context, "facts", facts, false, at);
        }
    }
    endScrolled(context, box, detailsHeight(context));
    ImGui::PopID();
}

} // namespace cartouche::ui
