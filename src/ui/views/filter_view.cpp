// Filter: a search field that hides the answers of another control that do not match.

#include "ui/views/form_group.h"
#include "ui/views/views.h"
#include "ui/widgets/text_field.h"

#include <algorithm>
#include <string>

namespace cartouche::ui {

float filterHeight(const Context& context, const config::Tag&, float) {
    return context.isForShow ? 0 : metrics::kControlHeight;
}

void drawFilter(Context& context, const config::Tag& tag, const Box& box) {
    const std::string key = "filter:" + std::string(tag.name());
    const std::string value(context.editor.filterText(tag));
    const Box field{box.left, box.top, std::min(box.width, 420.0F), box.height};
    const std::string_view placeholder = tag.text("placeholder");
    const TextFieldResult input =
        drawSearchField(context, {key, placeholder, value, placeholder}, field);
    if (takesAttention(context, tag)) {
        context.wishes.focused = input.widget;
    }
    if (input.hasChanged) {
        context.editor.setFilterText(tag, input.value);
        context.wishes.needsFrame = true;
    }
    if (input.isCommitted) {
        context.editor.applyFilter(tag);
        context.wishes.needsFrame = true;
    }
}

} // namespace cartouche::ui
