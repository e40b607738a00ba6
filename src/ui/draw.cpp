#include "ui/draw.h"

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <string>

namespace cartouche::ui {

namespace {

ImDrawList& list() {
    return *ImGui::GetWindowDrawList();
}

/// ImGui takes the height from ascender to descender for a font's size, which for Inter is this
/// many em squares.
constexpr float kLinePerEm = 1.21F;

float imguiSize(TextStyle style) {
    return style.size * kLinePerEm;
}

/// Text starts on a whole device pixel, or its stems blur.
ImVec2 snapped(float left, float top) {
    const float ratio = ImGui::GetIO().DisplayFramebufferScale.x;
    return {std::round(left * ratio) / ratio, std::round(top * ratio) / ratio};
}

const char* endOf(std::string_view text) {
    return text.data() + text.size();
}

/// The longest beginning of the text that fits with an ellipsis behind it.
std::string shortened(ImFont& font, std::string_view text, float size, float width) {
    static constexpr std::string_view kEllipsis = "…";
    const ImVec2 dots = font.CalcTextSizeA(size, FLT_MAX, 0, kEllipsis.data(), endOf(kEllipsis));
    const char* rest = nullptr;
    font.CalcTextSizeA(size, std::max(0.0F, width - dots.x), 0, text.data(), endOf(text), &rest);
    const auto kept = static_cast<std::size_t>(rest - text.data());
    return std::string(text.substr(0, kept)).append(kEllipsis);
}

} // namespace

void Painter::fill(const Box& box, Color color, float radius) const {
    list().AddRectFilled(box.min(), box.max(), color, radius);
}

void Painter::outline(const Box& box, Color color, float radius, float width) const {
    const Box inner = box.inset(width / 2);
    list().AddRect(inner.min(), inner.max(), color, radius - width / 2, 0, width);
}

void Painter::focusRing(const Box& box, Color color, float radius) const {
    const float width = metrics::kFocusWidth;
    outline(box.inset(-2 * width), color, radius + 2 * width, width);
}

void Painter::circle(ImVec2 center, float radius, Color color) const {
    list().AddCircleFilled(center, radius, color);
}

void Painter::ring(ImVec2 center, float radius, Color color, float width) const {
    list().AddCircle(center, radius - width / 2, color, 0, width);
}

void Painter::line(ImVec2 from, ImVec2 to, Color color, float width) const {
    list().AddLine(from, to, color, width);
}

ImVec2 Painter::measure(std::string_view text, TextStyle style) const {
    if (text.empty()) {
        return {0, imguiSize(style)};
    }
    return m_fonts->face(style.weight)
        ->CalcTextSizeA(imguiSize(style), FLT_MAX, 0, text.data(), endOf(text));
}

float Painter::measureHeight(std::string_view text, TextStyle style, float width) const {
    return m_fonts->face(style.weight)
        ->CalcTextSizeA(imguiSize(style), FLT_MAX, std::max(width, 1.0F), text.data(), endOf(text))
        .y;
}

void Painter::textLine(const Box& box, std::string_view text, Color color, TextStyle style) const {
    if (text.empty()) { // which may be no text at all
        return;
    }
    ImFont* font = m_fonts->face(style.weight);
    const ImVec2 size = measure(text, style);
    const ImVec2 at = snapped(box.left, box.top + (box.height - size.y) / 2);
    if (size.x <= box.width + 0.5F) {
        list().AddText(font, imguiSize(style), at, color, text.data(), endOf(text));
        return;
    }
    const std::string part = shortened(*font, text, imguiSize(style), box.width);
    list().AddText(font, imguiSize(style), at, color, part.data(), endOf(part));
}

void Painter::textCentered(const Box& box, std::string_view text, Color color,
                           TextStyle style) const {
    const float width = std::min(measure(text, style).x, box.width);
    textLine({box.left + (box.width - width) / 2, box.top, width, box.height}, text, color, style);
}

void Painter::textBlock(const Box& box, std::string_view text, Color color, TextStyle style) const {
    list().AddText(m_fonts->face(style.weight), imguiSize(style), snapped(box.left, box.top), color,
                   text.data(), endOf(text), box.width);
}

} // namespace cartouche::ui
