#include "ui/widgets/slider.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace cartouche::ui {

namespace {

constexpr float kKnob = 8.0F;
constexpr float kLine = 4.0F;
constexpr double kEnd = 100; // what Home and End ask for

double rounded(const Slider& slider, double value) {
    const double inside = std::clamp(value, 0.0, 1.0);
    return std::clamp(std::round(inside / slider.step) * slider.step, 0.0, 1.0);
}

/// By so many steps, or to an end.
double moved(const Slider& slider, double steps) {
    return std::abs(steps) >= kEnd ? (steps > 0 ? 1.0 : 0.0)
                                   : rounded(slider, slider.value + steps * slider.step);
}

void describe(Context& context, const Slider& slider, std::uint32_t id, const Box& box) {
    SemanticsNode node;
    node.id = id;
    node.role = "slider";
    node.name = slider.label;
    node.value = slider.text;
    node.fraction = slider.value;
    node.isFocusable = true;
    node.box = box.corners();
    context.semantics.add(std::move(node));
}

} // namespace

std::optional<double> drawSlider(Context& context, const Slider& slider, const Box& box) {
    const Palette& palette = context.palette;
    const Interaction state = interact(context, slider.key, box, Availability::Enabled);
    const Box line{box.left + kKnob, box.center().y - kLine / 2, box.width - 2 * kKnob, kLine};
    const auto share = static_cast<float>(std::clamp(slider.value, 0.0, 1.0));
    const ImVec2 knob{line.left + share * line.width, box.center().y};
    context.painter.fill(line, palette.border, kLine / 2);
    context.painter.fill({line.left, line.top, knob.x - line.left, kLine}, palette.accent,
                         kLine / 2);
    context.painter.circle(knob, kKnob, state.isHeld ? palette.accentPressed : palette.accent);
    if (state.hasFocusRing) {
        context.painter.ring(knob, kKnob + 4, palette.focus, metrics::kFocusWidth);
    }
    describe(context, slider, state.id, box);
    if (state.isHeld) {
        const float at = (ImGui::GetIO().MousePos.x - line.left) / std::max(line.width, 1.0F);
        return rounded(slider, static_cast<double>(at));
    }
    if (const auto steps = context.requests.steps.extract(state.id); !steps.empty()) {
        return moved(slider, steps.mapped());
    }
    return std::nullopt;
}

} // namespace cartouche::ui
