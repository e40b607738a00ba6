#pragma once

#include "core/annotation/annotation.h"
#include "core/config/labeling_interface.h"

#include <set>

namespace cartouche::editor {

/// The tags whose conditions (`visibleWhen` and its company, spec/tags.md 2.5) are not met, with
/// everything in them. As long as no region can be selected, none is.
std::set<const config::Tag*> findHidden(const config::LabelingInterface& interface,
                                        const annotation::Annotation& annotation);

/// Whether the answers of a hidden control stay out of what is submitted (spec/results.md 3.6):
/// those hidden by a choice do, those hidden by the lack of a selected region do not.
std::set<const config::Tag*> findWithheld(const config::LabelingInterface& interface,
                                          const annotation::Annotation& annotation);

} // namespace cartouche::editor
