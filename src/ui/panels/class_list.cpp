// The labels of texts as classes: what has each, shown or not, counted, and selected as a whole.

#include "core/language/message.h"
#include "core/text/folding.h"
#include "ui/colors.h"
#include "ui/panels/side_parts.h"
#include "ui/side_panel_state.h"
#include "ui/widgets/button.h"
#include "ui/widgets/choice_item.h"
#include "ui/widgets/scrolled.h"
#include "ui/widgets/text_field.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace cartouche::ui {

namespace {

using annotation::AreaHandle;

constexpr float kFieldHeight = 36.0F;
constexpr float kGap = 8.0F;

/// A label, and the regions that have it.
struct Class {
    const config::Label* label = nullptr;
    std::vector<AreaHandle> regions;
    bool isShown = true; // one of them is
};

std::vector<Class> classesOf(const Context& context) {
    std::vector<Class> classes;
    std::map<std::string_view, std::size_t> places;
    for (const config::LabelsControl& control : context.editor.interface().labels()) {
        for (const config::Label& label : control.labels) {
            if (places.try_emplace(label.stored, classes.size()).second) {
                classes.push_back({.label = &label});
            }
        }
    }
    for (const AreaHandle handle : context.editor.regions().list()) {
        const annotation::Area& area = *context.editor.document().areas().find(handle);
        for (const annotation::Result& result : area.results) {
            for (const std::string& label : result.labels()) {
                if (const auto place = places.find(label); place != places.end()) {
                    Class& one = classes[place->second];
                    one.isShown = (one.isShown && !one.regions.empty()) || !area.isHidden;
                    one.regions.push_back(handle);
                }
            }
        }
    }
    return classes;
}

void setHidden(Context& context, std::vector<AreaHandle> regions, bool isHidden) {
    context.wishes.change = [regions = std::move(regions), isHidden](editor::Editor& on) {
        on.regions().setHidden(regions, isHidden);
    };
}

void drawClass(Context& context, const Class& one, const Box& row) {
    context.painter.fill(
        {row.left, row.top + 8, 4, row.height - 16},
        packed(config::parseCssColor(one.label->color).value_or(config::CssColor{})), 2);
    const std::string text = language::say(
        "classes.row", {{"label", one.label->display}, {"count", one.regions.size()}});
    ChoiceItem item{.key = "shown", .label = text};
    item.shape = ChoiceShape::Checkbox;
    item.isChosen = one.isShown;
    if (drawChoiceItem(
            context, item,
            {row.left + 8, row.top + 2, row.width - kSideIconSize - 14, row.height - 4})) {
        setHidden(context, one.regions, one.isShown);
    }
    const Box icon{row.right() - kSideIconSize, row.center().y - kSideIconSize / 2, kSideIconSize,
                   kSideIconSize};
    if (!one.regions.empty() &&
        drawSideToggle(context, "select",
                       language::say("classes.select", {{"label", one.label->display}}),
                       Icon::Arrow, false, icon)) {
        context.wishes.change = [regions = one.regions](editor::Editor& on) {
            on.regions().select(regions);
        };
    }
}

/// Shows or hides all regions that have a label.
void drawAll(Context& context, const std::vector<Class>& classes, const Box& box) {
    const bool isAnyShown = std::ranges::any_of(
        classes, [](const Class& one) { return one.isShown && !one.regions.empty(); });
    const std::string text = language::say(isAnyShown ? language::Key("classes.uncheck-all")
                                                      : language::Key("classes.check-all"));
    if (drawSideButton(context, "all", text, box)) {
        std::vector<AreaHandle> all;
        for (const Class& one : classes) {
            all.insert(all.end(), one.regions.begin(), one.regions.end());
        }
        setHidden(context, std::move(all), isAnyShown);
    }
}

} // namespace

void drawClassList(Context& context, const Box& box) {
    std::string& filter = context.sidePanel.classFilter;
    constexpr float kAllWidth = 104.0F;
    const std::string label = language::say("classes.find");
    TextFieldResult input = drawSearchField(
        context, {.key = "filter", .label = label, .value = filter, .placeholder = label},
        {box.left, box.top, box.width - kAllWidth - kGap, kFieldHeight});
    if (input.hasChanged) {
        filter = std::move(input.value);
        context.wishes.needsFrame = true;
    }
    const std::vector<Class> classes = classesOf(context);
    drawAll(context, classes, {box.right() - kAllWidth, box.top, kAllWidth, kFieldHeight});
    const Box rows{box.left, box.top + kFieldHeight + kGap, box.width,
                   std::max(box.height - kFieldHeight - 2 * kGap, 1.0F)};
    const float width = beginScrolled("classes", rows);
    const float start = rows.top - ImGui::GetScrollY();
    float top = start;
    const std::string wanted = text::folded(filter);
    for (const Class& one : classes) {
        if (!text::folded(one.label->display).contains(wanted)) {
            continue;
        }
        ImGui::PushID(one.label);
        drawClass(context, one, {rows.left, top, width, kSideRowHeight});
        ImGui::PopID();
        top += kSideRowHeight;
    }
    endScrolled(context, rows, top - start);
}

} // namespace cartouche::ui
