// The only file that knows Emscripten: the way out of the module.

#include "web/page.h"

#include <emscripten/heap.h>

#include <cstdlib>
#include <emscripten.h>

// clang-format off
EM_JS(void, cartoucheSend, (const char* message), {
    Module["onCoreEvent"](UTF8ToString(message));
})
EM_JS(int, cartoucheReadPixels, (const char* url, unsigned char* rgba), {
    return Module["onPixelsNeeded"](UTF8ToString(url), rgba) ? 1 : 0;
})
EM_JS(double, cartoucheTextWidth, (const char* text, double size, int weight), {
    return Module["typesetter"].widthOf(UTF8ToString(text), size, weight);
})
EM_JS_DEPS(cartoucheTexts, "$stringToNewUTF8")
EM_JS(char*, cartoucheTextFitted, (const char* text, double size, int weight, double width, int isBroken), {
    const typesetter = Module["typesetter"];
    const fit = isBroken ? typesetter.broken : typesetter.shortened;
    return stringToNewUTF8(fit.call(typesetter, UTF8ToString(text), size, weight, width));
})
EM_JS(void, cartoucheTextDrawn, (const char* text, double size, int weight, unsigned color, int width, int height, double left, double baseline, unsigned char* rgba), {
    HEAPU8.set(Module["typesetter"].drawn(UTF8ToString(text), size, weight, color >>> 0, width, height, left, baseline), rgba >>> 0);
})
// clang-format on

namespace cartouche::web {

void sendToPage(const std::string& message) {
    cartoucheSend(message.c_str());
}

bool readPixelsFromPage(const std::string& url, std::span<std::uint8_t> rgba) {
    return cartoucheReadPixels(url.c_str(), rgba.data()) != 0;
}

double textWidthInPage(const std::string& text, PageFont font) {
    return cartoucheTextWidth(text.c_str(), font.sizePx, font.weight);
}

namespace {

std::string fitted(const std::string& text, PageFont font, double width, bool isBroken) {
    char* made =
        cartoucheTextFitted(text.c_str(), font.sizePx, font.weight, width, isBroken ? 1 : 0);
    std::string fitted(made);
    std::free(made);
    return fitted;
}

} // namespace

std::string breakTextInPage(const std::string& text, PageFont font, double width) {
    return fitted(text, font, width, true);
}

std::string shortenTextInPage(const std::string& text, PageFont font, double width) {
    return fitted(text, font, width, false);
}

void drawTextInPage(const std::string& text, PageFont font, std::uint32_t color,
                    const TextPicture& picture, std::span<std::uint8_t> rgba) {
    cartoucheTextDrawn(text.c_str(), font.sizePx, font.weight, color, picture.widthPx,
                       picture.heightPx, picture.leftPx, picture.baselinePx, rgba.data());
}

double heapBytes() {
    return static_cast<double>(emscripten_get_heap_size());
}

} // namespace cartouche::web
