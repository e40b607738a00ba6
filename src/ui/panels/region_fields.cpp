// The numbers and the note of one region, typed into fields. What is typed is a draft until Enter,
// or until the focus leaves the field; each is one undo.

#include "editor/region_fields.h"

#include "core/language/message.h"
#include "ui/panels/side_parts.h"
#include "ui/side_panel_state.h"
#include "ui/widgets/text_field.h"

#include <format>
#include <string>
#include <utility>
#include <vector>

namespace cartouche::ui {

namespace {

using annotation::Area;
using annotation::AreaHandle;
using editor::RegionField;
using Part = RegionField::Part;

constexpr float kFieldHeight = 32.0F;
constexpr float kGap = 8.0F;
constexpr float kLetters = 24.0F;
constexpr std::size_t kColumns = 3;

geometry::Size imageOf(const Context& context, const Area& area) {
    const editor::ImageWorkspace* image = context.editor.findImage(area.object.text());
    if (image != nullptr && image->hasImage()) {
        return image->viewport().image();
    }
    return area.medium.width > 0 && area.medium.height > 0
               ? geometry::Size{static_cast<double>(area.medium.width),
                                static_cast<double>(area.medium.height)}
               : geometry::Size{100, 100};
}

std::vector<RegionField> fieldsOf(const Context& context, AreaHandle region) {
    const Area* area = context.editor.document().areas().find(region);
    return area == nullptr || !area->shape
               ? std::vector<RegionField>()
               : editor::fieldsOf(*area->shape, imageOf(context, *area));
}

/// What stands in the field while nothing is typed.
std::string valueOf(const Context& context, AreaHandle region, std::optional<Part> part) {
    if (!part) {
        return context.editor.document().areas().find(region)->note;
    }
    for (const RegionField& field : fieldsOf(context, region)) {
        if (field.part == *part) {
            return editor::writeField(field.value);
        }
    }
    return "";
}

/// Changes the region, or says why not. A number that is as it was keeps all its digits.
void takeOver(Context& context, FieldDraft& draft) {
    editor::Regions& regions = context.editor.regions();
    const Area* area = regions.document().areas().find(draft.region);
    draft.problem.clear();
    if (area == nullptr || draft.text == valueOf(context, draft.region, draft.part)) {
        return;
    }
    if (!draft.part) {
        regions.setNote(draft.region, draft.text);
        return;
    }
    auto shape = editor::withField(*area->shape, imageOf(context, *area), *draft.part, draft.text);
    if (!shape) {
        draft.problem = std::move(shape.error());
        return;
    }
    regions.setShapes(language::later("history.change-shape"), {{draft.region, std::move(*shape)}});
}

void drawField(Context& context, AreaHandle region, std::optional<Part> part, TextField field,
               const Box& box) {
    std::optional<FieldDraft>& draft = context.sidePanel.draft;
    const bool isDraft = draft && draft->region == region && draft->part == part;
    const std::string value = isDraft ? draft->text : valueOf(context, region, part);
    const std::string problem = isDraft ? draft->problem : std::string();
    field.value = value;
    field.problem = problem;
    field.isReadonly = !context.editor.regions().isEditable(region);
    TextFieldResult input = drawTextField(context, field, box);
    if (input.hasChanged && !field.isReadonly) {
        draft = {.widget = input.widget,
                 .region = region,
                 .part = part,
                 .text = std::move(input.value),
                 .problem = {}};
    }
    if (input.isCommitted && draft && draft->widget == input.widget) {
        takeOver(context, *draft);
        if (draft->problem.empty()) {
            draft.reset();
        }
        context.wishes.needsFrame = true;
    }
    if (!part && std::exchange(context.sidePanel.isNoteWanted, false)) {
        context.wishes.focused = input.widget;
    }
}

} // namespace

void settleDraft(Context& context) {
    SidePanelState& side = context.sidePanel;
    if (!side.draft || side.draft->widget == context.focusedId) {
        return;
    }
    const FieldDraft before = *side.draft;
    takeOver(context, *side.draft);
    const auto& selection = context.editor.regions().selection();
    const bool isShown = selection.size() == 1 && selection.front() == before.region;
    if (side.draft->problem.empty() || !isShown) {
        side.draft.reset(); // what cannot be used stays in its field while that is there
    }
}

float regionFieldsHeight(const Context& context, AreaHandle region) {
    const std::size_t count = fieldsOf(context, region).size();
    const auto lines = static_cast<float>((count + kColumns - 1) / kColumns);
    return (lines + 1) * (kFieldHeight + kGap);
}

void drawRegionFields(Context& context, AreaHandle region, const Box& box) {
    const float width = (box.width - (kColumns - 1) * kGap) / kColumns;
    const std::vector<RegionField> fields = fieldsOf(context, region);
    // Two lines: places, then lengths and the rotation.
    Box at{box.left, box.top, width, kFieldHeight};
    for (const RegionField& field : fields) {
        if (field.part == Part::Width && fields.size() > kColumns) {
            at = {box.left, at.top + kFieldHeight + kGap, width, kFieldHeight};
        }
        const std::string letters = language::say(field.label);
        context.painter.textLine({at.left, at.top, kLetters, at.height}, letters,
                                 context.palette.textMuted, kSideTextStyle);
        drawField(context, region, field.part, {.key = letters, .label = language::say(field.name)},
                  {at.left + kLetters, at.top, at.width - kLetters, at.height});
        at.left += width + kGap;
    }
    const std::string note = language::say("field.note");
    drawField(context, region, std::nullopt, {.key = "note", .label = note, .placeholder = note},
              {box.left, box.bottom() - kFieldHeight - kGap, box.width, kFieldHeight});
}

} // namespace cartouche::ui
