#include "web/page_typesetter.h"

#include "web/page.h"

namespace cartouche::web {

namespace {

PageFont fontOf(ui::TextStyle style) {
    return {.sizePx = static_cast<double>(style.size),
            .weight = style.weight == ui::Weight::Regular ? 400 : 600};
}

} // namespace

float PageTypesetter::widthOf(std::string_view text, ui::TextStyle style) {
    return static_cast<float>(textWidthInPage(std::string(text), fontOf(style)));
}

std::string PageTypesetter::broken(std::string_view text, ui::TextStyle style, float width) {
    return breakTextInPage(std::string(text), fontOf(style), static_cast<double>(width));
}

std::string PageTypesetter::shortened(std::string_view text, ui::TextStyle style, float width) {
    return shortenTextInPage(std::string(text), fontOf(style), static_cast<double>(width));
}

void PageTypesetter::draw(std::string_view text, ui::TextStyle style, ImU32 color,
                          const Picture& picture, std::span<std::uint8_t> rgba) {
    const double ratio = static_cast<double>(picture.pixelRatio);
    PageFont font = fontOf(style);
    font.sizePx *= ratio;
    drawTextInPage(std::string(text), font, color,
                   {.widthPx = picture.widthPx,
                    .heightPx = picture.heightPx,
                    .leftPx = static_cast<double>(picture.left) * ratio,
                    .baselinePx = static_cast<double>(picture.baseline) * ratio},
                   rgba);
}

} // namespace cartouche::web
