#include "editor/refusals.h"

#include "core/language/message.h"
#include "editor/answer_rules.h"
#include "editor/chat.h"
#include "editor/chosen_answers.h"
#include "editor/editor.h"
#include "editor/region_label.h"
#include "editor/region_text.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace cartouche::editor {

namespace {

using diagnostics::Code;
using diagnostics::Diagnostic;
using diagnostics::Diagnostics;

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

Diagnostic tooMany(const Control& control, std::size_t count, std::size_t most) {
    return {Code::TooManyChoices,
            language::say("required.too-many-options",
                          {{"count", count},
                           {"most", most},
                           {"control", config::findTag(control.tag->kind())->name},
                           {"name", control.name}}),
            control.tag->where()};
}

/// What is wrong with an answer that is there.
Diagnostics findFaults(const config::LabelingInterface& interface, const Control& control,
                       const annotation::Result& result) {
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
    return fault.empty()
               ? Diagnostics()
               : Diagnostics{{Code::InvalidAnswer, std::move(fault), control.tag->where()}};
}

/// What keeps a control or a Chat that is seen from being submitted as it is now.
Diagnostics refusalsNow(const Editor& editor, const config::Tag& tag) {
    const Control* control = editor.interface().findControl(tag);
    if (control == nullptr) {
        return tag.kind() == TagKind::Chat ? refusalsOfChat(tag, editor.document()) : Diagnostics();
    }
    Diagnostics refusals =
        refusalsOf(editor.interface(), *control, editor.document(), {}, itemCounterOf(editor));
    const auto typed = editor.typed(*control);
    if (auto refusal = typed ? typedRefusal(tag, *typed) : std::nullopt) {
        refusals.push_back(*std::move(refusal));
    }
    return refusals;
}

} // namespace

Diagnostics refusalsOf(const config::LabelingInterface& interface, const Control& control,
                       const annotation::Document& document,
                       const std::set<const config::Tag*>& hidden, const ItemCounter& countItems) {
    const bool isPerRegion = control.tag->flag("perRegion");
    if (!std::ranges::contains(kAsking, control.tag->kind()) ||
        (!isPerRegion && hidden.contains(control.tag))) {
        return {};
    }
    Diagnostics problems;
    if (std::string gap = findGap(interface, control, document, countItems); !gap.empty()) {
        problems.push_back({Code::RequiredMissing, std::move(gap), control.tag->where()});
    }
    const annotation::Result* answer = isPerRegion ? nullptr : document.findAnswer(control.name);
    if (answer != nullptr) {
        std::ranges::move(findFaults(interface, control, *answer), std::back_inserter(problems));
    }
    return problems;
}

Diagnostics refusalsOfChat(const config::Tag& chat, const annotation::Document& document) {
    std::string fault = messageCountFault(chat, messagesOf(document, chat).size());
    return fault.empty() ? Diagnostics()
                         : Diagnostics{{Code::RequiredMissing, std::move(fault), chat.where()}};
}

ItemCounter itemCounterOf(const Editor& editor) {
    return [&editor](std::string_view object) {
        const ImageWorkspace* image = editor.findImage(object);
        return image == nullptr ? 1 : std::max(image->itemCount(), 1);
    };
}

std::optional<Diagnostic> typedRefusal(const config::Tag& control, std::string_view text) {
    const std::string fault = typedFault(control, text);
    return fault.empty()
               ? std::nullopt
               : std::optional(Diagnostic{diagnostics::Code::InvalidAnswer,
                                          faultSentence(control, text, fault), control.where()});
}

const Diagnostic* findRefusal(const Editor& editor, const config::Tag& tag) {
    const auto isAt = [&tag](const Diagnostic& problem) {
        return isRefusal(problem) && problem.where == tag.where();
    };
    const Diagnostics& all = editor.diagnostics();
    if (std::ranges::none_of(all, isAt)) {
        return nullptr;
    }
    const Diagnostics own = refusalsNow(editor, tag);
    const auto found = std::ranges::find_if(all, [&](const Diagnostic& problem) {
        return isAt(problem) && std::ranges::contains(own, problem);
    });
    return found == all.end() ? nullptr : &*found;
}

} // namespace cartouche::editor
