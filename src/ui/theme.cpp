#include "ui/theme.h"

namespace cartouche::ui {

namespace {

/// 0xRRGGBB, as design tools write colours, to ImGui's byte order.
constexpr Color rgb(std::uint32_t hex) {
    return 0xFF000000U | ((hex & 0xFFU) << 16U) | (hex & 0xFF00U) | (hex >> 16U);
}

// Lapis on warm paper: the colours of the thing the project is named after.
constexpr Palette kLight{
    .surface = rgb(0xFFFFFF),
    .stage = rgb(0xF6F3EE),
    .raised = rgb(0xFFFFFF),
    .hovered = rgb(0xF4F1EB),
    .border = rgb(0xE8E3DA),
    .controlBorder = rgb(0x948B7C),
    .text = rgb(0x1F1B14),
    .textMuted = rgb(0x6A6355),
    .accent = rgb(0x2647C4),
    .accentHovered = rgb(0x1E3AA8),
    .accentPressed = rgb(0x172E8A),
    .accentSoft = rgb(0xEDF1FE),
    .onAccent = rgb(0xFFFFFF),
    .focus = rgb(0x2647C4),
    .danger = rgb(0xA3211B),
    .dangerSoft = rgb(0xFDF0EE),
    .success = rgb(0x1C6B45),
};

constexpr Palette kDark{
    .surface = rgb(0x191A1F),
    .stage = rgb(0x121317),
    .raised = rgb(0x212329),
    .hovered = rgb(0x2A2D35),
    .border = rgb(0x30333C),
    .controlBorder = rgb(0x7C808C),
    .text = rgb(0xF0EDE6),
    .textMuted = rgb(0xA9A598),
    .accent = rgb(0x9DB0FF),
    .accentHovered = rgb(0xB6C4FF),
    .accentPressed = rgb(0xCBD5FF),
    .accentSoft = rgb(0x262D4A),
    .onAccent = rgb(0x131A3A),
    .focus = rgb(0x9DB0FF),
    .danger = rgb(0xFF9C92),
    .dangerSoft = rgb(0x3A2321),
    .success = rgb(0x7FD3A6),
};

} // namespace

const Palette& paletteOf(ThemeName theme) {
    return theme == ThemeName::Dark ? kDark : kLight;
}

} // namespace cartouche::ui
