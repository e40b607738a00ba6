#pragma once

#include "core/diagnostics/diagnostic.h"
#include "ui/context.h"

namespace cartouche::ui {

float diagnosticCardHeight(const Context& context, const diagnostics::Diagnostic& diagnostic,
                           float width);

/// A problem in words, with its code and place; role alert in the accessibility tree.
void drawDiagnosticCard(Context& context, std::string_view key,
                        const diagnostics::Diagnostic& diagnostic, const Box& box);

} // namespace cartouche::ui
