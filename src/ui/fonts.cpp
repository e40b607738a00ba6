#include "ui/fonts.h"

#include "ui/theme.h"

namespace cartouche::ui {

void Fonts::add(Weight weight, void* bytes, std::size_t length) {
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    ImFontConfig config;
    config.Flags = ImFontFlags_NoLoadError;
    ImFont* font =
        atlas.AddFontFromMemoryTTF(bytes, static_cast<int>(length), metrics::kTextSize, &config);
    if (font == nullptr) {
        return;
    }
    (weight == Weight::Regular ? m_regular : m_semiBold) = font;
    if (weight == Weight::Regular) {
        ImGui::GetIO().FontDefault = font;
    }
}

ImFont* Fonts::face(Weight weight) const {
    ImFont* wanted = weight == Weight::Regular ? m_regular : m_semiBold;
    ImFont* other = weight == Weight::Regular ? m_semiBold : m_regular;
    if (wanted != nullptr) {
        return wanted;
    }
    return other != nullptr ? other : ImGui::GetFont();
}

} // namespace cartouche::ui
