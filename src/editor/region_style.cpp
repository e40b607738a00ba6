#include "editor/region_style.h"

#include "core/json/numbers.h"
#include "editor/point_look.h"
#include "editor/region_label.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>
#include <variant>

namespace cartouche::editor {

namespace {

using config::CssColor;
using config::TagKind;

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

/// What the config says of a label; empty: nothing.
std::string_view writtenColor(const config::LabelingInterface& interface, const FirstLabel& label) {
    for (const config::LabelsControl& labels : interface.labels()) {
        const auto found = std::ranges::find(labels.labels, label.name(), &config::Label::stored);
        if (found != labels.labels.end() && labels.name == label.control) {
            return found->color;
        }
    }
    const auto* taxonomy = interface.findTaxonomy(label.control);
    const config::Choice* item = taxonomy == nullptr ? nullptr : taxonomy->find(label.path);
    return item == nullptr ? std::string_view() : item->color;
}

CssColor withOpacity(CssColor color, double opacity) {
    color.alpha =
        static_cast<std::uint8_t>(std::lround(color.alpha * std::clamp(opacity, 0.0, 1.0)));
    return color;
}

} // namespace

FirstLabel firstLabelOf(const config::LabelingInterface& interface, const annotation::Area& area) {
    for (const annotation::Result& result : area.results) {
        if (!result.labels().empty()) {
            return {result.control.text(), result.labels().first(1)};
        }
        const auto* paths = std::get_if<std::vector<annotation::Path>>(&result.answer);
        if (paths != nullptr && !paths->empty() && isLabeling(interface, result)) {
            return {result.control.text(), paths->front()};
        }
    }
    return {};
}

const RegionStyle& RegionStyles::styleOf(const annotation::Area& area) {
    const std::string_view control =
        area.results.empty() ? std::string_view() : area.results.front().control.text();
    const std::pair key{control, firstLabelOf(m_interface, area).path};
    const auto known = m_styles.find(key);
    if (known != m_styles.end()) {
        return known->second;
    }
    std::pair stored{std::string(key.first),
                     annotation::Path(key.second.begin(), key.second.end())};
    return m_styles.emplace(std::move(stored), makeStyle(area)).first->second;
}

RegionStyle RegionStyles::makeStyle(const annotation::Area& area) const {
    constexpr CssColor kDefault{0xF4, 0x8A, 0x42, 0xFF};
    const config::Tag* tag =
        area.results.empty() ? nullptr : findTag(m_interface, area.results.front().control.text());
    const auto own =
        config::parseCssColor(writtenColor(m_interface, firstLabelOf(m_interface, area)));
    RegionStyle style;
    style.stroke = own.value_or(colorOf(tag, "strokeColor", kDefault));
    const bool hasFillOpacity = tag != nullptr && !tag->text("fillOpacity").empty();
    style.fill = withOpacity(own.value_or(colorOf(tag, "fillColor", kDefault)),
                             numberOf(tag, hasFillOpacity ? "fillOpacity" : "opacity", 0.2));
    style.stroke = withOpacity(style.stroke, m_strength);
    style.fill = withOpacity(style.fill, m_strength);
    style.strokeWidth = std::clamp(numberOf(tag, "strokeWidth", 1), 1.0, 20.0);
    style.pointRadius = pointLookOf(tag).restingRadius;
    if (tag != nullptr && (tag->hasAttribute("opacity") || tag->kind() == TagKind::MagicWand)) {
        style.maskOpacity = std::clamp(numberOf(tag, "opacity", style.maskOpacity), 0.0, 1.0);
    }
    return style;
}

} // namespace cartouche::editor
