// Header: a line of text in one of five sizes, 1 the largest (spec/tags.md).

#include "ui/views/views.h"

#include <algorithm>
#include <array>
#include <string>

namespace cartouche::ui {

namespace {

int levelOf(const config::Tag& tag) {
    const std::string_view size = tag.text("size");
    const int level = size.size() == 1 ? size.front() - '0' : 4;
    return std::clamp(level, 1, 5);
}

TextStyle styleOf(const config::Tag& tag) {
    static constexpr std::array kSizes{28.0F, 23.0F, 19.0F, 17.0F, 15.0F};
    return {kSizes[static_cast<std::size_t>(levelOf(tag) - 1)], Weight::SemiBold};
}

std::string textOf(const Context& context, const config::Tag& tag) {
    const json::Json value = context.editor.resolve(tag.text("value"));
    return value.is_string() ? value.get<std::string>() : json::writeJson(value);
}

} // namespace

float headerWidth(const Context& context, const config::Tag& tag) {
    return context.painter.measure(textOf(context, tag), styleOf(tag)).x + 1;
}

float headerHeight(const Context& context, const config::Tag& tag, float width) {
    return context.painter.measureHeight(textOf(context, tag), styleOf(tag), width);
}

void drawHeader(Context& context, const config::Tag& tag, const Box& box) {
    const std::string text = textOf(context, tag);
    context.painter.textBlock(box, text, context.palette.text, styleOf(tag));
    SemanticsNode node;
    node.id = ImGui::GetID(&tag);
    node.role = "heading";
    node.name = text;
    node.level = levelOf(tag);
    node.box = box.corners();
    context.semantics.add(std::move(node));
}

} // namespace cartouche::ui
