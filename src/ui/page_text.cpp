#include "ui/page_text.h"

#include <cmath>
#include <cstring>
#include <format>
#include <utility>
#include <vector>

namespace cartouche::ui {

namespace {

constexpr std::size_t kMostTexts = 20'000;
constexpr long long kMostPx = 4'000'000; // 16 MB
constexpr float kMargin = 2.0F;          // letters lean over the ends of a line
constexpr float kAbove = 0.35F;          // and marks stand above and below it, in em squares
constexpr float kBaseline = 0.969F;      // of Inter, from the top of its line

std::string keyOf(char kind, std::string_view text, TextStyle style, double more) {
    return std::format("{}{}{:g} {:g} {}", kind, style.weight == Weight::Regular ? 'r' : 'b',
                       style.size, more, text);
}

/// What a cache has by a key, made if it is not there.
template <typename Value>
const Value& found(std::unordered_map<std::string, Value>& cache, std::string key, auto make) {
    if (const auto there = cache.find(key); there != cache.end()) {
        return there->second;
    }
    if (cache.size() >= kMostTexts) {
        cache.clear();
    }
    return cache.emplace(std::move(key), make()).first->second;
}

} // namespace

PageText::PageText(std::unique_ptr<Typesetter> typesetter) : m_typesetter(std::move(typesetter)) {}

float PageText::widthOf(std::string_view text, TextStyle style) {
    return found(m_widths, keyOf('w', text, style, 0),
                 [&] { return m_typesetter->widthOf(text, style); });
}

const std::string& PageText::broken(std::string_view text, TextStyle style, float width) {
    return found(m_texts, keyOf('b', text, style, static_cast<double>(width)),
                 [&] { return m_typesetter->broken(text, style, width); });
}

const std::string& PageText::shortened(std::string_view text, TextStyle style, float width) {
    return found(m_texts, keyOf('s', text, style, static_cast<double>(width)),
                 [&] { return m_typesetter->shortened(text, style, width); });
}

void PageText::draw(ImDrawList& list, ImVec2 at, std::string_view text, TextStyle style,
                    ImU32 color) {
    const float ratio = ImGui::GetIO().DisplayFramebufferScale.x;
    // Its opacity is that of the quadrilateral.
    const ImU32 opaque = color | IM_COL32_A_MASK;
    std::string key = keyOf('l', text, style, static_cast<double>(ratio)) + std::to_string(opaque);
    auto line = m_lines.find(key);
    if (line == m_lines.end()) {
        line = m_lines.emplace(std::move(key), drawn(text, style, opaque, ratio)).first;
        m_areaPx += line->second.areaPx;
    }
    line->second.shownInFrame = m_frame;
    ImFontAtlasRect rect;
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    if (!atlas.GetCustomRect(line->second.picture, &rect)) {
        return; // there was no room for it
    }
    const ImVec2 from(at.x - kMargin, at.y - kAbove * style.size);
    const ImVec2 to(from.x + static_cast<float>(rect.w) / ratio,
                    from.y + static_cast<float>(rect.h) / ratio);
    list.AddImage(atlas.TexRef, from, to, rect.uv0, rect.uv1,
                  IM_COL32_WHITE & (color | ~IM_COL32_A_MASK));
}

PageText::Line PageText::drawn(std::string_view text, TextStyle style, ImU32 color, float ratio) {
    const auto px = [ratio](float length) { return static_cast<int>(std::ceil(length * ratio)); };
    const float above = kAbove * style.size;
    const Typesetter::Picture picture{.widthPx = px(widthOf(text, style) + 2 * kMargin),
                                      .heightPx = px(style.lineHeight() + 2 * above),
                                      .pixelRatio = ratio,
                                      .left = kMargin,
                                      .baseline = above + kBaseline * style.size};
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    ImFontAtlasRect rect;
    Line line;
    line.picture = atlas.AddCustomRect(picture.widthPx, picture.heightPx, &rect);
    if (line.picture == ImFontAtlasRectId_Invalid) {
        return line;
    }
    line.areaPx = picture.widthPx * picture.heightPx;
    const auto rowBytes = static_cast<std::size_t>(picture.widthPx) * 4;
    std::vector<std::uint8_t> rgba(rowBytes * static_cast<std::size_t>(picture.heightPx));
    m_typesetter->draw(text, style, color, picture, rgba);
    for (int row = 0; row < picture.heightPx; ++row) {
        std::memcpy(atlas.TexData->GetPixelsAt(rect.x, rect.y + row),
                    rgba.data() + rowBytes * static_cast<std::size_t>(row), rowBytes);
    }
    return line;
}

void PageText::endFrame() {
    const int shown = m_frame++;
    if (m_areaPx <= kMostPx) {
        return;
    }
    std::erase_if(m_lines, [&](const auto& entry) {
        const Line& line = entry.second;
        if (line.shownInFrame == shown) {
            return false;
        }
        if (line.picture != ImFontAtlasRectId_Invalid) {
            ImGui::GetIO().Fonts->RemoveCustomRect(line.picture);
        }
        m_areaPx -= line.areaPx;
        return true;
    });
}

} // namespace cartouche::ui
