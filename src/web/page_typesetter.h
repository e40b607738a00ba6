#pragma once

#include "ui/page_text.h"

namespace cartouche::web {

/// Asks `Module.typesetter` in the page, at once.
class PageTypesetter final : public ui::Typesetter {
public:
    float widthOf(std::string_view text, ui::TextStyle style) override;
    std::string broken(std::string_view text, ui::TextStyle style, float width) override;
    std::string shortened(std::string_view text, ui::TextStyle style, float width) override;
    void draw(std::string_view text, ui::TextStyle style, ImU32 color, const Picture& picture,
              std::span<std::uint8_t> rgba) override;
};

} // namespace cartouche::web
