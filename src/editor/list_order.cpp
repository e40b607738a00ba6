#include "editor/list_order.h"

#include "core/json/numbers.h"
#include "editor/filter.h"
#include "editor/offered_labels.h"
#include "editor/region_style.h"
#include "editor/region_text.h"

#include <algorithm>
#include <iterator>
#include <ranges>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <variant>

namespace cartouche::editor {

namespace {

using annotation::Area;
using annotation::AreaHandle;

/// Whether the region has what is looked for, which is in lower case.
bool isFound(const Area& area, std::size_t number, const std::string& wanted) {
    const auto has = [&wanted](std::string_view text) { return foldCase(text).contains(wanted); };
    const auto* span = area.shape ? std::get_if<geometry::Span>(&*area.shape) : nullptr;
    const auto* placed = area.shape ? std::get_if<geometry::PlacedSpan>(&*area.shape) : nullptr;
    const auto* message = area.shape ? std::get_if<geometry::Message>(&*area.shape) : nullptr;
    if (std::to_string(number) == wanted || has(area.id) || has(area.note) ||
        (span != nullptr && has(span->text)) || (placed != nullptr && has(placed->text)) ||
        (message != nullptr && has(message->content))) {
        return true;
    }
    return std::ranges::any_of(area.results, [&has](const annotation::Result& result) {
        if (const auto* text = std::get_if<std::string>(&result.answer)) {
            return has(*text);
        }
        if (const auto* paths = std::get_if<std::vector<annotation::Path>>(&result.answer)) {
            return std::ranges::any_of(*paths | std::views::join, has);
        }
        const auto* texts = std::get_if<annotation::Texts>(&result.answer);
        return texts != nullptr && std::ranges::any_of(*texts, has);
    });
}

void orderByScore(const annotation::Document& document, std::span<const AreaHandle> regions,
                  ListDirection direction, std::vector<std::uint32_t>& shown) {
    std::vector<std::pair<double, std::uint32_t>> scored;
    std::vector<std::uint32_t> others;
    for (const std::uint32_t place : shown) {
        const auto score = scoreOf(*document.areas().find(regions[place]));
        if (score) {
            scored.emplace_back(direction == ListDirection::Up ? *score : -*score, place);
        } else {
            others.push_back(place);
        }
    }
    std::ranges::stable_sort(scored, {}, &std::pair<double, std::uint32_t>::first);
    shown.clear();
    std::ranges::transform(scored, std::back_inserter(shown),
                           &std::pair<double, std::uint32_t>::second);
    shown.insert(shown.end(), others.begin(), others.end());
}

/// Where the labels of the config stand in it, which says in which order groups stand.
std::unordered_map<std::string, std::size_t>
listedLabels(const config::LabelingInterface& interface) {
    std::unordered_map<std::string, std::size_t> places;
    visitLabels(interface, [&places](const OfferedLabel& label) {
        places.try_emplace(label.written != nullptr ? label.written->stored
                                                    : itemText(label.control(), label.label().path),
                           places.size());
        return true;
    });
    return places;
}

/// The first of its labels, as regions are called by it.
std::string firstNameOf(const config::LabelingInterface& interface, const Area& area) {
    const FirstLabel label = firstLabelOf(interface, area);
    const auto* taxonomy = interface.findTaxonomy(label.control);
    return taxonomy == nullptr || label.path.empty()
               ? label.name()
               : itemText(*taxonomy->tag, {label.path.begin(), label.path.end()});
}

/// Those that the config lists, then others as they came, then those without a title.
void sortGroups(std::vector<ListGroup>& groups,
                const std::unordered_map<std::string, std::size_t>& listed) {
    std::ranges::stable_sort(groups, {}, [&listed](const ListGroup& group) {
        const auto place = listed.find(group.title);
        return place != listed.end() ? place->second
                                     : listed.size() + (group.title.empty() ? 1 : 0);
    });
}

} // namespace

std::optional<double> ListSettings::leastScoreNumber() const {
    return json::parseNumber(leastScore);
}

std::vector<std::uint32_t> shownInOrder(const annotation::Document& document,
                                        std::span<const AreaHandle> regions,
                                        const ListSettings& settings) {
    const std::string wanted = foldCase(settings.search);
    const auto least = settings.leastScoreNumber();
    std::vector<std::uint32_t> shown;
    shown.reserve(regions.size());
    for (std::uint32_t place = 0; place < regions.size(); ++place) {
        const Area& area = *document.areas().find(regions[place]);
        const bool isBelow = least && scoreOf(area) < least;
        if (!isBelow && (wanted.empty() || isFound(area, place + 1, wanted))) {
            shown.push_back(place);
        }
    }
    if (settings.ordering == Ordering::Score) {
        orderByScore(document, regions, settings.direction, shown);
    } else if (settings.direction == ListDirection::Down) {
        std::ranges::reverse(shown);
    }
    return shown;
}

std::vector<ListGroup> groupRegions(const config::LabelingInterface& interface,
                                    const annotation::Document& document,
                                    std::span<const AreaHandle> regions,
                                    std::span<const std::uint32_t> shown, Grouping grouping) {
    std::vector<ListGroup> groups;
    std::unordered_map<std::string, std::size_t> byTitle;
    for (const std::uint32_t place : shown) {
        const Area& area = *document.areas().find(regions[place]);
        const std::string title =
            grouping == Grouping::Label ? firstNameOf(interface, area) : shapeName(area);
        const auto [found, isNew] = byTitle.try_emplace(title, groups.size());
        if (isNew) {
            groups.push_back({.title = title});
        }
        groups[found->second].members.push_back(place);
    }
    if (grouping == Grouping::Label) {
        sortGroups(groups, listedLabels(interface));
    }
    return groups;
}

} // namespace cartouche::editor
