#pragma once

#include "ui/semantics.h"

#include <string>

namespace cartouche::web {

/// The nodes of an accessibility tree as JSON text, SemanticsNode[] of shell/protocol.ts. It is
/// written in every frame, and so without a tree of values in between.
std::string writeSemantics(const ui::Semantics& semantics);

} // namespace cartouche::web
