// Rating: as many stars as can be given, those that are given filled.

#include "core/json/numbers.h"
#include "ui/views/form_group.h"
#include "ui/views/views.h"
#include "ui/widgets/interaction.h"
#include "ui/widgets/tooltip.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <format>
#include <numbers>
#include <string>
#include <utility>

namespace cartouche::ui {

namespace {

constexpr float kLeastTarget = 32.0F; // of a finger
constexpr int kMostStars = 100;
constexpr int kPoints = 10;

float starSize(const config::Tag& tag) {
    const std::string_view size = tag.text("size");
    return size == "small" ? 15.0F : size == "large" ? 40.0F : 25.0F;
}

float cellSize(const config::Tag& tag) {
    return std::max(starSize(tag) + 8, kLeastTarget);
}

int countOf(const config::Tag& tag) {
    const double count = json::parseNumber(tag.text("maxRating")).value_or(5);
    return static_cast<int>(std::clamp(count, 1.0, static_cast<double>(kMostStars)));
}

int perLine(const config::Tag& tag, float width) {
    return std::max(1, static_cast<int>(width / cellSize(tag)));
}

/// What is answered, or what is shown until then.
double ratingOf(const Context& context, const config::Control& control) {
    const annotation::Answer* answer = context.editor.answerOf(control);
    const auto* given = answer == nullptr ? nullptr : std::get_if<double>(answer);
    return given != nullptr ? *given
                            : json::parseNumber(control.tag->text("defaultValue")).value_or(0);
}

void drawStar(ImVec2 center, float size, Color color, bool isFilled) {
    constexpr float kInner = 0.42F;
    std::array<ImVec2, kPoints> points{};
    for (int index = 0; index < kPoints; ++index) {
        const float angle = std::numbers::pi_v<float> * (static_cast<float>(index) / 5 - 0.5F);
        const float radius = size / 2 * (index % 2 == 0 ? 1.0F : kInner);
        points[static_cast<std::size_t>(index)] = {center.x + radius * std::cos(angle),
                                                   center.y + radius * std::sin(angle)};
    }
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (isFilled) {
        list.AddConcavePolyFilled(points.data(), kPoints, color);
    }
    list.AddPolyline(points.data(), kPoints, color, ImDrawFlags_Closed, 1.5F);
}

/// True if it was pressed.
bool drawCell(Context& context, const config::Tag& tag, int value, double given, const Box& box) {
    ImGui::PushID(value);
    const Interaction state = interact(context, "star", box, Availability::Enabled);
    if (takesAttention(context, tag)) {
        context.wishes.focused = state.id;
    }
    const bool isFilled = value <= given;
    const Palette& palette = context.palette;
    drawStar(box.center(), starSize(tag),
             isFilled          ? palette.accent
             : state.isHovered ? palette.text
                               : palette.controlBorder,
             isFilled);
    if (state.hasFocusRing) {
        context.painter.focusRing(box.inset(2), palette.focus, metrics::kRadius);
    }
    SemanticsNode node;
    node.id = state.id;
    node.role = "radio";
    node.name = std::format("{} of {}", value, countOf(tag));
    node.checked = static_cast<double>(value) == given;
    node.isFocusable = !context.isForShow;
    node.isDisabled = context.isForShow || context.editor.isReadonly();
    node.box = box.corners();
    context.semantics.add(std::move(node));
    ImGui::PopID();
    return state.isPressed;
}

} // namespace

float ratingHeight(const Context& context, const config::Tag& tag, float width) {
    if (findForm(context, tag) == nullptr) {
        return 0;
    }
    const int inLine = perLine(tag, width);
    const int lines = (countOf(tag) + inLine - 1) / inLine;
    return refusalHeight(context, tag) + static_cast<float>(lines) * cellSize(tag);
}

void drawRating(Context& context, const config::Tag& tag, const Box& box) {
    const config::Control* control = findForm(context, tag);
    if (control == nullptr) {
        return;
    }
    ImGui::PushID(&tag);
    const Box room = openForm(context, tag, "radiogroup", box);
    const double given = ratingOf(context, *control);
    const float cell = cellSize(tag);
    const int inLine = perLine(tag, box.width);
    for (int value = 1; value <= countOf(tag); ++value) {
        const auto column = static_cast<float>((value - 1) % inLine);
        const auto line = static_cast<float>((value - 1) / inLine);
        if (drawCell(context, tag, value, given,
                     {room.left + column * cell, room.top + line * cell, cell, cell})) {
            // The one that is given already takes it back.
            const annotation::Answer* before = context.editor.answerOf(*control);
            const bool isGiven = before != nullptr && *before == annotation::Answer(double(value));
            context.editor.answer(*control, isGiven ? annotation::Answer()
                                                    : annotation::Answer(double(value)));
            context.wishes.needsFrame = true;
        }
    }
    context.semantics.close();
    ImGui::PopID();
}

} // namespace cartouche::ui
