// The only file that knows Emscripten: the way out of the module.

#include "web/page.h"

#include <emscripten/heap.h>

#include <emscripten.h>

// clang-format off
EM_JS(void, cartoucheSend, (const char* message), {
    Module["onCoreEvent"](UTF8ToString(message));
})
// clang-format on

namespace cartouche::web {

void sendToPage(const std::string& message) {
    cartoucheSend(message.c_str());
}

double heapBytes() {
    return static_cast<double>(emscripten_get_heap_size());
}

} // namespace cartouche::web
