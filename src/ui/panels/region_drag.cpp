// Regions that are dragged in their list, to be filed under others.

#include "ui/panels/region_drag.h"

#include "core/language/message.h"
#include "editor/region_text.h"
#include "ui/panels/side_parts.h"
#include "ui/side_panel_state.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <utility>

namespace cartouche::ui {

namespace {

using annotation::AreaHandle;
using editor::RegionList;

constexpr float kClick = 4.0F;     // CSS pixels that a click may move
constexpr float kGapReach = 0.28F; // of a row, at its upper and lower edge: between two rows
constexpr float kEdge = 24.0F;     // of the list, where it scrolls while something is dragged

/// What would hold the regions where the pointer is now: nothing outside of the list, an empty
/// handle at the top.
std::optional<std::optional<AreaHandle>> holderAt(Context& context, const RowPlaces& places,
                                                  const Box& list) {
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    if (mouse.x < list.left || mouse.x >= list.right() || mouse.y < list.top ||
        mouse.y >= list.bottom()) {
        return std::nullopt;
    }
    RegionList& regions = context.sidePanel.list;
    const float place = mouse.y - list.top + ImGui::GetScrollY();
    const std::size_t row = places.rowAt(place);
    if (row >= regions.rows().size()) {
        return std::optional<AreaHandle>();
    }
    const float part = (place - places.topOf(row)) / kSideRowHeight;
    if (part >= kGapReach && part < 1 - kGapReach) {
        return regions.rows()[row].region;
    }
    const int level = 1 + static_cast<int>((mouse.x - list.left) / kRowIndent);
    return regions.holderBefore(part < kGapReach ? row : row + 1, level);
}

void aim(Context& context, const RowPlaces& places, const Box& list) {
    RegionDrag& drag = *context.sidePanel.drag;
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    drag.isMoving =
        drag.isMoving || std::hypot(mouse.x - drag.start.x, mouse.y - drag.start.y) > kClick;
    const auto holder =
        drag.isMoving && !drag.isGivenUp ? holderAt(context, places, list) : std::nullopt;
    if (holder != drag.holder) {
        drag.holder = holder;
        drag.landing =
            holder ? context.sidePanel.list.landingOf(drag.regions, *holder) : std::nullopt;
    }
}

/// A line before the row that will come after them, and a frame around what will hold them.
void drawLanding(Context& context, const RegionList::Landing& landing, const RowPlaces& places,
                 const Box& list, float width) {
    const float top = list.top - ImGui::GetScrollY();
    const float left = list.left + kRowIndent * static_cast<float>(landing.level - 1);
    context.painter.fill(
        {left, top + places.topOf(landing.row) - 1.5F, list.left + width - left, 3},
        context.palette.accent, 1.5F);
    if (const auto row =
            landing.holder ? context.sidePanel.list.rowOfRegion(*landing.holder) : std::nullopt) {
        context.painter.outline({list.left, top + places.topOf(*row), width, kSideRowHeight},
                                context.palette.accent, 6, 2);
    }
}

std::size_t numberOf(const Context& context, AreaHandle region) {
    const auto& all = context.editor.regions().list();
    const auto found = std::ranges::lower_bound(all, region);
    return static_cast<std::size_t>(std::distance(all.begin(), found)) + 1;
}

std::string nameOf(Context& context, std::span<const AreaHandle> regions) {
    return regions.size() == 1
               ? regionRowName(context, regions.front(), numberOf(context, regions.front()))
               : language::say("regions.dragged", {{"count", regions.size()}});
}

std::string destinationOf(Context& context, const std::optional<RegionList::Landing>& landing) {
    return !landing           ? std::string()
           : !landing->holder ? language::say("regions.drop-at-top")
                              : language::say("regions.drop-into",
                                              {{"region", nameOf(context, {{*landing->holder}})}});
}

/// Beside the pointer, so that the mark below it is seen, and within the list.
void drawDragged(Context& context, const RegionDrag& drag, const Box& list) {
    constexpr float kMostWidth = 220.0F;
    constexpr float kLine = 20.0F;
    constexpr float kPadding = 8.0F;
    const std::string name = nameOf(context, drag.regions);
    const std::string destination = destinationOf(context, drag.landing);
    const float wanted = std::max(context.painter.measure(name, kSideHeadStyle).x,
                                  context.painter.measure(destination, kSideTextStyle).x);
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    Box box{mouse.x + 14, mouse.y + 10, std::min(wanted, kMostWidth) + 2 * kPadding,
            destination.empty() ? kLine + kPadding : 2 * kLine + kPadding};
    box.left = std::max(std::min(box.left, list.right() - box.width - 1), list.left);
    box.top = box.bottom() < list.bottom() ? box.top : mouse.y - box.height - 10;
    context.painter.fill(box, context.palette.raised, metrics::kRadius);
    context.painter.outline(box, context.palette.accent, metrics::kRadius);
    Box line{box.left + kPadding, box.top + kPadding / 2, box.width - 2 * kPadding, kLine};
    context.painter.textLine(line, name, context.palette.text, kSideHeadStyle);
    line.top += kLine;
    if (!destination.empty()) {
        context.painter.textLine(line, destination, context.palette.textMuted, kSideTextStyle);
    }
}

/// What is dragged to an edge of the list comes to where more of it is.
void scrollAtEdges(Context& context, const Box& list) {
    constexpr float kPerSecond = 700.0F; // CSS pixels
    const float y = ImGui::GetIO().MousePos.y;
    const float way = y < list.top + kEdge ? -1.0F : y > list.bottom() - kEdge ? 1.0F : 0.0F;
    const float scroll = ImGui::GetScrollY();
    const float to = std::clamp(scroll + way * kPerSecond * ImGui::GetIO().DeltaTime, 0.0F,
                                ImGui::GetScrollMaxY());
    if (to != scroll) {
        ImGui::SetScrollY(to);
        context.wishes.needsFrame = true;
    }
}

} // namespace

float RowPlaces::topOf(std::size_t row) const {
    return static_cast<float>(row) * kSideRowHeight + (row > opened ? room : 0);
}

std::size_t RowPlaces::rowAt(float place) const {
    const auto row = static_cast<std::size_t>(std::max(place, 0.0F) / kSideRowHeight);
    return row <= opened
               ? row
               : std::max(opened,
                          static_cast<std::size_t>(std::max(place - room, 0.0F) / kSideRowHeight));
}

std::string regionRowName(Context& context, AreaHandle region, std::size_t number) {
    const annotation::Area* area = context.editor.document().areas().find(region);
    if (area == nullptr) {
        return {};
    }
    const std::string excerpt = context.editor.excerptOf(*area);
    const std::string what = editor::describeRegion(context.editor.interface(), *area);
    return excerpt.empty()
               ? language::say("regions.row", {{"number", number}, {"region", what}})
               : language::say("regions.row-with-text",
                               {{"number", number}, {"region", what}, {"text", excerpt}});
}

void holdRow(Context& context, std::size_t row) {
    auto& drag = context.sidePanel.drag;
    if (!drag) {
        drag = RegionDrag{.regions = context.sidePanel.list.draggedBy(row),
                          .start = ImGui::GetIO().MousePos};
    }
}

bool isDraggingRegions(const Context& context) {
    return context.sidePanel.drag && context.sidePanel.drag->isMoving;
}

void drawRegionDrag(Context& context, const RowPlaces& places, const Box& list, float width) {
    auto& drag = context.sidePanel.drag;
    if (!drag) {
        return;
    }
    aim(context, places, list);
    if (!ImGui::IsMouseDown(0)) {
        const RegionDrag dropped = *std::exchange(drag, std::nullopt);
        if (dropped.landing) {
            context.sidePanel.list.nest(dropped.regions, dropped.landing->holder);
            context.sidePanel.isCursorMoved = true;
        }
        context.wishes.needsFrame = true;
    } else if (drag->isMoving && !drag->isGivenUp) {
        if (drag->landing) {
            drawLanding(context, *drag->landing, places, list, width);
        }
        drawDragged(context, *drag, list);
        scrollAtEdges(context, list);
        context.wishes.cursor = Cursor::Grabbing;
    }
}

} // namespace cartouche::ui
