#include "core/config/tag_places.h"

#include "core/config/names.h"
#include "core/diagnostics/suggestion.h"

#include <algorithm>
#include <format>
#include <ranges>
#include <vector>

namespace cartouche::config {

namespace {

/// Elements of HTML that people put into configs; those that are tags of ours, too, are not here.
constexpr std::string_view kHtmlNames =
    "a|b|br|button|center|code|details|div|em|font|footer|form|h1|h2|h3|h4|h5|h6|hr|i|iframe|img|"
    "input|li|link|main|ol|p|pre|script|section|small|span|strong|sub|summary|sup|tbody|td|th|"
    "thead|tr|u|ul";

/// A Repeater becomes a View (spec/tags.md 1.6), and stands wherever one may.
std::string_view placeName(const TagRow& tag) {
    return tag.kind == TagKind::Repeater ? "View" : tag.name;
}

/// Groups hold a part only because they may stand in its control.
bool isGroup(const TagRow& tag) {
    return tag.kind == TagKind::View || tag.kind == TagKind::Panel || tag.kind == TagKind::Repeater;
}

bool isHolder(const TagRow& holder, const TagRow& part) {
    return !isGroup(holder) && holder.kind != part.kind && isListed(holder.children, part.name);
}

std::string joinTags(const std::vector<std::string_view>& names) {
    std::string text;
    for (const std::string_view name : names) {
        text += std::format("{}<{}>", text.empty() ? "" : " or ", name);
    }
    return text;
}

/// Where a tag belongs that cannot stand where it does.
std::string placesFor(const TagRow& tag) {
    std::vector<std::string_view> places;
    for (const TagRow& row : tagTable()) {
        if (isHolder(row, tag)) {
            places.push_back(row.name);
        }
    }
    const bool hasOwnPlace = tag.role == TagRole::Part || tag.kind == TagKind::Panel;
    return hasOwnPlace ? joinTags(places) : "<View>";
}

/// What a tag may hold.
std::string contentOf(const TagRow& parent) {
    std::vector<std::string_view> names;
    for (const auto name : std::views::split(parent.children, '|')) {
        names.emplace_back(name);
    }
    return joinTags(names);
}

bool hasHolder(const TagRow& part, std::span<const TagRow* const> around) {
    return std::ranges::any_of(around.subspan(1),
                               [&part](const TagRow* row) { return isHolder(*row, part); });
}

} // namespace

Placement findPlacement(const TagRow& tag, std::span<const TagRow* const> around) {
    if (tag.role == TagRole::Part && !hasHolder(tag, around)) {
        return Placement::Misplaced;
    }
    const std::string_view children = around.back()->children;
    return children.empty()                     ? Placement::Ignored
           : isListed(children, placeName(tag)) ? Placement::Good
                                                : Placement::Misplaced;
}

std::string describePlacement(const TagRow& tag, std::span<const TagRow* const> around) {
    const TagRow& parent = *around.back();
    if (findPlacement(tag, around) == Placement::Ignored) {
        return std::format("<{}> stands in <{}>, which shows nothing that stands in it; close <{}> "
                           "before it",
                           tag.name, parent.name, parent.name);
    }
    if (tag.role == TagRole::Part && isHolder(*around.front(), tag)) {
        return std::format("<{}> cannot stand in <{}> while that is the outermost element; put a "
                           "<View> around it",
                           tag.name, around.front()->name);
    }
    // Groups belong nearly everywhere, so that it says more what this parent takes.
    return isGroup(tag) ? std::format("<{}> cannot stand in <{}>; only {} can", tag.name,
                                      parent.name, contentOf(parent))
                        : std::format("<{}> cannot stand in <{}>; it belongs in {}", tag.name,
                                      parent.name, placesFor(tag));
}

std::string describeUnknownTag(std::string_view name) {
    if (isListed(kHtmlNames, name)) {
        return std::format("<{}> is a tag of HTML, which can stand in <HyperText> only; use <View> "
                           "to group and <Header> for text",
                           name);
    }
    std::vector<std::string> names;
    for (const TagRow& row : tagTable()) {
        names.emplace_back(row.name);
    }
    return std::format("<{}> is not a tag that Cartouche knows{}", name,
                       diagnostics::suggestionText(name, names, "<", ">"));
}

} // namespace cartouche::config
