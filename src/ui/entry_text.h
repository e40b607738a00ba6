#pragma once

#include "editor/sheet.h"

#include <string>
#include <vector>

namespace cartouche::ui {

/// What the annotations and predictions of a task are called, in the same order: "anna #12",
/// "New annotation 2", "resnet-50 · 0.87".
std::vector<std::string> entryTitles(const std::vector<std::unique_ptr<editor::Entry>>& entries);

/// Of which kind it is: "annotation, ground truth".
std::string describeKind(const editor::Entry& entry);

/// What else there is to know of one: "2024-01-02 10:30 · skipped"; may be empty.
std::string entryDetails(const editor::Entry& entry);

} // namespace cartouche::ui
