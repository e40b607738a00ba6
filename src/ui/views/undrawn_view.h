#pragma once

#include "core/config/labeling_interface.h"
#include "core/diagnostics/diagnostic.h"

namespace cartouche::ui {

/// One warning for each tag of a config that is understood but not drawn by this version.
diagnostics::Diagnostics findUndrawn(const config::LabelingInterface& interface);

} // namespace cartouche::ui
