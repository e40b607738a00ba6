// What of a prediction is offered over the image: how sure it must be, and taking it over.

#include "core/language/message.h"
#include "editor/region_text.h"
#include "ui/entry_text.h"
#include "ui/panels/panels.h"
#include "ui/widgets/command_button.h"
#include "ui/widgets/slider.h"
#include "ui/widgets/spoken_text.h"

#include <algorithm>
#include <format>
#include <string>
#include <utility>

namespace cartouche::ui {

namespace {

using editor::CommandId;

constexpr float kHeight = 48.0F;
constexpr float kNarrowRows = 2.0F;
constexpr float kRow = 36.0F;
constexpr float kSliderWidth = 140.0F;
constexpr TextStyle kStyle{metrics::kSmallTextSize, Weight::Regular};

/// The name of a button that changes to the next model; a text where there is one only.
void drawModel(Context& context, const editor::Candidates& candidates, const Box& box) {
    if (context.editor.offer() != editor::Editor::Offer::Predicted) {
        const bool isFound = context.editor.offer() == editor::Editor::Offer::Found;
        context.painter.textLine(box,
                                 language::say(isFound ? language::Key("candidates.matches")
                                                       : language::Key("candidates.suggestions")),
                                 context.palette.text, kStyle);
        return;
    }
    const auto& entries = context.editor.entries();
    const auto titles = entryTitles(entries);
    const auto at =
        std::ranges::find(entries, &candidates.prediction(), &std::unique_ptr<editor::Entry>::get);
    const std::string& title = titles[static_cast<std::size_t>(at - entries.begin())];
    const bool isOnly =
        std::ranges::count_if(entries, [](const auto& entry) { return entry->isPrediction(); }) < 2;
    if (isOnly) {
        context.painter.textLine(box, title, context.palette.text, kStyle);
        return;
    }
    Button button;
    button.key = "model";
    button.label = title;
    context.painter.outline(box, context.palette.controlBorder, metrics::kRadius);
    if (drawButton(context, button, box)) {
        context.wishes.change = [](editor::Editor& on) { on.nextCandidates(); };
    }
}

void drawThreshold(Context& context, const editor::Candidates& candidates, const Box& box) {
    const std::string text = std::format("{:.2f}", candidates.threshold());
    const std::string label = language::say("candidates.least-score");
    const Slider slider{
        .key = "threshold", .label = label, .value = candidates.threshold(), .text = text};
    constexpr float kText = 86.0F;
    context.painter.textLine({box.left, box.top, kText, box.height},
                             language::say("candidates.score", {{"score", text}}),
                             context.palette.text, kStyle);
    if (const auto value = drawSlider(context, slider,
                                      {box.left + kText, box.top, box.width - kText, box.height})) {
        context.wishes.change = [value = *value](editor::Editor& on) { on.setThreshold(value); };
    }
}

/// What is offered: how much, and what the keyboard is at. Screen readers hear it change.
void drawStatus(Context& context, const editor::Candidates& candidates, const Box& box) {
    std::string text =
        language::say("candidates.offered", {{"count", candidates.offered().size()}});
    if (const auto current = candidates.current()) {
        const annotation::Area& area = *candidates.document().areas().find(*current);
        text = context.editor.offer() == editor::Editor::Offer::Found
                   ? language::say(
                         "candidates.current-match",
                         {{"labels", editor::describeLabels(context.editor.interface(), area)},
                          {"text", context.editor.excerptOf(area)},
                          {"offered", text}})
                   : language::say(
                         "candidates.current-region",
                         {{"region", editor::describeRegion(context.editor.interface(), area)},
                          {"score", std::format("{:.2f}", candidates.scoreOf(*current))},
                          {"offered", text}});
    }
    drawSpokenLine(context, {"offered", "status", text, context.palette.textMuted, kStyle}, box);
}

float drawCommand(Context& context, CommandId id, language::Key label, float right, float top) {
    Button button = commandButton(context, id);
    button.label = language::say(label);
    const float width = buttonWidth(context, button) - 16;
    const Box box{right - width, top, width, kRow};
    if (drawButton(context, button, box)) {
        context.wishes.command = id;
    }
    return box.left - 4;
}

} // namespace

float candidateBarHeight(const Context& context) {
    const editor::Candidates* candidates = context.editor.candidates();
    const bool isFound = context.editor.offer() == editor::Editor::Offer::Found;
    return candidates == nullptr || (isFound && candidates->offered().empty()) ? 0
           : context.isNarrow ? kNarrowRows * kHeight
                              : kHeight;
}

void drawCandidateBar(Context& context, const Box& box) {
    const editor::Candidates& candidates = *context.editor.candidates();
    SemanticsNode group;
    group.id = ImGui::GetID("candidates");
    group.role = "group";
    group.name = language::say("candidates.title");
    group.box = box.corners();
    context.semantics.open(std::move(group));
    context.painter.fill(box, context.palette.stage);
    context.painter.fill({box.left, box.bottom() - 1, box.width, 1}, context.palette.border);
    const float margin = context.margin() - 4;
    const float top = box.top + (kHeight - kRow) / 2;
    const float below = context.isNarrow ? top + kHeight : top;
    const float model = std::min(180.0F, (box.width - 2 * margin) * 0.4F);
    drawModel(context, candidates, {box.left + margin, top, model, kRow});
    const bool hasScores = context.editor.offer() != editor::Editor::Offer::Found;
    const float slider = box.left + margin + (hasScores ? model + 12 : 70);
    if (hasScores) {
        drawThreshold(context, candidates, {slider, top, kSliderWidth + 86, kRow});
    }
    float right = box.right() - margin;
    right =
        drawCommand(context, CommandId::AcceptPredictions, "candidates.accept-all", right, below);
    if (!context.isNarrow) {
        right = drawCommand(context, CommandId::AcceptInView, "candidates.accept-in-view", right,
                            below);
    }
    right = drawCommand(context, CommandId::RejectPrediction, "candidates.reject", right, below);
    right = drawCommand(context, CommandId::AcceptPrediction, "candidates.accept", right, below);
    right = drawCommand(context, CommandId::NextPrediction, "candidates.next", right, below);
    if (!hasScores) { // the room of the slider
        right = context.isNarrow ? box.right() : right;
        drawStatus(context, candidates, {slider, top, std::max(right - slider - 8, 0.0F), kRow});
    } else {
        const float left = context.isNarrow ? box.left + margin : slider + kSliderWidth + 98;
        drawStatus(context, candidates, {left, below, std::max(right - left - 8, 0.0F), kRow});
    }
    context.semantics.close();
}

} // namespace cartouche::ui
