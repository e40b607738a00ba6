#include "ui/draw.h"

#include "ui/right_to_left.h"

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <ranges>
#include <string>

namespace cartouche::ui {

namespace {

/// Text starts on a whole device pixel, or its stems blur.
ImVec2 snapped(float left, float top) {
    const float ratio = ImGui::GetIO().DisplayFramebufferScale.x;
    return {std::round(left * ratio) / ratio, std::round(top * ratio) / ratio};
}

const char* endOf(std::string_view text) {
    return text.data() + text.size();
}

/// The longest beginning of the text that fits with an ellipsis behind it.
std::string shortenedBy(ImFont& font, std::string_view text, float size, float width) {
    static constexpr std::string_view kEllipsis = "…";
    const ImVec2 dots = font.CalcTextSizeA(size, FLT_MAX, 0, kEllipsis.data(), endOf(kEllipsis));
    const char* rest = nullptr;
    font.CalcTextSizeA(size, std::max(0.0F, width - dots.x), 0, text.data(), endOf(text), &rest);
    const auto kept = static_cast<std::size_t>(rest - text.data());
    return std::string(text.substr(0, kept)).append(kEllipsis);
}

/// Calls `take` with each line of the text as ImGui breaks it.
void eachLine(ImFont& font, std::string_view text, float size, float width, auto take) {
    const char* at = text.data();
    const char* end = endOf(text);
    while (at < end) {
        const char* feed = std::find(at, end, '\n');
        const char* stop = font.CalcWordWrapPosition(size, at, feed, width);
        stop = stop == at && at < feed ? at + 1 : stop; // nothing fits
        take(std::string_view(at, stop));
        at = stop;
        while (at < feed && (*at == ' ' || *at == '\t')) {
            ++at;
        }
        at += at == feed ? 1 : 0;
    }
}

/// The same of a text that is broken.
void eachLine(std::string_view broken, auto take) {
    for (const auto line : std::views::split(broken, '\n')) {
        take(std::string_view(line));
    }
}

} // namespace

Painter Painter::onTop() const {
    Painter top(*this);
    top.m_list = ImGui::GetForegroundDrawList();
    return top;
}

ImDrawList& Painter::list() const {
    return m_list != nullptr ? *m_list : *ImGui::GetWindowDrawList();
}

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
    const float height = style.lineHeight();
    if (text.empty()) {
        return {0, height};
    }
    if (PageText* page = m_fonts->pageFor(text)) {
        return {page->widthOf(text, style), height};
    }
    return m_fonts->face(style.weight)->CalcTextSizeA(height, FLT_MAX, 0, text.data(), endOf(text));
}

float Painter::measureHeight(std::string_view text, TextStyle style, float width) const {
    const float height = style.lineHeight();
    const float room = std::max(width, 1.0F);
    if (PageText* page = m_fonts->pageFor(text)) {
        const std::string& broken = page->broken(text, style, room);
        return height * static_cast<float>(1 + std::ranges::count(broken, '\n'));
    }
    return m_fonts->face(style.weight)
        ->CalcTextSizeA(height, FLT_MAX, room, text.data(), endOf(text))
        .y;
}

/// One line that fits.
void Painter::drawRun(ImVec2 at, std::string_view text, Color color, TextStyle style) const {
    const ImVec2 size = turning().isOn() ? measure(text, style) : ImVec2();
    const Upright upright({at.x, at.y, size.x, size.y}, list());
    if (PageText* page = m_fonts->pageFor(text)) {
        page->draw(list(), at, text, style, color);
    } else {
        list().AddText(m_fonts->face(style.weight), style.lineHeight(), at, color, text.data(),
                       endOf(text));
    }
}

void Painter::textLine(const Box& box, std::string_view text, Color color, TextStyle style) const {
    if (text.empty()) { // which may be no text at all
        return;
    }
    const ImVec2 size = measure(text, style);
    const ImVec2 at = snapped(box.left, box.top + (box.height - size.y) / 2);
    if (size.x <= box.width + 0.5F) {
        drawRun(at, text, color, style);
    } else if (PageText* page = m_fonts->pageFor(text)) {
        drawRun(at, page->shortened(text, style, box.width), color, style);
    } else {
        ImFont& font = *m_fonts->face(style.weight);
        drawRun(at, shortenedBy(font, text, style.lineHeight(), box.width), color, style);
    }
}

void Painter::textCentered(const Box& box, std::string_view text, Color color,
                           TextStyle style) const {
    const float width = std::min(measure(text, style).x, box.width);
    textLine({box.left + (box.width - width) / 2, box.top, width, box.height}, text, color, style);
}

void Painter::textBlock(const Box& box, std::string_view text, Color color, TextStyle style) const {
    const float height = style.lineHeight();
    ImVec2 at = snapped(box.left, box.top);
    const auto take = [&](std::string_view line) {
        if (!line.empty()) {
            drawRun(at, line, color, style);
        }
        at.y += height;
    };
    if (PageText* page = m_fonts->pageFor(text)) {
        eachLine(page->broken(text, style, std::max(box.width, 1.0F)), take);
    } else if (turning().isOn()) {
        eachLine(*m_fonts->face(style.weight), text, height, box.width, take);
    } else {
        list().AddText(m_fonts->face(style.weight), height, at, color, text.data(), endOf(text),
                       box.width);
    }
}

} // namespace cartouche::ui
