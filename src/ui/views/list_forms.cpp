#include "ui/views/list_forms.h"

#include "ui/side_panel_state.h"
#include "ui/views/form_group.h"
#include "ui/views/view.h"

#include <vector>

namespace cartouche::ui {

namespace {

constexpr float kGap = 8.0F;

std::vector<const config::Tag*> listForms(const Context& context) {
    std::vector<const config::Tag*> forms;
    for (const config::Control& control : context.editor.interface().controls()) {
        const config::Tag& tag = *control.tag;
        if (standsInList(context, tag) && findForm(context, tag) != nullptr &&
            context.editor.isVisible(tag)) {
            forms.push_back(&tag);
        }
    }
    return forms;
}

} // namespace

bool standsInList(const Context& context, const config::Tag& tag) {
    return context.sidePanel.isListShown && !context.isForShow &&
           tag.kind() == config::TagKind::TextArea && tag.flag("perRegion") &&
           tag.text("displayMode") == "region-list";
}

float listFormsHeight(const Context& context, float width) {
    float height = 0;
    for (const config::Tag* tag : listForms(context)) {
        height += findView(tag->kind())->height(context, *tag, width) + kGap;
    }
    return height;
}

void drawListForms(Context& context, const Box& box) {
    float top = box.top;
    for (const config::Tag* tag : listForms(context)) {
        const View& view = *findView(tag->kind());
        const float height = view.height(context, *tag, box.width);
        view.draw(context, *tag, {box.left, top, box.width, height});
        top += height + kGap;
    }
}

} // namespace cartouche::ui
