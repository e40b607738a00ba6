// The only file that knows Emscripten: the way out of the module.

#include "web/page.h"

#include <emscripten/heap.h>

#include <emscripten.h>

// clang-format off
EM_JS(void, cartoucheSend, (const char* message), {
    Module["onCoreEvent"](UTF8ToString(message));
})
EM_JS(int, cartoucheReadPixels, (const char* url, unsigned char* rgba), {
    return Module["onPixelsNeeded"](UTF8ToString(url), rgba) ? 1 : 0;
})
// clang-format on

namespace cartouche::web {

void sendToPage(const std::string& message) {
    cartoucheSend(message.c_str());
}

bool readPixelsFromPage(const std::string& url, std::span<std::uint8_t> rgba) {
    return cartoucheReadPixels(url.c_str(), rgba.data()) != 0;
}

double heapBytes() {
    return static_cast<double>(emscripten_get_heap_size());
}

} // namespace cartouche::web
