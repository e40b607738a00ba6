// The C functions that the page calls: shell/protocol.ts says what they mean. One module instance
// is one editor, so they take no handle.

#include "web/instance.h"
#include "web/requests.h"

#include <cstdlib>
#include <memory>
#include <string>
#include <utility>

namespace {

using cartouche::ui::PointerDevice;
using cartouche::ui::PointerKind;

std::unique_ptr<cartouche::web::Instance> g_instance;
std::string g_request;
std::string g_reply;

} // namespace

extern "C" {

void cartoucheCreate(int isMac) {
    g_instance = std::make_unique<cartouche::web::Instance>(isMac != 0);
}

void cartoucheDestroy() {
    g_instance.reset();
    g_reply = std::string();
}

int cartoucheFrame(double nowMs) {
    return g_instance->app.frame(nowMs) ? 1 : 0;
}

void cartoucheResize(double widthPx, double heightPx, double pixelRatio) {
    g_instance->app.resize(static_cast<float>(widthPx), static_cast<float>(heightPx),
                           static_cast<float>(pixelRatio));
}

int cartouchePointer(int kind, double x, double y, int button, int device, int modifiers,
                     double pressure, double timeMs) {
    constexpr int kControl = 1;
    constexpr int kShift = 2;
    constexpr int kAlt = 4;
    if (static_cast<PointerKind>(kind) != PointerKind::Move) {
        g_instance->app.takeTyped();
    }
    const bool isTaken = g_instance->app.pointer({.kind = static_cast<PointerKind>(kind),
                                                  .device = static_cast<PointerDevice>(device),
                                                  .x = static_cast<float>(x),
                                                  .y = static_cast<float>(y),
                                                  .button = button,
                                                  .control = (modifiers & kControl) != 0,
                                                  .shift = (modifiers & kShift) != 0,
                                                  .alt = (modifiers & kAlt) != 0,
                                                  .pressure = pressure,
                                                  .timeMs = timeMs});
    return isTaken ? 1 : 0;
}

int cartoucheWheel(double x, double y, double deltaX, double deltaY, int isZoom) {
    return g_instance->app.wheel(static_cast<float>(x), static_cast<float>(y),
                                 static_cast<float>(deltaX), static_cast<float>(deltaY),
                                 isZoom != 0)
               ? 1
               : 0;
}

int cartouchePinch(double x, double y, double deltaX, double deltaY, double factor) {
    return g_instance->app.pinch(static_cast<float>(x), static_cast<float>(y), deltaX, deltaY,
                                 factor)
               ? 1
               : 0;
}

void cartoucheAddFont(void* bytes, std::size_t length, int weight) {
    using cartouche::ui::Weight;
    g_instance->app.addFont(weight >= 600 ? Weight::SemiBold : Weight::Regular, bytes, length);
}

std::uint32_t cartoucheImage(int width, int height) {
    return g_instance->textures.create(width, height);
}

char* cartoucheRequest(std::size_t length) {
    g_request.resize_and_overwrite(length, [](char*, std::size_t size) { return size; });
    return g_request.data();
}

const char* cartoucheCall(std::size_t length) {
    g_request.resize(length);
    g_reply = cartouche::web::answer(*g_instance, std::exchange(g_request, {}));
    return g_reply.c_str();
}

std::size_t cartoucheReplyLength() {
    return g_reply.size();
}

void cartoucheDropReply() {
    g_reply = std::string();
}

} // extern "C"
