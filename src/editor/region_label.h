#pragma once

#include "core/annotation/area.h"
#include "core/config/labeling_interface.h"

#include <string>
#include <string_view>
#include <vector>

namespace cartouche::editor {

/// What a region can be called: a label of a control such as Labels, or an item of a Taxonomy that
/// labels (spec/tags.md, Taxonomy). The interface must outlive it.
struct RegionLabel {
    RegionLabel(const config::LabelsControl& control, const config::Label& label);
    RegionLabel(const config::TaxonomyControl& taxonomy, annotation::Path item);

    const config::Tag* control;
    std::string_view object;      // that the control labels
    annotation::Path path;        // as it is stored; of a label, one text
    const config::Label* written; // nullptr: it is an item of a Taxonomy

    /// As messages and the history call it.
    std::string name() const;
    bool isHeldBy(const annotation::Answer& answer) const;
    /// Of a region that has this label, and no other of the control.
    annotation::Answer answer() const;

    bool operator==(const RegionLabel&) const = default;
};

/// Of what a control says.
annotation::ResultType resultTypeOf(const config::Tag& control);

/// Whether a region can have several labels of the control.
bool isMultiple(const config::Tag& control);

/// Whether it says what regions are: Labels and its kin, and a Taxonomy that labels.
bool isLabelsControl(const config::LabelingInterface& interface, const config::Tag& control);

/// Whether this is said of a region to name it, and not to answer something about it.
bool isLabeling(const config::LabelingInterface& interface, const annotation::Result& result);

/// What regions are called by an item of a Taxonomy, as it is stored: the end of its path, or with
/// `showFullPath` all of it.
std::string itemText(const config::Tag& taxonomy, const annotation::Path& path);

/// The labels of a result by their names, each as it is stored. None of what does not label.
annotation::Texts labelTexts(const config::LabelingInterface& interface,
                             const annotation::Result& result);

/// With the label, in the place of others if a region can have only one. nullptr: it has none yet.
annotation::Answer withLabel(const config::LabelingInterface& interface,
                             const annotation::Answer* before, const RegionLabel& label);
/// Without it; monostate: nothing is left.
annotation::Answer withoutLabel(const annotation::Answer& before, const RegionLabel& label);

} // namespace cartouche::editor
