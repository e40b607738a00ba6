#include "core/agreement/compared_answers.h"

#include "core/annotation/binding.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

namespace cartouche::agreement {

namespace {

using annotation::Area;
using annotation::Result;
using Answers = std::map<const config::Control*, ControlAnswer>;

/// Percent are as good as pixels then: what overlaps how much does not depend on the aspect.
constexpr geometry::Size kUnknownSize{100, 100};

/// An object of a task, or one of its items.
using Medium = std::pair<std::string, int>;
using Sizes = std::map<Medium, geometry::Size>;

Medium mediumOf(const Area& area) {
    return {std::string(area.object.text()), area.item};
}

bool isSizeKnown(const Area& area) {
    return area.medium.width > 0 && area.medium.height > 0;
}

geometry::Size sizeOf(const Area& area) {
    return {static_cast<double>(area.medium.width), static_cast<double>(area.medium.height)};
}

/// As the first regions have it that tell: it is one image for all who label it.
Sizes sizesIn(std::span<const annotation::Document> documents) {
    Sizes sizes;
    for (const annotation::Document& document : documents) {
        for (const annotation::AreaHandle handle : document.areas().handles()) {
            if (const Area& area = *document.areas().find(handle); isSizeKnown(area)) {
                sizes.try_emplace(mediumOf(area), sizeOf(area));
            }
        }
    }
    return sizes;
}

/// Angles are of pixels, and so is the code of a mask.
bool dependsOnSize(const geometry::Shape& shape) {
    const auto* rectangle = std::get_if<geometry::Rectangle>(&shape);
    const auto* ellipse = std::get_if<geometry::Ellipse>(&shape);
    return (rectangle != nullptr && rectangle->rotation != 0) ||
           (ellipse != nullptr && ellipse->rotation != 0) ||
           std::holds_alternative<geometry::BrushMask>(shape);
}

/// Nothing for what cannot be compared.
std::optional<std::pair<quality::ComparableShape, geometry::Size>> shapeOf(const Area& area,
                                                                           const Sizes& sizes) {
    const auto known = sizes.find(mediumOf(area));
    const geometry::Size size = known == sizes.end() ? kUnknownSize : known->second;
    const bool isOfOtherSize = isSizeKnown(area) && sizeOf(area) != size;
    const bool isMask = std::holds_alternative<geometry::BrushMask>(*area.shape);
    if ((known == sizes.end() && dependsOnSize(*area.shape)) || (isMask && isOfOtherSize)) {
        return std::nullopt;
    }
    auto shape = quality::comparableShape(*area.shape, size);
    return shape ? std::optional(std::pair(std::move(*shape), size)) : std::nullopt;
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
                annotation::AreaHandle region, const Sizes& sizes, Answers& answers) {
    if (!area.isRegion()) {
        answers[&control].answer = result.answer;
        return;
    }
    if (!isLabeling(interface, control, result)) {
        return;
    }
    ControlAnswers& all = *std::ranges::find(controls, &control, &ControlAnswers::control);
    all.isOfRegions = true;
    if (auto shape = shapeOf(area, sizes)) {
        answers[&control].regions.push_back(
            {std::move(shape->first), shape->second, labelOf(result), region});
    } else {
        ++all.notCompared;
    }
}

Answers answersIn(const annotation::Document& document, std::vector<ControlAnswers>& controls,
                  const config::LabelingInterface& interface, const Sizes& sizes) {
    Answers answers;
    for (const annotation::AreaHandle handle : document.areas().handles()) {
        const Area& area = *document.areas().find(handle);
        for (const Result& result : area.results) {
            if (const auto* control = annotation::findControl(interface, area, result)) {
                readResult(controls, interface, *control, area, result, handle, sizes, answers);
            }
        }
    }
    return answers;
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
                std::span<const annotation::Document> documents, std::uint32_t task,
                std::span<const std::uint32_t> annotators) {
    const Sizes sizes = sizesIn(documents);
    for (std::size_t at = 0; at < documents.size(); ++at) {
        Answers answers = answersIn(documents[at], controls, interface, sizes);
        for (ControlAnswers& control : controls) {
            ControlAnswer& answer = answers[control.control];
            answer.task = task;
            answer.annotator = annotators[at];
            control.answers.push_back(std::move(answer));
        }
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
