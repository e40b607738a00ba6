#pragma once

#include "core/config/tag.h"
#include "ui/context.h"

#include <vector>

namespace cartouche::ui {

/// What keeps the image of this tag from being shown, if anything does: found in the editor's
/// diagnostics by the tag's place in the config.
const diagnostics::Diagnostic* findImageProblem(const Context& context, const config::Tag& tag);

/// The same of the text of this tag.
const diagnostics::Diagnostic* findTextProblem(const Context& context, const config::Tag& tag);

/// The place in the config that says which images the tag shows.
const diagnostics::Location& whereOfAddress(const config::Tag& image);

/// The problems that have no place of their own on the canvas; they go to the top.
std::vector<const diagnostics::Diagnostic*> problemsWithoutPlace(const Context& context);

} // namespace cartouche::ui
