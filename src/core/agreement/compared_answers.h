#pragma once

#include "core/annotation/document.h"
#include "core/config/labeling_interface.h"
#include "core/quality/shape_similarity.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

/// What annotators answered, control by control, in the form in which it is compared.
namespace cartouche::agreement {

/// A region of an annotation, to be compared.
struct ComparedRegion {
    quality::ComparableShape shape;
    /// Of its image, as any region on it tells; 100 by 100 if none does, so that percent are
    /// pixels: the overlaps of boxes, ellipses and polygons are right then, key points and lines
    /// are as far apart as on a square image.
    geometry::Size size;
    /// Its labels, one text.
    std::string label;
    /// In the document that it was read from.
    annotation::AreaHandle region;
};

/// What one annotator said with a control about a task.
struct ControlAnswer {
    std::uint32_t task = 0;
    std::uint32_t annotator = 0;
    /// Of a control that answers about the whole object; monostate: regions.
    annotation::Answer answer;
    std::vector<ComparedRegion> regions;
    /// Of a model's prediction, how probable it holds it.
    std::optional<double> score;
};

/// The answers of a control to all tasks.
struct ControlAnswers {
    const config::Control* control = nullptr;
    /// Whether it labels regions: then who drew nothing has answered, too.
    bool isOfRegions = false;
    std::vector<ControlAnswer> answers;
    /// Regions of kinds that are not compared, masks that cannot be read, and those that cannot be
    /// compared where the size of the image is not known, or not the same for all: masks, and what
    /// is turned by an angle. Tracks end with their video, whose length any of them may tell
    /// (`framesCount`), or else with the last key frame of all.
    std::size_t notCompared = 0;
};

/// Without answers: one for each control of the interface, which must outlive it.
std::vector<ControlAnswers> controlsOf(const config::LabelingInterface& interface);

/// Adds what the annotators of a task answer, each in one document: one answer to each control,
/// perhaps an empty one. Answers about single regions are left out: regions have no names by which
/// they could be paired.
void addAnswers(std::vector<ControlAnswers>& controls, const config::LabelingInterface& interface,
                std::span<const annotation::Document> documents, std::uint32_t task,
                std::span<const std::uint32_t> annotators);

/// Once all are added. Who says nothing of the whole object has not answered; who draws nothing
/// has.
void dropMissing(std::vector<ControlAnswers>& controls);

} // namespace cartouche::agreement
