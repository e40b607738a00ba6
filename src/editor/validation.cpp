#include "editor/validation.h"

#include "core/language/message.h"
#include "editor/answer_rules.h"
#include "editor/chat.h"
#include "editor/chosen_answers.h"
#include "editor/region_label.h"
#include "editor/region_text.h"
#include "editor/visibility.h"

#include <algorithm>
#include <array>
#include <ranges>
#include <utility>
#include <vector>

namespace cartouche::editor {

namespace {

using diagnostics::Code;

using config::Control;
using config::TagKind;

/// Kinds of controls that can be required (spec/tags.md 2.3), as far as they can be answered here.
constexpr std::array kAsking{TagKind::Choices, TagKind::Taxonomy, TagKind::TextArea,
                             TagKind::Number,  TagKind::Rating,   TagKind::DateTime};

std::string requiredMessage(const Control& control) {
    const TagKind kind = control.tag->kind();
    const std::string_view own = control.tag->text("requiredMessage");
    return !own.empty()               ? std::string(own)
           : kind == TagKind::Choices ? language::say("required.choices", {{"name", control.name}})
           : kind == TagKind::TextArea
               ? language::say("required.text-area", {{"name", control.name}})
               : language::say("required.other",
                               {{"control", config::findTag(kind)->name}, {"name", control.name}});
}

/// As the list of regions counts and calls it: "Region 2 (Car, rectangle)".
std::string regionName(const config::LabelingInterface& interface,
                       const annotation::Document& document, annotation::AreaHandle region) {
    auto handles = document.areas().handles();
    const auto number = std::ranges::count_if(handles, [&](annotation::AreaHandle handle) {
        return handle.index <= region.index && document.areas().find(handle)->isRegion();
    });
    return language::say("required.region",
                         {{"number", number},
                          {"region", describeRegion(interface, *document.areas().find(region))}});
}

/// What labels is answered by any region that it labels.
bool hasLabeled(const Control& control, const annotation::Document& document) {
    return std::ranges::any_of(document.areas().all(), [&control](const annotation::Area& area) {
        return area.isRegion() && area.find(control.name) != nullptr;
    });
}

/// Why a required control keeps from submitting; empty: it does not.
std::string findGap(const config::LabelingInterface& interface, const Control& control,
                    const annotation::Document& document, const ItemCounter& countItems) {
    if (!control.tag->flag("required")) {
        return "";
    }
    if (isLabelsControl(interface, *control.tag)) {
        return hasLabeled(control, document) ? "" : requiredMessage(control);
    }
    if (control.tag->flag("perRegion")) {
        const auto region = findUnansweredRegion(interface, control, document);
        return region ? language::say("required.of-region",
                                      {{"message", requiredMessage(control)},
                                       {"region", regionName(interface, document, *region)}})
                      : "";
    }
    const bool isMissing =
        control.tag->flag("perItem")
            ? findUnanswered(interface, control, document, countItems(control.toNames.front()))
                  .has_value()
            : !isAnswered(interface, control, document.findAnswer(control.name));
    return isMissing ? requiredMessage(control) : "";
}

diagnostics::Diagnostic tooMany(const Control& control, std::size_t count, std::size_t most) {
    return {Code::TooManyChoices,
            language::say("required.too-many-options",
                          {{"count", count},
                           {"most", most},
                           {"control", config::findTag(control.tag->kind())->name},
                           {"name", control.name}}),
            control.tag->where()};
}

/// What is wrong with an answer that is there.
diagnostics::Diagnostics findFaults(const config::LabelingInterface& interface,
                                    const Control& control, const annotation::Result& result) {
    const config::ChoicesControl* choices = interface.findChoices(*control.tag);
    const std::size_t count = choices == nullptr ? 0 : countChoices(&result);
    if (count > 1 && choices->mode != config::ChoiceMode::Multiple) {
        return {tooMany(control, count, 1)};
    }
    const bool isTaxonomy = control.tag->kind() == TagKind::Taxonomy;
    const auto most = isTaxonomy ? taxonomyRules(*control.tag).mostUsages : std::nullopt;
    if (const auto paths = pathsOf(&result.answer); most && paths.size() > *most) {
        return {tooMany(control, paths.size(), *most)};
    }
    std::string fault = control.tag->kind() == TagKind::Number
                            ? answerFault(control, result.answer)
                            : ""; // others are kept as they came, and do not count
    return fault.empty() ? diagnostics::Diagnostics()
                         : diagnostics::Diagnostics{
                               {Code::InvalidAnswer, std::move(fault), control.tag->where()}};
}

/// A polygon that was begun elsewhere and not closed (spec/edge-cases.md 6.10).
bool isUnfinished(const annotation::Area& area) {
    const auto* polygon = area.shape ? std::get_if<geometry::Polygon>(&*area.shape) : nullptr;
    return polygon != nullptr && !polygon->isClosed;
}

/// What keeps a control from being submitted.
diagnostics::Diagnostics findRefusals(const config::LabelingInterface& interface,
                                      const Control& control, const annotation::Document& document,
                                      const std::set<const config::Tag*>& hidden,
                                      const ItemCounter& countItems) {
    const bool isPerRegion = control.tag->flag("perRegion");
    if (!std::ranges::contains(kAsking, control.tag->kind()) ||
        (!isPerRegion && hidden.contains(control.tag))) {
        return {};
    }
    diagnostics::Diagnostics problems;
    if (std::string gap = findGap(interface, control, document, countItems); !gap.empty()) {
        problems.push_back({Code::RequiredMissing, std::move(gap), control.tag->where()});
    }
    const annotation::Result* answer = isPerRegion ? nullptr : document.findAnswer(control.name);
    if (answer != nullptr) {
        std::ranges::move(findFaults(interface, control, *answer), std::back_inserter(problems));
    }
    return problems;
}

} // namespace

diagnostics::Diagnostics validate(const config::LabelingInterface& interface,
                                  const annotation::Document& document,
                                  const std::set<const config::Tag*>& hidden,
                                  const ItemCounter& countItems) {
    diagnostics::Diagnostics problems;
    for (const Control& control : interface.controls()) {
        std::ranges::move(findRefusals(interface, control, document, hidden, countItems),
                          std::back_inserter(problems));
    }
    for (const config::Tag* object : interface.objects()) {
        if (object->kind() == TagKind::Chat) {
            std::string fault = messageCountFault(*object, messagesOf(document, *object).size());
            if (!fault.empty()) {
                problems.push_back({Code::RequiredMissing, std::move(fault), object->where()});
            }
        }
    }
    if (std::ranges::any_of(document.areas().all(), isUnfinished)) {
        problems.push_back({Code::UnfinishedRegion, language::say("required.open-polygon"), {}});
    }
    return problems;
}

const Control* findRefused(const config::LabelingInterface& interface,
                           const annotation::Document& document,
                           const std::set<const config::Tag*>& hidden,
                           const ItemCounter& countItems) {
    const auto found = std::ranges::find_if(interface.controls(), [&](const Control& control) {
        return !findRefusals(interface, control, document, hidden, countItems).empty();
    });
    return found == interface.controls().end() ? nullptr : &*found;
}

std::optional<int> findUnanswered(const config::LabelingInterface& interface,
                                  const Control& control, const annotation::Document& document,
                                  int itemCount) {
    for (int item = 0; item < itemCount; ++item) {
        if (!isAnswered(interface, control, document.findAnswer(control.name, item))) {
            return item;
        }
    }
    return std::nullopt;
}

std::optional<annotation::AreaHandle>
findUnansweredRegion(const config::LabelingInterface& interface, const Control& control,
                     const annotation::Document& document) {
    for (const annotation::AreaHandle handle : document.areas().handles()) {
        const annotation::Area& area = *document.areas().find(handle);
        const bool isMeant =
            area.isRegion() && std::ranges::any_of(control.toNames, [&](const auto& name) {
                return area.object == name;
            });
        const bool hasAnswer = !isMeant || isAnswered(interface, control, area.find(control.name));
        const std::vector selection{handle};
        if (!hasAnswer && Conditions(interface, document, selection).isVisible(*control.tag)) {
            return handle;
        }
    }
    return std::nullopt;
}

bool isDecided(const config::LabelingInterface& interface, const annotation::Document& document,
               const std::set<const config::Tag*>& hidden) {
    constexpr std::array kAtOnce{TagKind::Choices, TagKind::Rating, TagKind::Pairwise};
    const auto isDone = [&](const Control& control) {
        const config::Tag& tag = *control.tag;
        return std::ranges::contains(kAtOnce, tag.kind()) && tag.text("choice") != "multiple" &&
               !tag.flag("perRegion") && !tag.flag("perItem") &&
               isAnswered(interface, control, document.findAnswer(control.name));
    };
    const auto isAsked = [&hidden](const Control& control) {
        return !hidden.contains(control.tag);
    };
    auto asked = interface.controls() | std::views::filter(isAsked);
    return !asked.empty() && std::ranges::all_of(asked, isDone);
}

bool isRefusal(const diagnostics::Diagnostic& diagnostic) {
    return diagnostic.code == Code::RequiredMissing || diagnostic.code == Code::TooManyChoices ||
           diagnostic.code == Code::InvalidAnswer || diagnostic.code == Code::UnfinishedRegion;
}

} // namespace cartouche::editor
