#include "ui/panels/annotation_tabs.h"

#include "core/language/message.h"
#include "ui/entry_text.h"
#include "ui/widgets/button.h"
#include "ui/widgets/scrolled.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace cartouche::ui {

namespace {

using editor::Entry;

constexpr float kIconRoom = 22.0F;
constexpr float kPadding = 12.0F;
constexpr float kGap = 4.0F;
constexpr float kMostWidth = 240.0F;
constexpr float kArrowWidth = 34.0F;
constexpr float kRoomForArrows = 200.0F;
constexpr TextStyle kStyle{metrics::kSmallTextSize, Weight::SemiBold};

bool hasTab(const Context& context, const Entry& entry) {
    return context.editor.hasInterface(entry.isPrediction() ? "predictions:tabs"
                                                            : "annotations:tabs");
}

struct Tab {
    const Entry* entry = nullptr;
    std::string title;
    float left = 0; // from the first one's
    float width = 0;
};

std::vector<Tab> tabsOf(const Context& context) {
    const auto& entries = context.editor.entries();
    const std::vector<std::string> titles = entryTitles(entries);
    std::vector<Tab> tabs;
    float left = 0;
    for (std::size_t index = 0; index < entries.size(); ++index) {
        if (hasTab(context, *entries[index])) {
            const float text = context.painter.measure(titles[index], kStyle).x;
            const float star = entries[index]->record.isGroundTruth ? kIconRoom : 0;
            const float width = std::min(text + kIconRoom + star + 2 * kPadding, kMostWidth);
            tabs.push_back({entries[index].get(), titles[index], left, width});
            left += width + kGap;
        }
    }
    return tabs;
}

void describeTab(Context& context, const Interaction& state, const Tab& tab, const Box& box) {
    const Entry& entry = *tab.entry;
    SemanticsNode node;
    node.id = state.id;
    node.role = "tab";
    node.name = tab.title;
    node.description = describeKind(entry);
    const auto add = [&node](bool isSo, language::Key text) {
        node.description += isSo ? language::say("list.comma") + language::say(text) : "";
    };
    add(entry.record.isSkipped, "annotations.skipped");
    add(!entry.isPrediction() && entry.record.isReadonly, "annotations.read-only");
    node.checked = &entry == &context.editor.current();
    node.isFocusable = true;
    node.box = box.corners();
    context.semantics.add(std::move(node));
}

void drawTab(Context& context, const Tab& tab, const Box& box) {
    const Palette& palette = context.palette;
    const Entry& entry = *tab.entry;
    const bool isShown = &entry == &context.editor.current();
    const Interaction state = interact(context, entry.id, box, Availability::Enabled);
    if (isShown || state.isHovered) {
        context.painter.fill(box, isShown ? palette.accentSoft : palette.hovered, metrics::kRadius);
    }
    const Color color = isShown ? palette.accent : palette.text;
    drawIcon(entry.isPrediction() ? Icon::Sparkle : Icon::Person,
             {box.left + kPadding + 7, box.center().y}, 16, color);
    const float star = entry.record.isGroundTruth ? kIconRoom : 0;
    const Box text{box.left + kPadding + kIconRoom, box.top,
                   box.width - 2 * kPadding - kIconRoom - star, box.height};
    context.painter.textLine(text, tab.title, color, kStyle);
    if (star > 0) {
        drawIcon(Icon::Star, {box.right() - kPadding - 8, box.center().y}, 16, color);
    }
    if (state.hasFocusRing) {
        context.painter.focusRing(box.inset(3), palette.focus, metrics::kRadius - 2);
    }
    describeTab(context, state, tab, box);
    if (state.isPressed) {
        context.wishes.change = [id = entry.id](editor::Editor& on) { on.selectEntry(id); };
    }
}

/// Brings the tab of what is shown into view, once, when it is another than before or there is
/// another room for it.
void followShown(Context& context, const std::vector<Tab>& tabs, float width) {
    const Entry& shown = context.editor.current();
    const auto tab = std::ranges::find(tabs, &shown, &Tab::entry);
    const std::pair now(shown.id, width);
    if (context.workbench.followedTab == now || tab == tabs.end()) {
        return;
    }
    context.workbench.followedTab = now;
    const float middle = tab->left + std::min(tab->width, width) / 2;
    ImGui::SetScrollX(std::max(0.0F, middle - width / 2));
    context.wishes.needsFrame = true;
}

/// Moves the tabs by most of what is seen of them.
void drawArrow(Context& context, Icon icon, language::Key label, bool canMove, float by,
               const Box& box) {
    Button button;
    button.key = icon == Icon::ArrowLeft ? "before" : "after";
    button.label = language::say(label);
    button.icon = icon;
    button.isIconOnly = true;
    button.availability = canMove ? Availability::Enabled : Availability::Disabled;
    if (drawButton(context, button, box)) {
        context.workbench.tabsBy = by;
        context.wishes.needsFrame = true;
    }
}

void openTabs(Context& context, const Box& box) {
    SemanticsNode node;
    node.id = ImGui::GetID("annotations");
    node.role = "tablist";
    node.name = language::say("annotations.tabs");
    node.box = box.corners();
    context.semantics.open(std::move(node));
}

} // namespace

std::size_t countAnnotationTabs(const Context& context) {
    return static_cast<std::size_t>(std::ranges::count_if(
        context.editor.entries(), [&](const auto& entry) { return hasTab(context, *entry); }));
}

void drawAnnotationTabs(Context& context, const Box& box) {
    const std::vector<Tab> tabs = tabsOf(context);
    if (tabs.empty()) {
        return;
    }
    const float end = tabs.back().left + tabs.back().width;
    const float arrow = end > box.width && box.width >= kRoomForArrows ? kArrowWidth : 0;
    const Box strip{box.left + arrow, box.top - 4, box.width - 2 * arrow, box.height + 8};
    openTabs(context, strip);
    beginScrolled("tabs", strip, Scrolling::Hidden);
    const float by = std::exchange(context.workbench.tabsBy, 0.0F);
    const float position = ImGui::GetScrollX();
    if (by != 0) {
        ImGui::SetScrollX(std::clamp(position + by, 0.0F, ImGui::GetScrollMaxX()));
        context.wishes.needsFrame = true;
    }
    followShown(context, tabs, strip.width);
    for (const Tab& tab : tabs) {
        drawTab(context, tab, {strip.left + tab.left - position, box.top, tab.width, box.height});
    }
    endScrolled(context, strip, strip.height, end);
    context.semantics.close();
    if (arrow > 0) {
        const float step = strip.width * 0.75F;
        drawArrow(context, Icon::ArrowLeft, "annotations.before", position > 0, -step,
                  {box.left, box.top, arrow - kGap, box.height});
        drawArrow(context, Icon::ArrowRight, "annotations.more", position < end - strip.width, step,
                  {strip.right() + kGap, box.top, arrow - kGap, box.height});
    }
}

} // namespace cartouche::ui
