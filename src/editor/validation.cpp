#include "editor/validation.h"

#include "editor/region_text.h"
#include "editor/visibility.h"

#include <algorithm>
#include <format>
#include <vector>

namespace cartouche::editor {

namespace {

using diagnostics::Code;

std::string requiredMessage(const config::ChoicesControl& control) {
    const std::string_view own = control.tag->text("requiredMessage");
    return own.empty() ? std::format("Checkbox \"{}\" is required.", control.name)
                       : std::string(own);
}

/// Of nested choices only the outermost count (spec/edge-cases.md 6.8).
std::size_t countChoices(const annotation::Result* answer) {
    if (answer == nullptr) {
        return 0;
    }
    if (const auto* texts = std::get_if<annotation::Texts>(&answer->answer)) {
        return texts->size();
    }
    const auto* paths = std::get_if<std::vector<annotation::Path>>(&answer->answer);
    return paths == nullptr ? 0
                            : static_cast<std::size_t>(std::ranges::count(*paths, std::size_t{1},
                                                                          &annotation::Path::size));
}

/// A polygon that was begun elsewhere and not closed (spec/edge-cases.md 6.10).
bool isUnfinished(const annotation::Area& area) {
    const auto* polygon = area.shape ? std::get_if<geometry::Polygon>(&*area.shape) : nullptr;
    return polygon != nullptr && !polygon->isClosed;
}

/// As the list of regions counts and calls it: "Region 2 (Car, rectangle)".
std::string regionName(const annotation::Document& document, annotation::AreaHandle region) {
    auto handles = document.areas().handles();
    const auto number = std::ranges::count_if(handles, [&](annotation::AreaHandle handle) {
        return handle.index <= region.index && document.areas().find(handle)->isRegion();
    });
    return std::format("Region {} ({})", number, describeRegion(*document.areas().find(region)));
}

} // namespace

diagnostics::Diagnostics validate(const config::LabelingInterface& interface,
                                  const annotation::Document& document,
                                  const std::set<const config::Tag*>& hidden,
                                  const ItemCounter& countItems) {
    diagnostics::Diagnostics problems;
    for (const config::ChoicesControl& control : interface.choices()) {
        if (control.isPerRegion && control.isRequired) {
            if (const auto region = findUnansweredRegion(interface, control, document)) {
                problems.push_back({Code::RequiredMissing,
                                    std::format("{} {} has no answer.", requiredMessage(control),
                                                regionName(document, *region)),
                                    control.tag->where()});
            }
        }
        if (control.isPerRegion || hidden.contains(control.tag)) {
            continue;
        }
        const std::size_t count = countChoices(document.findAnswer(control.name));
        const bool isMissing =
            control.tag->flag("perItem")
                ? findUnanswered(control, document, countItems(control.toName)).has_value()
                : count == 0;
        if (control.isRequired && isMissing) {
            problems.push_back(
                {Code::RequiredMissing, requiredMessage(control), control.tag->where()});
        }
        if (control.mode != config::ChoiceMode::Multiple && count > 1) {
            problems.push_back(
                {Code::TooManyChoices,
                 std::format("The number of options selected ({}) exceed the maximum allowed (1). "
                             "To proceed, first unselect excess options for: • Choices ({})",
                             count, control.name),
                 control.tag->where()});
        }
    }
    if (std::ranges::any_of(document.areas().all(), isUnfinished)) {
        problems.push_back({Code::UnfinishedRegion,
                            "Complete all regions before submitting: a polygon is not closed. "
                            "Select it and click its first point.",
                            {}});
    }
    return problems;
}

std::optional<int> findUnanswered(const config::ChoicesControl& control,
                                  const annotation::Document& document, int itemCount) {
    for (int item = 0; item < itemCount; ++item) {
        if (countChoices(document.findAnswer(control.name, item)) == 0) {
            return item;
        }
    }
    return std::nullopt;
}

std::optional<annotation::AreaHandle>
findUnansweredRegion(const config::LabelingInterface& interface,
                     const config::ChoicesControl& control, const annotation::Document& document) {
    for (const annotation::AreaHandle handle : document.areas().handles()) {
        const annotation::Area& area = *document.areas().find(handle);
        const bool isAnswered = !area.isRegion() || area.object != control.toName ||
                                countChoices(area.find(control.name)) > 0;
        const std::vector selection{handle};
        if (!isAnswered && Conditions(interface, document, selection).isVisible(*control.tag)) {
            return handle;
        }
    }
    return std::nullopt;
}

bool isRefusal(const diagnostics::Diagnostic& diagnostic) {
    return diagnostic.code == Code::RequiredMissing || diagnostic.code == Code::TooManyChoices ||
           diagnostic.code == Code::UnfinishedRegion;
}

} // namespace cartouche::editor
