#pragma once

#include <cstdint>

namespace cartouche::ui {

/// A colour as ImGui packs it (ABGR).
using Color = std::uint32_t;

/// The colours of one theme, by what they are for. Text colours reach a contrast of 4.5:1 on the
/// grounds they stand on (WCAG 2.2 AA), borders of controls and the focus ring 3:1.
struct Palette {
    Color surface;       // the ground of the editor
    Color stage;         // behind images
    Color raised;        // controls at rest
    Color hovered;       // controls under the pointer
    Color border;        // hairlines
    Color controlBorder; // outlines of controls
    Color text;
    Color textMuted;
    Color accent;
    Color accentHovered;
    Color accentPressed;
    Color accentSoft; // the ground of what is chosen
    Color onAccent;   // text on accent
    Color focus;
    Color danger;
    Color dangerSoft;
    Color success;
};

enum class ThemeName { Light, Dark };

const Palette& paletteOf(ThemeName theme);

/// Sizes in CSS pixels, the same in every theme.
namespace metrics {
inline constexpr float kTextSize = 15.0F;
inline constexpr float kSmallTextSize = 13.0F;
inline constexpr float kLineHeight = 1.45F; // of the text size, where text wraps
inline constexpr float kRadius = 8.0F;
inline constexpr float kGap = 16.0F;
inline constexpr float kSmallGap = 8.0F;
inline constexpr float kControlHeight = 40.0F;
inline constexpr float kFocusWidth = 2.0F;
inline constexpr float kActionBarHeight = 64.0F;
inline constexpr float kNarrowWidth = 520.0F; // below it, margins shrink
} // namespace metrics

} // namespace cartouche::ui
