// What stands in the place of a tag that is understood, and kept in results, but not drawn yet.

#include "ui/views/undrawn_view.h"

#include "core/config/tag_table.h"
#include "ui/views/view.h"
#include "ui/views/views.h"
#include "ui/widgets/diagnostic_card.h"

#include <algorithm>
#include <format>

namespace cartouche::ui {

namespace {

diagnostics::Diagnostic describeUndrawn(const config::Tag& tag) {
    const std::string name = tag.name().empty() ? "" : std::format(" \"{}\"", tag.name());
    return {diagnostics::Code::UnsupportedTag,
            std::format("{}{} ({}) is not drawn by this version yet; its results are kept",
                        tag.spelling(), name, config::findTag(tag.kind())->help),
            tag.where()};
}

void collectUndrawn(const config::Tag& tag, diagnostics::Diagnostics& found) {
    const View* view = findView(tag.kind());
    if (view != nullptr && view->draw == drawUndrawn) {
        const diagnostics::Diagnostic problem = describeUndrawn(tag);
        if (!std::ranges::contains(found, problem)) { // a Repeater's content stands several times
            found.push_back(problem);
        }
    }
    for (const auto& child : tag.children()) {
        collectUndrawn(*child, found);
    }
}

} // namespace

diagnostics::Diagnostics findUndrawn(const config::LabelingInterface& interface) {
    diagnostics::Diagnostics found;
    collectUndrawn(interface.root(), found);
    return found;
}

float undrawnHeight(const Context& context, const config::Tag& tag, float width) {
    return diagnosticCardHeight(context, describeUndrawn(tag), width);
}

void drawUndrawn(Context& context, const config::Tag& tag, const Box& box) {
    ImGui::PushID(&tag);
    drawDiagnosticCard(context, "undrawn", describeUndrawn(tag), box);
    ImGui::PopID();
}

} // namespace cartouche::ui
