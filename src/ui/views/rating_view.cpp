// Rating: as many marks as can be given, those that are given filled.

#include "core/json/numbers.h"
#include "core/language/message.h"
#include "ui/views/form_group.h"
#include "ui/views/views.h"
#include "ui/widgets/interaction.h"
#include "ui/widgets/tooltip.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <format>
#include <numbers>
#include <span>
#include <string>
#include <utility>

namespace cartouche::ui {

namespace {

constexpr float kLeastTarget = 32.0F; // of a finger
constexpr int kMostMarks = 100;

float markSize(const config::Tag& tag) {
    const std::string_view size = tag.text("size");
    return size == "small" ? 15.0F : size == "large" ? 40.0F : 25.0F;
}

float cellSize(const config::Tag& tag) {
    return std::max(markSize(tag) + 8, kLeastTarget);
}

int countOf(const config::Tag& tag) {
    const double count = json::parseNumber(tag.text("maxRating")).value_or(5);
    return static_cast<int>(std::clamp(count, 1.0, static_cast<double>(kMostMarks)));
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

/// Appends the outline to the list's path.
using Outline = void (*)(ImDrawList& list, ImVec2 center, float size);

void outlineStar(ImDrawList& list, ImVec2 center, float size) {
    constexpr float kInner = 0.42F;
    constexpr int kPoints = 10;
    for (int index = 0; index < kPoints; ++index) {
        const float angle = std::numbers::pi_v<float> * (static_cast<float>(index) / 5 - 0.5F);
        const float radius = size / 2 * (index % 2 == 0 ? 1.0F : kInner);
        list.PathLineTo({center.x + radius * std::cos(angle), center.y + radius * std::sin(angle)});
    }
}

/// A closed line of cubic curves: where it begins, then for each two control points and an end; in
/// halves of the size, from the center.
void outlineCurves(ImDrawList& list, ImVec2 center, float size, std::span<const ImVec2> curves) {
    const auto at = [&](ImVec2 point) {
        return ImVec2(center.x + point.x * size / 2, center.y + point.y * size / 2);
    };
    list.PathLineTo(at(curves.front()));
    for (std::size_t index = 1; index + 2 < curves.size(); index += 3) {
        list.PathBezierCubicCurveTo(at(curves[index]), at(curves[index + 1]),
                                    at(curves[index + 2]));
    }
    list._Path.pop_back(); // it is where the line began, and closes by itself
}

void outlineHeart(ImDrawList& list, ImVec2 center, float size) {
    static constexpr std::array kCurves{
        ImVec2{0, -0.5F},     ImVec2{0.25F, -1.05F},  ImVec2{1, -0.95F},  ImVec2{0.95F, -0.25F},
        ImVec2{0.9F, 0.25F},  ImVec2{0.35F, 0.6F},    ImVec2{0, 0.9F},    ImVec2{-0.35F, 0.6F},
        ImVec2{-0.9F, 0.25F}, ImVec2{-0.95F, -0.25F}, ImVec2{-1, -0.95F}, ImVec2{-0.25F, -1.05F},
        ImVec2{0, -0.5F}};
    outlineCurves(list, center, size, kCurves);
}

void outlineFire(ImDrawList& list, ImVec2 center, float size) {
    static constexpr std::array kCurves{
        ImVec2{0.05F, -0.95F},  ImVec2{0.2F, -0.5F},    ImVec2{0.75F, -0.25F},
        ImVec2{0.75F, 0.25F},   ImVec2{0.75F, 0.7F},    ImVec2{0.4F, 0.95F},
        ImVec2{0, 0.95F},       ImVec2{-0.4F, 0.95F},   ImVec2{-0.75F, 0.7F},
        ImVec2{-0.75F, 0.25F},  ImVec2{-0.75F, -0.05F}, ImVec2{-0.55F, -0.25F},
        ImVec2{-0.4F, -0.4F},   ImVec2{-0.4F, -0.15F},  ImVec2{-0.3F, -0.05F},
        ImVec2{-0.15F, -0.05F}, ImVec2{0.05F, -0.3F},   ImVec2{-0.05F, -0.6F},
        ImVec2{0.05F, -0.95F}};
    outlineCurves(list, center, size, kCurves);
}

void outlineCircle(ImDrawList& list, ImVec2 center, float size) {
    list.PathArcTo(center, size / 2, 0, 2 * std::numbers::pi_v<float>);
    list._Path.pop_back(); // the same
}

struct RatingIcon {
    std::string_view name; // of the attribute `icon`
    Outline outline;
    bool hasFace = false;
};

const RatingIcon& iconOf(const config::Tag& tag) {
    static constexpr std::array kIcons{
        RatingIcon{"star", outlineStar}, RatingIcon{"heart", outlineHeart},
        RatingIcon{"fire", outlineFire}, RatingIcon{"smile", outlineCircle, true}};
    const auto found = std::ranges::find(kIcons, tag.text("icon"), &RatingIcon::name);
    return found == kIcons.end() ? kIcons.front() : *found;
}

void drawFace(ImDrawList& list, ImVec2 center, float size, Color color) {
    constexpr float kThird = std::numbers::pi_v<float> / 8;
    for (const float side : {-0.18F, 0.18F}) {
        list.AddCircleFilled({center.x + side * size, center.y - 0.12F * size}, 0.065F * size,
                             color);
    }
    list.PathArcTo(center, 0.28F * size, kThird, std::numbers::pi_v<float> - kThird);
    list.PathStroke(color, 0, std::max(0.07F * size, 1.0F));
}

void drawMark(const RatingIcon& icon, ImVec2 center, float size, Color color, Color ground,
              bool isFilled) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (isFilled) {
        icon.outline(list, center, size);
        list.PathFillConcave(color);
    }
    icon.outline(list, center, size);
    list.PathStroke(color, ImDrawFlags_Closed, 1.5F);
    if (icon.hasFace) {
        drawFace(list, center, size, isFilled ? ground : color);
    }
}

/// True if it was pressed.
bool drawCell(Context& context, const config::Tag& tag, int value, double given, const Box& box) {
    ImGui::PushID(value);
    const Interaction state = interact(context, "mark", box, Availability::Enabled);
    if (takesAttention(context, tag)) {
        context.wishes.focused = state.id;
    }
    const bool isFilled = value <= given;
    const Palette& palette = context.palette;
    drawMark(iconOf(tag), box.center(), markSize(tag),
             isFilled          ? palette.accent
             : state.isHovered ? palette.text
                               : palette.controlBorder,
             palette.onAccent, isFilled);
    if (state.hasFocusRing) {
        context.painter.focusRing(box.inset(2), palette.focus, metrics::kRadius);
    }
    SemanticsNode node;
    node.id = state.id;
    node.role = "radio";
    node.name = language::say("answers.rating", {{"value", value}, {"count", countOf(tag)}});
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
    return problemHeight(context, tag) + static_cast<float>(lines) * cellSize(tag);
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
