#include "web/instance.h"

#include "ui/frame_renderer.h"
#include "ui/region_layers.h"
#include "web/page_typesetter.h"

#include <chrono>
#include <memory>
#include <random>
#include <string>

namespace cartouche::web {

namespace {

/// The alphabet and length of spec/results.md 3.3.
std::string makeId() {
    static constexpr std::string_view kAlphabet =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
    std::random_device random;
    std::string id;
    for (int length = 0; length < 10; ++length) {
        id += kAlphabet[random() % kAlphabet.size()];
    }
    return id;
}

double nowMs() {
    using namespace std::chrono;
    return duration<double, std::milli>(system_clock::now().time_since_epoch()).count();
}

editor::Services servicesFor(bool isMac) {
    return {.newId = makeId,
            .nowMs = nowMs,
            .platform = isMac ? editor::Platform::Mac : editor::Platform::Other};
}

} // namespace

Instance::Instance(bool isMac)
    : app(servicesFor(isMac), events, ui::makeTriangleFrameRenderer, ui::makeGlRegionLayers,
          std::make_unique<PageTypesetter>()) {}

} // namespace cartouche::web
