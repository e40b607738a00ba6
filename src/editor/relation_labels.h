#pragma once

#include "core/config/labeling_interface.h"

#include <string_view>
#include <vector>

namespace cartouche::editor {

/// What relations can be called, by the config's Relations tag (spec/tags.md, Relations).
struct RelationLabels {
    bool isMultiple = true; // a relation can have several
    std::vector<std::string_view> values;
};

/// Without the tag there are none. The texts are the config's.
RelationLabels relationLabelsOf(const config::LabelingInterface& interface);

} // namespace cartouche::editor
