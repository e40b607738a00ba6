// What stands above the list of regions: what is looked for, and how the list is grouped and
// ordered.

#include "core/language/message.h"
#include "ui/panels/side_parts.h"
#include "ui/side_panel_state.h"
#include "ui/widgets/command_button.h"
#include "ui/widgets/text_field.h"
#include "ui/widgets/wrapped.h"

#include <array>
#include <string>
#include <utility>
#include <vector>

namespace cartouche::ui {

namespace {

using editor::Grouping;
using editor::ListDirection;
using editor::ListSettings;
using editor::Ordering;

constexpr float kFieldHeight = 36.0F;
constexpr float kScoreWidth = 92.0F;
constexpr float kGap = 8.0F;

/// In the order of the enumerations.
constexpr std::array<language::Key, 3> kGroupings{"regions.group-by-none", "regions.group-by-label",
                                                  "regions.group-by-type"};
constexpr std::array<language::Key, 2> kOrderings{"regions.order-by-time",
                                                  "regions.order-by-score"};

/// The next of so many, round and round.
template <typename Choice>
Choice nextOf(Choice choice, std::size_t count) {
    return static_cast<Choice>((static_cast<std::size_t>(choice) + 1) % count);
}

void drawSearch(Context& context, ListSettings& settings, const Box& box) {
    const std::string label = language::say("regions.find");
    TextFieldResult input = drawSearchField(
        context, {.key = "search", .label = label, .value = settings.search, .placeholder = label},
        box);
    if (input.hasChanged) {
        settings.search = std::move(input.value);
    }
}

/// Regions with a lower score are left out.
void drawLeastScore(Context& context, ListSettings& settings, const Box& box) {
    const bool isBad = !settings.leastScore.empty() && !settings.leastScoreNumber();
    const std::string problem = isBad ? language::say("field.no-number") : "";
    TextFieldResult input =
        drawTextField(context,
                      {.key = "least-score",
                       .label = language::say("regions.least-score"),
                       .value = settings.leastScore,
                       .placeholder = language::say("regions.least-score-placeholder"),
                       .problem = problem},
                      box);
    if (input.hasChanged) {
        settings.leastScore = std::move(input.value);
    }
}

void drawOrder(Context& context, ListSettings& settings, const Box& box) {
    const std::string grouping =
        language::say(kGroupings.at(static_cast<std::size_t>(settings.grouping)));
    const std::string ordering =
        language::say(kOrderings.at(static_cast<std::size_t>(settings.ordering)));
    const Box icon{box.right() - kFieldHeight, box.top, kFieldHeight, box.height};
    const Box several{icon.left - kFieldHeight, box.top, kFieldHeight, box.height};
    const std::vector<Box> at = shareLine(
        std::array{sideButtonWidth(context, grouping), sideButtonWidth(context, ordering)},
        {box.left, box.top, several.left - kGap - box.left, box.height}, kGap);
    if (drawSideButton(context, "group", grouping, at[0])) {
        settings.grouping = nextOf(settings.grouping, kGroupings.size());
    }
    if (drawSideButton(context, "order", ordering, at[1])) {
        settings.ordering = nextOf(settings.ordering, kOrderings.size());
    }
    if (drawButton(context,
                   commandButton(context, editor::CommandId::SelectSeveral, Icon::SelectSeveral),
                   several)) {
        context.wishes.command = editor::CommandId::SelectSeveral;
    }
    const bool isDown = settings.direction == ListDirection::Down;
    if (drawSideToggle(context, "direction", language::say("regions.other-way-round"),
                       isDown ? Icon::ArrowUp : Icon::ArrowDown, isDown, icon)) {
        settings.direction = isDown ? ListDirection::Up : ListDirection::Down;
    }
}

} // namespace

float regionToolsHeight(Context&) {
    return 2 * (kFieldHeight + kGap);
}

void drawRegionTools(Context& context, const Box& box) {
    editor::RegionList& list = context.sidePanel.list;
    ListSettings settings = list.settings();
    const float score = list.hasScores() ? kScoreWidth + kGap : 0;
    drawSearch(context, settings, {box.left, box.top, box.width - score, kFieldHeight});
    if (score > 0) {
        drawLeastScore(context, settings,
                       {box.right() - kScoreWidth, box.top, kScoreWidth, kFieldHeight});
    }
    drawOrder(context, settings,
              {box.left, box.top + kFieldHeight + kGap, box.width, kFieldHeight});
    if (settings != list.settings()) {
        list.set(std::move(settings));
        context.wishes.needsFrame = true;
    }
}

} // namespace cartouche::ui
