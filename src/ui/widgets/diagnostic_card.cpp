#include "ui/widgets/diagnostic_card.h"

#include "core/language/message.h"
#include "ui/icons.h"

#include <algorithm>
#include <string>

namespace cartouche::ui {

namespace {

constexpr float kPadding = 14.0F;
constexpr float kIconRoom = 34.0F;
constexpr float kLineGap = 4.0F;
constexpr TextStyle kMessageStyle{metrics::kTextSize, Weight::Regular};
constexpr TextStyle kPlaceStyle{metrics::kSmallTextSize, Weight::Regular};

/// "unknown-tag · config line 3, column 5"
std::string placeLine(const diagnostics::Diagnostic& diagnostic) {
    std::string text(diagnostics::codeName(diagnostic.code));
    if (diagnostic.where.line > 0) {
        text += language::say("list.point") +
                language::say("problem.place", {{"line", diagnostic.where.line},
                                                {"column", diagnostic.where.column}});
    }
    if (!diagnostic.where.pointer.empty()) {
        text += language::say("list.point") + diagnostic.where.pointer;
    }
    return text;
}

float textWidth(float width) {
    return std::max(width - kIconRoom - 2 * kPadding, 40.0F);
}

} // namespace

float diagnosticCardHeight(const Context& context, const diagnostics::Diagnostic& diagnostic,
                           float width) {
    const Painter& painter = context.painter;
    return 2 * kPadding + kLineGap +
           painter.measureHeight(diagnostic.message, kMessageStyle, textWidth(width)) +
           painter.measureHeight(placeLine(diagnostic), kPlaceStyle, textWidth(width));
}

void drawDiagnosticCard(Context& context, std::string_view key,
                        const diagnostics::Diagnostic& diagnostic, const Box& box) {
    const Palette& palette = context.palette;
    const bool isError = severityOf(diagnostic.code) == diagnostics::Severity::Error;
    const Color mark = isError ? palette.danger : palette.textMuted;
    context.painter.fill(box, isError ? palette.dangerSoft : palette.stage, metrics::kRadius);
    drawIcon(Icon::Alert, {box.left + kPadding + 10, box.top + kPadding + 9}, 20, mark);
    const float width = textWidth(box.width);
    const float messageHeight =
        context.painter.measureHeight(diagnostic.message, kMessageStyle, width);
    const Box message{box.left + kPadding + kIconRoom, box.top + kPadding, width, messageHeight};
    context.painter.textBlock(message, diagnostic.message, palette.text, kMessageStyle);
    const std::string place = placeLine(diagnostic);
    context.painter.textBlock({message.left, message.bottom() + kLineGap, width, 0}, place, mark,
                              kPlaceStyle);

    SemanticsNode node;
    node.id = ImGui::GetID(key.data(), key.data() + key.size());
    node.role = "alert";
    node.name = diagnostic.message;
    node.description = place;
    node.box = box.corners();
    context.semantics.add(std::move(node));
}

} // namespace cartouche::ui
