// Header: a line of text in one of five sizes, 1 the largest (spec/tags.md).

#include "ui/views/views.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

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

/// As the painter breaks it: a word that makes it higher begins a line.
std::vector<std::string_view> linesOf(const Context& context, std::string_view text,
                                      TextStyle style, float width) {
    std::vector<std::string_view> lines;
    std::size_t start = 0;
    std::size_t end = 0; // of the line, as far as it is known
    while (end < text.size()) {
        const std::size_t next = std::min(text.find_first_of(" \n", end + 1), text.size());
        const std::string_view longer = text.substr(start, next - start);
        if (end > start &&
            context.painter.measureHeight(longer, style, width) >
                context.painter.measureHeight(text.substr(start, end - start), style, width)) {
            lines.push_back(text.substr(start, end - start));
            start = end + 1;
        }
        end = next;
    }
    lines.push_back(text.substr(start));
    return lines;
}

void underline(const Context& context, std::string_view text, TextStyle style, const Box& box) {
    constexpr float kThickness = 0.06F; // of the letters' size, as in the fonts of browsers
    const float thickness = std::max(1.0F, std::round(style.size * kThickness));
    float bottom = box.top;
    for (const std::string_view line : linesOf(context, text, style, box.width)) {
        bottom += style.lineHeight();
        const float width = std::min(context.painter.measure(line, style).x, box.width);
        context.painter.fill({box.left, bottom - 2 * thickness, width, thickness},
                             context.palette.text);
    }
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
    if (tag.flag("underline")) {
        underline(context, text, styleOf(tag), box);
    }
    SemanticsNode node;
    node.id = ImGui::GetID(&tag);
    node.role = "heading";
    node.name = text;
    node.level = levelOf(tag);
    node.box = box.corners();
    context.semantics.add(std::move(node));
}

} // namespace cartouche::ui
