#include "editor/region_style.h"

#include "core/json/numbers.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>
#include <string_view>
#include <variant>

namespace cartouche::editor {

namespace {

using config::CssColor;

const config::Tag* findTag(const config::LabelingInterface& interface, std::string_view control) {
    const auto found = std::ranges::find(interface.controls(), control, &config::Control::name);
    return found == interface.controls().end() ? nullptr : found->tag;
}

CssColor colorOf(const config::Tag* tag, std::string_view attribute, CssColor otherwise) {
    return tag == nullptr ? otherwise
                          : config::parseCssColor(tag->text(attribute)).value_or(otherwise);
}

double numberOf(const config::Tag* tag, std::string_view attribute, double otherwise) {
    return tag == nullptr ? otherwise : json::parseNumber(tag->text(attribute)).value_or(otherwise);
}

CssColor withOpacity(CssColor color, double opacity) {
    color.alpha =
        static_cast<std::uint8_t>(std::lround(color.alpha * std::clamp(opacity, 0.0, 1.0)));
    return color;
}

} // namespace

FirstLabel firstLabelOf(const annotation::Area& area) {
    for (const annotation::Result& result : area.results) {
        if (!result.labels().empty()) {
            return {result.control.text(), result.labels().front()};
        }
    }
    return {};
}

const config::Label* findLabel(const config::LabelingInterface& interface, std::string_view control,
                               std::string_view stored) {
    for (const config::LabelsControl& labels : interface.labels()) {
        const auto found = std::ranges::find(labels.labels, stored, &config::Label::stored);
        if (found != labels.labels.end() && labels.name == control) {
            return &*found;
        }
    }
    return nullptr;
}

const RegionStyle& RegionStyles::styleOf(const annotation::Area& area) {
    const std::string_view control =
        area.results.empty() ? std::string_view() : area.results.front().control.text();
    const std::pair key{control, firstLabelOf(area).value};
    const auto known = m_styles.find(key);
    if (known != m_styles.end()) {
        return known->second;
    }
    std::pair stored{std::string(key.first), std::string(key.second)};
    return m_styles.emplace(std::move(stored), makeStyle(area)).first->second;
}

RegionStyle RegionStyles::makeStyle(const annotation::Area& area) const {
    constexpr CssColor kDefault{0xF4, 0x8A, 0x42, 0xFF};
    const FirstLabel first = firstLabelOf(area);
    const config::Tag* tag =
        area.results.empty() ? nullptr : findTag(m_interface, area.results.front().control.text());
    const config::Label* label = findLabel(m_interface, first.control, first.value);
    const auto own =
        label == nullptr ? std::optional<CssColor>() : config::parseCssColor(label->color);
    RegionStyle style;
    style.stroke = own.value_or(colorOf(tag, "strokeColor", kDefault));
    const bool hasFillOpacity = tag != nullptr && !tag->text("fillOpacity").empty();
    style.fill = withOpacity(own.value_or(colorOf(tag, "fillColor", kDefault)),
                             numberOf(tag, hasFillOpacity ? "fillOpacity" : "opacity", 0.2));
    style.stroke = withOpacity(style.stroke, m_strength);
    style.fill = withOpacity(style.fill, m_strength);
    style.strokeWidth = std::clamp(numberOf(tag, "strokeWidth", 1), 1.0, 20.0);
    return style;
}

} // namespace cartouche::editor
