#pragma once

#include "editor/region_label.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace cartouche::editor {

/// A label that can be given to regions, as the config has it: one of Labels and its kin, or an
/// item of a Taxonomy that labels. The interface must outlive it.
struct OfferedLabel {
    const config::LabelsControl* labels = nullptr; // one of these,
    const config::Label* written = nullptr;
    const config::TaxonomyControl* taxonomy = nullptr; // or of these
    std::vector<const config::Choice*> items;          // from the root of the tree on

    const config::Tag& control() const;
    std::string_view object() const; // that it labels
    // Of an item itself, without those that hold it.
    std::string_view display() const;
    std::string_view stored() const;
    std::string_view color() const;  // CSS; empty: none of its own
    std::string_view hotkey() const; // items have none
    /// Those that hold an item, as they are shown, from the root on.
    std::string holders() const;
    RegionLabel label() const;
};

/// All of them, in the order of the config, until `visit` gives false. Items that hold others are
/// left out where a Taxonomy has `leafsOnly`. What `visit` is given lives until it returns.
void visitLabels(const config::LabelingInterface& interface,
                 const std::function<bool(const OfferedLabel&)>& visit);

} // namespace cartouche::editor
