#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace cartouche::web {

/// Hands one message to `Module.onCoreEvent` in the page; it is copied before this returns.
void sendToPage(const std::string& message);

/// Asks `Module.onPixelsNeeded` for all pixels of an image in tiles; false if it does not have
/// them.
bool readPixelsFromPage(const std::string& url, std::span<std::uint8_t> rgba);

/// A font of the page: the size of its em square, and its weight as CSS has it.
struct PageFont {
    double sizePx = 0;
    int weight = 400;
};

/// What `Module.typesetter` answers: shell/typesetter.ts says what it does.
double textWidthInPage(const std::string& text, PageFont font);
std::string breakTextInPage(const std::string& text, PageFont font, double width);
std::string shortenTextInPage(const std::string& text, PageFont font, double width);

struct TextPicture {
    int widthPx = 0;
    int heightPx = 0;
    double leftPx = 0;
    double baselinePx = 0;
};
/// `color` has its bytes in the order red, green, blue, alpha. Writes four bytes a pixel.
void drawTextInPage(const std::string& text, PageFont font, std::uint32_t color,
                    const TextPicture& picture, std::span<std::uint8_t> rgba);

/// How much memory the module holds, in bytes.
double heapBytes();

} // namespace cartouche::web
