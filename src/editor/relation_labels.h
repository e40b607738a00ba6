#pragma once

#include "core/annotation/area.h"
#include "core/config/labeling_interface.h"

#include <string>
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

/// What a relation is called, in one line; "" without labels.
std::string describeLabels(const annotation::Relation& relation);

} // namespace cartouche::editor
