#include "core/annotation/binding.h"

#include "core/diagnostics/suggestion.h"

#include <algorithm>
#include <array>
#include <format>
#include <string>
#include <vector>

namespace cartouche::annotation {

namespace {

using config::Control;
using config::LabelingInterface;

/// The first control of that object whose results have that type.
const Control* findByType(const LabelingInterface& interface, const Area& area,
                          std::string_view type) {
    const auto found = std::ranges::find_if(interface.controls(), [&](const Control& control) {
        const config::TagRow* row = config::findTag(control.tag->kind());
        return row != nullptr && row->resultType == type &&
               std::ranges::any_of(control.toNames,
                                   [&area](const auto& name) { return area.object == name; });
    });
    return found == interface.controls().end() ? nullptr : &*found;
}

/// `rectanglelabels` are a `rectangle` with labels.
std::string_view withoutLabels(std::string_view type) {
    constexpr std::string_view kEnding = "labels";
    return type.ends_with(kEnding) ? type.substr(0, type.size() - kEnding.size()) : type;
}

/// An object, or a control that is its own object.
bool hasObject(const LabelingInterface& interface, std::string_view name) {
    return interface.findObject(name) != nullptr ||
           std::ranges::contains(interface.controls(), name, &Control::name);
}

/// A message is said by the Chat itself.
bool isOfObject(const LabelingInterface& interface, const Result& result) {
    const config::Tag* object = interface.findObject(result.control.text());
    return object != nullptr && result.type == ResultType::ChatMessage &&
           object->kind() == config::TagKind::Chat;
}

template <typename Things, typename Naming>
std::vector<std::string> namesOf(const Things& things, Naming name) {
    std::vector<std::string> names;
    for (const auto& thing : things) {
        names.emplace_back(name(thing));
    }
    return names;
}

std::string describeControl(const LabelingInterface& interface, std::string_view name) {
    if (name.empty()) {
        return "This result does not say of which control it is, by from_name; it is kept";
    }
    return std::format(
        "This result is of the control \"{}\", which the config does not have{}; it is kept", name,
        diagnostics::suggestionText(
            name, namesOf(interface.controls(), [](const Control& one) { return one.name; })));
}

std::string describeObject(const LabelingInterface& interface, std::string_view name) {
    return std::format(
        "This result is of the object \"{}\", which the config does not have{}; it is kept", name,
        diagnostics::suggestionText(
            name, namesOf(interface.objects(), [](const auto* tag) { return tag->name(); })));
}

} // namespace

const Control* findControl(const LabelingInterface& interface, const Area& area,
                           const Result& result) {
    const auto named =
        std::ranges::find(interface.controls(), result.control.text(), &Control::name);
    if (named != interface.controls().end()) {
        return &*named;
    }
    const ResultTypeRow& row = resultTypeRow(result.type);
    if (row.answer != AnswerKind::Labels) {
        return nullptr;
    }
    for (const std::string_view type :
         {withoutLabels(row.name), row.name, std::string_view("labels")}) {
        if (const Control* control = findByType(interface, area, type)) {
            return control;
        }
    }
    return nullptr;
}

diagnostics::Diagnostics checkBindings(const LabelingInterface& interface,
                                       const Document& document) {
    diagnostics::Diagnostics problems;
    const Area* lastArea = nullptr; // the last two that are bound, which neighbours mostly repeat
    const Result* last = nullptr;
    for (const Area& area : document.areas().all()) {
        const std::string_view object = area.object.text();
        for (const Result& result : area.results) {
            if (last != nullptr && result.type == last->type && result.control == last->control &&
                area.object == lastArea->object) {
                continue;
            }
            std::string message;
            if (findControl(interface, area, result) == nullptr && !isOfObject(interface, result)) {
                message = describeControl(interface, result.control.text());
            } else if (!object.empty() && !hasObject(interface, object)) {
                message = describeObject(interface, object);
            }
            if (message.empty()) {
                lastArea = &area;
                last = &result;
            } else if (result.position != Result::kNew) {
                problems.push_back({diagnostics::Code::UnknownControl,
                                    std::move(message),
                                    {.pointer = std::format("/result/{}", result.position)}});
            }
        }
    }
    return problems;
}

} // namespace cartouche::annotation
