#include "core/agreement/compared_answers.h"

#include "core/annotation/binding.h"
#include "core/geometry/mask.h"
#include "core/image/bitmask.h"
#include "core/json/members.h"

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
/// What the areas on a medium tell of it.
struct MediumFacts {
    std::optional<geometry::Size> size;
    double lastFrame = 0; // of a video; 0: not told
};
using Media = std::map<Medium, MediumFacts>;

Medium mediumOf(const Area& area) {
    return {std::string(area.object.text()), area.item};
}

bool isSizeKnown(const Area& area) {
    return area.medium.width > 0 && area.medium.height > 0;
}

geometry::Size sizeOf(const Area& area) {
    return {static_cast<double>(area.medium.width), static_cast<double>(area.medium.height)};
}

double framesCountOf(const Result& result) {
    if (result.source.empty()) {
        return 0;
    }
    const auto value = json::Members(result.source).find("value");
    return value ? json::Members(*value).number("framesCount").value_or(0) : 0;
}

/// As its results repeat it, or else its last key frame.
double lastFrameOf(const Area& area, const geometry::Track& track) {
    double last = 0;
    for (const Result& result : area.results) {
        last = std::max(last, framesCountOf(result));
    }
    for (const geometry::KeyFrame& key : track.sequence) {
        last = std::max(last, key.frame);
    }
    return last;
}

/// The size as the first regions have it that tell, the length as the longest have it: it is one
/// medium for all who label it.
Media mediaIn(std::span<const annotation::Document> documents) {
    Media media;
    for (const annotation::Document& document : documents) {
        for (const annotation::AreaHandle handle : document.areas().handles()) {
            const Area& area = *document.areas().find(handle);
            MediumFacts& facts = media[mediumOf(area)];
            if (isSizeKnown(area) && !facts.size) {
                facts.size = sizeOf(area);
            }
            const auto* track =
                area.isRegion() ? std::get_if<geometry::Track>(&*area.shape) : nullptr;
            if (track != nullptr) {
                facts.lastFrame = std::max(facts.lastFrame, lastFrameOf(area, *track));
            }
        }
    }
    return media;
}

/// Angles are of pixels, and so is the code of a mask.
bool dependsOnSize(const geometry::Shape& shape) {
    const auto* rectangle = std::get_if<geometry::Rectangle>(&shape);
    const auto* ellipse = std::get_if<geometry::Ellipse>(&shape);
    return (rectangle != nullptr && rectangle->rotation != 0) ||
           (ellipse != nullptr && ellipse->rotation != 0) || geometry::isMask(shape);
}

/// A bitmask that came as a PNG has the code of a brush mask then; nothing if it cannot be read.
std::optional<geometry::Shape> decoded(const geometry::Shape& shape, geometry::Size size) {
    const auto* bitmask = std::get_if<geometry::BitmaskImage>(&shape);
    if (bitmask == nullptr || !bitmask->rle.empty()) {
        return shape;
    }
    const auto width = static_cast<int>(size.width);
    const auto height = static_cast<int>(size.height);
    const auto mask = image::decode(*bitmask, width, height);
    return mask ? std::optional<geometry::Shape>(
                      geometry::BrushMask{.rle = geometry::encode(*mask, width, height)})
                : std::nullopt;
}

/// Nothing for what cannot be compared.
std::optional<std::pair<quality::ComparableShape, geometry::Size>> shapeOf(const Area& area,
                                                                           const Media& media) {
    const MediumFacts& known = media.at(mediumOf(area));
    const geometry::Size size = known.size.value_or(kUnknownSize);
    const bool isOfOtherSize = isSizeKnown(area) && sizeOf(area) != size;
    if ((!known.size && dependsOnSize(*area.shape)) ||
        (geometry::isMask(*area.shape) && isOfOtherSize)) {
        return std::nullopt;
    }
    const auto plain = decoded(*area.shape, size);
    auto shape = plain ? quality::comparableShape(*plain, size, known.lastFrame) : std::nullopt;
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
                annotation::AreaHandle region, const Media& media, Answers& answers) {
    if (!area.isRegion()) {
        answers[&control].answer = result.answer;
        return;
    }
    if (!isLabeling(interface, control, result)) {
        return;
    }
    ControlAnswers& all = *std::ranges::find(controls, &control, &ControlAnswers::control);
    all.isOfRegions = true;
    if (auto shape = shapeOf(area, media)) {
        answers[&control].regions.push_back(
            {std::move(shape->first), shape->second, labelOf(result), region});
    } else {
        ++all.notCompared;
    }
}

Answers answersIn(const annotation::Document& document, std::vector<ControlAnswers>& controls,
                  const config::LabelingInterface& interface, const Media& media) {
    Answers answers;
    for (const annotation::AreaHandle handle : document.areas().handles()) {
        const Area& area = *document.areas().find(handle);
        for (const Result& result : area.results) {
            if (const auto* control = annotation::findControl(interface, area, result)) {
                readResult(controls, interface, *control, area, result, handle, media, answers);
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
    const Media media = mediaIn(documents);
    for (std::size_t at = 0; at < documents.size(); ++at) {
        Answers answers = answersIn(documents[at], controls, interface, media);
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
