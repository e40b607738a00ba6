#include "core/agreement/compared_answers.h"

#include "core/annotation/binding.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

namespace cartouche::agreement {

namespace {

using annotation::Area;
using annotation::Result;
using Answers = std::map<const config::Control*, ControlAnswer>;

geometry::Size sizeOf(const Area& area) {
    constexpr double kUnknown = 100; // percent are as good as pixels then
    return area.medium.width > 0 && area.medium.height > 0
               ? geometry::Size{static_cast<double>(area.medium.width),
                                static_cast<double>(area.medium.height)}
               : geometry::Size{kUnknown, kUnknown};
}

void append(std::string& text, std::string_view between, std::string_view part) {
    text += text.empty() ? "" : between;
    text += part;
}

std::string labelOf(const Result& result) {
    std::string text;
    for (const std::string& label : result.labels()) {
        append(text, ", ", label);
    }
    if (const auto* items = std::get_if<std::vector<annotation::Path>>(&result.answer)) {
        for (const annotation::Path& item : *items) {
            std::string path;
            for (const std::string& part : item) {
                append(path, " / ", part);
            }
            append(text, ", ", path);
        }
    }
    return text;
}

/// What is said of a region is its label, or else an answer about it.
bool isLabeling(const config::LabelingInterface& interface, const config::Control& control,
                const Result& result) {
    const auto* taxonomy = interface.findTaxonomy(*control.tag);
    return !result.labels().empty() || std::holds_alternative<std::monostate>(result.answer) ||
           (taxonomy != nullptr && taxonomy->isLabeling);
}

void readResult(std::vector<ControlAnswers>& controls, const config::LabelingInterface& interface,
                const config::Control& control, const Area& area, const Result& result,
                annotation::AreaHandle region, Answers& answers) {
    if (!area.isRegion()) {
        answers[&control].answer = result.answer;
        return;
    }
    if (!isLabeling(interface, control, result)) {
        return;
    }
    ControlAnswers& all = *std::ranges::find(controls, &control, &ControlAnswers::control);
    all.isOfRegions = true;
    if (auto shape = quality::comparableShape(*area.shape, sizeOf(area))) {
        answers[&control].regions.push_back(
            {std::move(*shape), sizeOf(area), labelOf(result), region});
    } else {
        ++all.notCompared;
    }
}

} // namespace

std::vector<ControlAnswers> controlsOf(const config::LabelingInterface& interface) {
    std::vector<ControlAnswers> controls;
    for (const config::Control& control : interface.controls()) {
        controls.push_back({.control = &control});
    }
    return controls;
}

void addAnswers(std::vector<ControlAnswers>& controls, const config::LabelingInterface& interface,
                const annotation::Document& document, std::uint32_t task, std::uint32_t annotator) {
    Answers answers;
    for (const annotation::AreaHandle handle : document.areas().handles()) {
        const Area& area = *document.areas().find(handle);
        for (const Result& result : area.results) {
            if (const auto* control = annotation::findControl(interface, area, result)) {
                readResult(controls, interface, *control, area, result, handle, answers);
            }
        }
    }
    for (ControlAnswers& control : controls) {
        ControlAnswer& answer = answers[control.control];
        answer.task = task;
        answer.annotator = annotator;
        control.answers.push_back(std::move(answer));
    }
}

void dropMissing(std::vector<ControlAnswers>& controls) {
    for (ControlAnswers& control : controls) {
        if (!control.isOfRegions) {
            std::erase_if(control.answers, [](const ControlAnswer& answer) {
                return std::holds_alternative<std::monostate>(answer.answer);
            });
        }
    }
}

} // namespace cartouche::agreement
