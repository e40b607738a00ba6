// View: its children one below the other. What height is left goes to those that can use it.

#include "ui/views/view.h"
#include "ui/views/views.h"

#include <algorithm>

namespace cartouche::ui {

namespace {

/// nullptr for what is not drawn, or not now.
const View* findShown(const Context& context, const config::Tag& tag) {
    return context.editor.isVisible(tag) ? findView(tag.kind()) : nullptr;
}

bool stretches(const Context& context, const config::Tag& tag) {
    const View* view = findShown(context, tag);
    return view != nullptr && view->canStretch(context, tag);
}

float heightOf(const Context& context, const config::Tag& tag, float width) {
    const View* view = findShown(context, tag);
    return view == nullptr ? 0 : view->height(context, tag, width);
}

} // namespace

float stackHeight(const Context& context, const config::Tag& tag, float width) {
    float height = 0;
    for (const auto& child : tag.children()) {
        const float own = heightOf(context, *child, width);
        height += own + (own > 0 && height > 0 ? metrics::kGap : 0);
    }
    return height;
}

bool stackStretches(const Context& context, const config::Tag& tag) {
    return std::ranges::any_of(
        tag.children(), [&context](const auto& child) { return stretches(context, *child); });
}

void drawStack(Context& context, const config::Tag& tag, const Box& box) {
    const auto stretching = std::ranges::count_if(
        tag.children(), [&context](const auto& child) { return stretches(context, *child); });
    const float left = std::max(0.0F, box.height - stackHeight(context, tag, box.width));
    const float share = stretching > 0 ? left / static_cast<float>(stretching) : 0;
    float top = box.top;
    for (const auto& child : tag.children()) {
        const float own = heightOf(context, *child, box.width);
        if (own <= 0) {
            continue;
        }
        const float height = own + (stretches(context, *child) ? share : 0);
        findView(child->kind())->draw(context, *child, {box.left, top, box.width, height});
        top += height + metrics::kGap;
    }
}

} // namespace cartouche::ui
