#pragma once

#include "core/annotation/document.h"
#include "core/config/labeling_interface.h"
#include "core/json/checked_text.h"
#include "editor/sheet.h"

#include <memory>
#include <span>

namespace cartouche::editor {

/// Adds what `selected="true"` chooses in a new annotation, where nothing is answered yet.
void addPreselected(annotation::Document& document, const config::LabelingInterface& interface,
                    const annotation::IdSource& newId);

/// The results of predictions that a new annotation begins with: those that say
/// `"interactive_mode": false`, and no others (spec/edge-cases.md 5.4). An array, may be empty.
json::CheckedText automaticResults(std::span<const std::unique_ptr<Entry>> entries);

} // namespace cartouche::editor
