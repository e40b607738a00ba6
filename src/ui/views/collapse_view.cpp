// Collapse: panels that are folded by their headings; of an accordion one is open at a time.

#include "ui/views/views.h"
#include "ui/widgets/fold_head.h"

#include <algorithm>
#include <string>

namespace cartouche::ui {

namespace {

using config::Tag;
using config::TagKind;

constexpr float kHead = metrics::kControlHeight;
constexpr float kInset = 12.0F;
constexpr float kGap = 8.0F;

std::string titleOf(const Context& context, const Tag& panel) {
    const json::Json value = context.editor.resolve(panel.text("value"));
    return value.is_string() ? value.get<std::string>() : json::writeJson(value);
}

bool holds(const Tag& tag, const Attention& wanted) {
    return wanted.isFor(tag) || std::ranges::any_of(tag.children(), [&](const auto& child) {
               return holds(*child, wanted);
           });
}

/// As it was left, else as the config has it. What is to be answered before a submit is not folded.
bool isOpen(const Context& context, const Tag& collapse, const Tag& panel) {
    auto& panels = context.workbench.openPanels;
    const auto& attention = context.requests.attention;
    if (attention && holds(panel, *attention)) {
        panels[&panel] = true;
    }
    return panels.try_emplace(&panel, collapse.flag("open") || panel.flag("open")).first->second;
}

void turn(Context& context, const Tag& collapse, const Tag& panel, bool wasOpen) {
    if (!wasOpen && collapse.flag("accordion")) {
        for (const auto& other : collapse.children()) {
            context.workbench.openPanels[other.get()] = false;
        }
    }
    context.workbench.openPanels[&panel] = !wasOpen;
    context.wishes.needsFrame = true;
}

float contentHeight(const Context& context, const Tag& panel, float width) {
    const float height = stackHeight(context, panel, width - 2 * kInset);
    return height > 0 ? height + kInset : 0;
}

void drawHead(Context& context, const Tag& collapse, const Tag& panel, const Box& box) {
    const bool isPanelOpen = isOpen(context, collapse, panel);
    const std::string title = titleOf(context, panel);
    const FoldHead head{
        "head", title, isPanelOpen, context.palette.text, {metrics::kTextSize, Weight::SemiBold}};
    if (drawFoldHead(context, head, box)) {
        turn(context, collapse, panel, isPanelOpen);
    }
}

} // namespace

float collapseHeight(const Context& context, const Tag& tag, float width) {
    float height = 0;
    for (const auto& panel : tag.children()) {
        if (panel->kind() == TagKind::Panel) {
            height += (height > 0 ? kGap : 0) + kHead;
            height += isOpen(context, tag, *panel) ? contentHeight(context, *panel, width) : 0;
        }
    }
    return height;
}

void drawCollapse(Context& context, const Tag& tag, const Box& box) {
    float top = box.top;
    for (const auto& panel : tag.children()) {
        if (panel->kind() != TagKind::Panel) {
            continue;
        }
        ImGui::PushID(panel.get());
        const bool isPanelOpen = isOpen(context, tag, *panel);
        const float content = isPanelOpen ? contentHeight(context, *panel, box.width) : 0;
        context.painter.outline({box.left, top, box.width, kHead + content}, context.palette.border,
                                metrics::kRadius);
        drawHead(context, tag, *panel, {box.left, top, box.width, kHead});
        if (isPanelOpen) {
            drawStack(context, *panel,
                      {box.left + kInset, top + kHead, box.width - 2 * kInset, content - kInset});
        }
        ImGui::PopID();
        top += kHead + content + kGap;
    }
}

} // namespace cartouche::ui
