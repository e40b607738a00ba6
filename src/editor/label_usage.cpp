#include "editor/label_usage.h"

#include "core/json/numbers.h"
#include "core/language/message.h"

#include <algorithm>
#include <format>

namespace cartouche::editor {

namespace {

/// The label's own limit, else its control's. That of a Taxonomy means something else.
std::optional<double> mostUsages(const RegionLabel& label) {
    if (label.written == nullptr) {
        return std::nullopt;
    }
    const auto own = json::parseNumber(label.written->maxUsages);
    return own ? own : json::parseNumber(label.control->text("maxUsages"));
}

} // namespace

bool hasLabel(const annotation::Area& area, const RegionLabel& label) {
    const annotation::Result* result = area.find(label.control->name());
    return result != nullptr && label.isHeldBy(result->answer);
}

std::optional<diagnostics::Diagnostic> usageFault(const RegionLabel& label,
                                                  const annotation::Document& document) {
    const auto most = mostUsages(label);
    if (!most) {
        return std::nullopt;
    }
    const auto used =
        std::ranges::count_if(document.areas().all(), [&](const annotation::Area& area) {
            return area.isRegion() && hasLabel(area, label);
        });
    if (static_cast<double>(used) < *most) {
        return std::nullopt;
    }
    return diagnostics::Diagnostic{
        diagnostics::Code::TooManyUsages,
        language::say("labels.used-up",
                      {{"label", label.name()}, {"most", std::format("{}", *most)}}),
        label.control->where()};
}

} // namespace cartouche::editor
