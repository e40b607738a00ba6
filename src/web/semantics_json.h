#pragma once

#include "core/json/json.h"
#include "ui/semantics.h"

namespace cartouche::web {

/// The tree as the array of SemanticsNode of shell/protocol.ts; members that say nothing are left
/// out.
json::Json writeSemantics(const ui::Semantics& semantics);

} // namespace cartouche::web
