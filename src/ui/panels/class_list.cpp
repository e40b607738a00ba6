// The labels of texts as classes: what has each, shown or not, counted, and selected as a whole.

#include "core/language/message.h"
#include "core/text/folding.h"
#include "editor/region_label.h"
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
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace cartouche::ui {

namespace {

using annotation::AreaHandle;

constexpr float kFieldHeight = 36.0F;
constexpr float kGap = 8.0F;

/// A label, and the regions that have it.
struct Class {
    std::string name; // as regions are called by it
    std::string_view color;
    std::vector<AreaHandle> regions;
    bool isShown = true; // one of them is
};

class Classes {
public:
    explicit Classes(const config::LabelingInterface& interface) : m_interface(interface) {
        for (const config::LabelsControl& control : interface.labels()) {
            for (const config::Label& label : control.labels) {
                if (m_places.try_emplace(label.stored, m_classes.size()).second) {
                    m_classes.push_back({label.display, label.color});
                }
            }
        }
    }

    void add(AreaHandle handle, const annotation::Area& area) {
        for (const annotation::Result& result : area.results) {
            for (const std::string& label : result.labels()) {
                if (const auto place = m_places.find(label); place != m_places.end()) {
                    add(handle, area, place->second);
                }
            }
            addItems(handle, area, result);
        }
    }
    std::vector<Class> take() { return std::move(m_classes); }

private:
    /// Those of a Taxonomy are perhaps 50,000: only those that regions have are listed.
    void addItems(AreaHandle handle, const annotation::Area& area,
                  const annotation::Result& result) {
        const auto* taxonomy = m_interface.findTaxonomy(result.control.text());
        const auto* paths = std::get_if<std::vector<annotation::Path>>(&result.answer);
        if (taxonomy == nullptr || !taxonomy->isLabeling || paths == nullptr) {
            return;
        }
        for (const annotation::Path& path : *paths) {
            const auto [place, isNew] = m_items.try_emplace({taxonomy, path}, m_classes.size());
            if (isNew) {
                const config::Choice* item = taxonomy->find(path);
                m_classes.push_back({editor::itemText(*taxonomy->tag, path),
                                     item == nullptr ? std::string_view() : item->color});
            }
            add(handle, area, place->second);
        }
    }

    void add(AreaHandle handle, const annotation::Area& area, std::size_t place) {
        Class& one = m_classes[place];
        one.isShown = (one.isShown && !one.regions.empty()) || !area.isHidden;
        one.regions.push_back(handle);
    }

    const config::LabelingInterface& m_interface;
    std::vector<Class> m_classes;
    std::map<std::string_view, std::size_t> m_places; // of labels, by what is stored
    std::map<std::pair<const config::TaxonomyControl*, annotation::Path>, std::size_t> m_items;
};

std::vector<Class> classesOf(const Context& context) {
    Classes classes(context.editor.interface());
    for (const AreaHandle handle : context.editor.regions().list()) {
        classes.add(handle, *context.editor.document().areas().find(handle));
    }
    return classes.take();
}

void setHidden(Context& context, std::vector<AreaHandle> regions, bool isHidden) {
    context.wishes.change = [regions = std::move(regions), isHidden](editor::Editor& on) {
        on.regions().setHidden(regions, isHidden);
    };
}

void drawClass(Context& context, const Class& one, const Box& row) {
    context.painter.fill({row.left, row.top + 8, 4, row.height - 16},
                         packed(config::parseCssColor(one.color).value_or(config::CssColor{})), 2);
    const std::string text =
        language::say("classes.row", {{"label", one.name}, {"count", one.regions.size()}});
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
        drawSideToggle(context, "select", language::say("classes.select", {{"label", one.name}}),
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
    const float all = std::max(sideButtonWidth(context, language::say("classes.check-all")),
                               sideButtonWidth(context, language::say("classes.uncheck-all")));
    const std::string label = language::say("classes.find");
    TextFieldResult input = drawSearchField(
        context, {.key = "filter", .label = label, .value = filter, .placeholder = label},
        {box.left, box.top, box.width - all - kGap, kFieldHeight});
    if (input.hasChanged) {
        filter = std::move(input.value);
        context.wishes.needsFrame = true;
    }
    const std::vector<Class> classes = classesOf(context);
    drawAll(context, classes, {box.right() - all, box.top, all, kFieldHeight});
    const Box rows{box.left, box.top + kFieldHeight + kGap, box.width,
                   std::max(box.height - kFieldHeight - 2 * kGap, 1.0F)};
    const float width = beginScrolled("classes", rows);
    const float start = rows.top - ImGui::GetScrollY();
    float top = start;
    const std::string wanted = text::folded(filter);
    for (const Class& one : classes) {
        if (!text::folded(one.name).contains(wanted)) {
            continue;
        }
        ImGui::PushID(static_cast<int>(&one - classes.data()));
        drawClass(context, one, {rows.left, top, width, kSideRowHeight});
        ImGui::PopID();
        top += kSideRowHeight;
    }
    endScrolled(context, rows, top - start);
}

} // namespace cartouche::ui
