#pragma once

#include "core/annotation/document.h"
#include "core/config/labeling_interface.h"

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cartouche::editor {

/// The conditions of a config's tags (`visibleWhen` and its company, spec/tags.md 2.4 and 2.5) over
/// an annotation as it stands and the regions that are selected. For one question after another
/// while none of these changes.
class Conditions {
public:
    /// All of them must outlive this.
    Conditions(const config::LabelingInterface& interface, const annotation::Document& document,
               std::span<const annotation::AreaHandle> selection);

    /// Whether the tag's own condition is met, and that of everything around it.
    bool isVisible(const config::Tag& tag) const;
    /// Whether something is chosen in the control that the tag names, of the values that it names;
    /// for a per-region control, in `region`.
    bool isChosen(const config::Tag& tag, const annotation::Area* region) const;
    /// Whether the tag or something around it appears by a choice.
    bool dependsOnChoice(const config::Tag& tag) const;

    /// The one region that is selected; nullptr if it is none or several.
    const annotation::Area* selected() const { return m_selected; }

private:
    void collectParents(const config::Tag& tag);
    const config::Tag* parentOf(const config::Tag& tag) const;
    bool isMet(const config::Tag& tag) const;
    bool isRegionMet(const config::Tag& tag) const;
    bool isPerRegionMet(const config::Tag& tag) const;
    bool isAnythingChosen() const;
    bool isAnywhere(std::string_view value) const;
    std::vector<std::string> answersOf(std::string_view control,
                                       const annotation::Area* region) const;

    const config::LabelingInterface& m_interface;
    const annotation::Document& m_document;
    bool m_isAnySelected = false;
    const annotation::Area* m_selected = nullptr;
    std::map<const config::Tag*, const config::Tag*> m_parents;
    /// What is known, and what is being found out: a condition that leads to itself is met.
    mutable std::map<const config::Tag*, bool> m_visible;
};

/// The tags that are not visible.
std::set<const config::Tag*> findHidden(const config::LabelingInterface& interface,
                                        const annotation::Document& document,
                                        std::span<const annotation::AreaHandle> selection);

/// Which results go out with a submitted annotation (spec/results.md 3.6): not those of controls
/// that a choice hides, and of per-region controls only those on regions that they are for.
class Submission {
public:
    /// All of them must outlive this.
    Submission(const config::LabelingInterface& interface, const annotation::Document& document,
               std::span<const annotation::AreaHandle> selection);

    bool includes(const annotation::Area& area, const annotation::Result& result) const;

private:
    const config::LabelingInterface& m_interface;
    std::map<std::string, const config::Tag*, std::less<>> m_controls;
    Conditions m_conditions;
};

} // namespace cartouche::editor
