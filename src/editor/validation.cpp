#include "editor/validation.h"

#include "core/language/message.h"
#include "editor/answer_rules.h"
#include "editor/refusals.h"
#include "editor/visibility.h"

#include <algorithm>
#include <array>
#include <ranges>
#include <vector>

namespace cartouche::editor {

namespace {

using diagnostics::Code;

using config::Control;
using config::TagKind;

/// A polygon that was begun elsewhere and not closed (spec/edge-cases.md 6.10).
bool isUnfinished(const annotation::Area& area) {
    const auto* polygon = area.shape ? std::get_if<geometry::Polygon>(&*area.shape) : nullptr;
    return polygon != nullptr && !polygon->isClosed;
}

} // namespace

diagnostics::Diagnostics validate(const config::LabelingInterface& interface,
                                  const annotation::Document& document,
                                  const std::set<const config::Tag*>& hidden,
                                  const ItemCounter& countItems) {
    diagnostics::Diagnostics problems;
    for (const Control& control : interface.controls()) {
        std::ranges::move(refusalsOf(interface, control, document, hidden, countItems),
                          std::back_inserter(problems));
    }
    for (const config::Tag* object : interface.objects()) {
        if (object->kind() == TagKind::Chat) {
            std::ranges::move(refusalsOfChat(*object, document), std::back_inserter(problems));
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
        return !refusalsOf(interface, control, document, hidden, countItems).empty();
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
