// Which regions are filed under which others, and which may be.

#include "core/json/numbers.h"
#include "core/language/message.h"
#include "editor/regions.h"

#include <algorithm>
#include <iterator>
#include <ranges>
#include <set>
#include <string_view>
#include <unordered_set>

namespace cartouche::editor {

namespace {

using annotation::Area;
using annotation::AreaHandle;
using annotation::Edit;

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\n\r");
    return first == std::string_view::npos
               ? std::string_view()
               : text.substr(first, text.find_last_not_of(" \t\n\r") + 1 - first);
}

/// Whether the list, whose items commas separate, has it.
bool lists(std::string_view list, std::string_view wanted) {
    return std::ranges::any_of(std::views::split(list, ','), [wanted](const auto item) {
        return trimmed(std::string_view(item)) == wanted;
    });
}

/// What the config says of the labels that a region has.
template <typename Visit>
void forLabels(const config::LabelingInterface& interface, const Area& area, Visit visit) {
    for (const config::LabelsControl& control : interface.labels()) {
        const annotation::Result* result = area.find(control.name);
        for (const std::string& stored :
             result == nullptr ? std::span<const std::string>() : result->labels()) {
            const auto label = std::ranges::find(control.labels, stored, &config::Label::stored);
            if (label != control.labels.end()) {
                visit(control, *label);
            }
        }
    }
}

} // namespace

std::optional<AreaHandle> Regions::holderOf(Handle region) const {
    const Area* area = document().areas().find(region);
    const auto holder =
        area == nullptr || area->parent.empty() ? std::nullopt : document().findArea(area->parent);
    const bool isThere =
        holder && *holder != region && document().areas().find(*holder)->isRegion();
    return isThere ? holder : std::nullopt;
}

/// What was loaded may be filed under itself in the end.
bool Regions::isUnder(std::optional<Handle> region, Handle holder) const {
    std::set<std::uint32_t> seen;
    while (region && seen.insert(region->index).second) {
        region = holderOf(*region);
        if (region == holder) {
            return true;
        }
    }
    return false;
}

std::vector<AreaHandle> Regions::topmost(std::span<const Handle> regions) const {
    std::unordered_set<std::uint32_t> all;
    for (const Handle region : regions) {
        all.insert(region.index);
    }
    std::vector<Handle> top;
    std::ranges::copy_if(regions, std::back_inserter(top), [&](Handle region) {
        std::set<std::uint32_t> seen;
        auto holder = holderOf(region);
        while (holder && !all.contains(holder->index) && seen.insert(holder->index).second) {
            holder = holderOf(*holder);
        }
        return !holder || !all.contains(holder->index) || *holder == region;
    });
    return top;
}

/// The region itself is one.
std::size_t Regions::depthOf(Handle region) const {
    std::set<std::uint32_t> seen;
    for (std::optional at = region; at && seen.insert(at->index).second;) {
        at = holderOf(*at);
    }
    return seen.size();
}

/// How many levels lie under it.
std::size_t Regions::heightOf(Handle region) const {
    const std::size_t depth = depthOf(region);
    std::size_t height = 0;
    for (const Handle other : list()) {
        if (isUnder(other, region)) {
            height = std::max(height, depthOf(other) - depth);
        }
    }
    return height;
}

/// As far as the labels of the holder allow it; the peer's rules (spec/tags.md 5.7).
bool Regions::mayHold(Handle holder, Handle region) const {
    const Area& held = *document().areas().find(region);
    bool isLimited = false;
    bool isListed = false;
    std::optional<double> mostDepth;
    forLabels(m_interface, *document().areas().find(holder),
              [&](const auto& control, const config::Label& label) {
                  const std::string& list = label.groupCanContain;
                  isLimited = isLimited || !list.empty();
                  forLabels(m_interface, held, [&](const auto&, const config::Label& inside) {
                      isListed =
                          isListed || lists(list, inside.stored) || lists(list, inside.display);
                  });
                  const auto depth = json::parseNumber(control.tag->text("groupDepth"));
                  mostDepth = depth && *depth >= 0 ? depth : mostDepth;
              });
    return (!isLimited || isListed) &&
           (!mostDepth || static_cast<double>(depthOf(holder) + heightOf(region)) <= *mostDepth);
}

bool Regions::mayNest(Handle region, std::optional<Handle> holder) const {
    if (!isEditable(region)) {
        return false;
    }
    if (!holder || holder == holderOf(region)) {
        return true;
    }
    const Area* area = document().areas().find(*holder);
    return area != nullptr && area->isRegion() && !area->id.empty() && *holder != region &&
           !isUnder(holder, region) && mayHold(*holder, region);
}

bool Regions::canNest(std::span<const Handle> regions, std::optional<Handle> holder) const {
    const std::vector<Handle> top = topmost(regions);
    return std::ranges::all_of(top, [&](Handle region) { return mayNest(region, holder); }) &&
           std::ranges::any_of(top, [&](Handle region) { return holderOf(region) != holder; });
}

void Regions::nest(std::span<const Handle> regions, std::optional<Handle> holder) {
    if (!canNest(regions, holder)) {
        return;
    }
    Edit edit(m_history, language::later(holder ? language::Key("history.move-into")
                                                : language::Key("history.move-out")));
    for (const Handle region : topmost(regions)) {
        edit.setParent(region, holder ? document().areas().find(*holder)->id : "");
    }
    finish(edit);
}

bool Regions::canUnnest(Handle region) const {
    const auto holder = holderOf(region);
    return holder && mayNest(region, holderOf(*holder));
}

void Regions::unnest(std::span<const Handle> regions) {
    Edit edit(m_history, language::later("history.move-out"));
    for (const Handle region : topmost(regions)) {
        if (canUnnest(region)) {
            const auto outer = holderOf(*holderOf(region));
            edit.setParent(region, outer ? document().areas().find(*outer)->id : "");
        }
    }
    finish(edit);
}

} // namespace cartouche::editor
