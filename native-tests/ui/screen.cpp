#include "ui/screen.h"

#include "core/json/json.h"

#include <doctest/doctest.h>

namespace cartouche::tests {

namespace {

class BlindRenderer final : public ui::FrameRenderer {
public:
    BlindRenderer() { ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures; }

    void render(ImDrawData& frame, ui::Color, std::span<const ui::PixelBox>) override {
        for (ImTextureData* texture : *frame.Textures) {
            const bool isDropped = texture->Status == ImTextureStatus_WantDestroy;
            texture->SetTexID(isDropped ? ImTextureID_Invalid : ImTextureID(1));
            texture->SetStatus(isDropped ? ImTextureStatus_Destroyed : ImTextureStatus_OK);
        }
    }
    void restore() override {}
};

std::unique_ptr<ui::FrameRenderer> makeBlindRenderer() {
    return std::make_unique<BlindRenderer>();
}

editor::Services countingServices() {
    return {.newId = [count = 0]() mutable { return "id" + std::to_string(++count); },
            .nowMs = [] { return 0.0; }};
}

} // namespace

Screen::Screen(std::string_view config, std::string_view task)
    : app(countingServices(), listener, makeBlindRenderer, nullptr) {
    app.resize(800, 600, 1);
    app.load(config, json::checkJson(std::string(task)).value(),
             {"submit", "update", "controls", "edit-history", "side-column"});
    settle();
}

void Screen::showImage(std::string_view url) {
    app.resize(1000, 700, 1);
    app.setImage({.stage = ui::ImageState::Stage::Ready,
                  .url = std::string(url),
                  .texture = 1,
                  .width = 200,
                  .height = 100},
                 diagnostics::Code::ImageUnreachable);
    settle();
}

void Screen::settle() {
    constexpr int kMany = 200;
    for (int frame = 0; frame < kMany; ++frame) {
        nowMs += 16;
        if (!app.frame(nowMs)) {
            return;
        }
    }
    FAIL("the editor never came to rest");
}

const ui::SemanticsNode* Screen::find(std::string_view role, std::string_view name) const {
    for (const ui::SemanticsNode& node : app.semantics().nodes()) {
        if (node.role == role && node.name == name) {
            return &node;
        }
    }
    return nullptr;
}

void Screen::clickAt(const ui::SemanticsNode& node, ui::PointerDevice device) {
    ui::PointerEvent event{
        .device = device, .x = (node.box.x + node.box.z) / 2, .y = (node.box.y + node.box.w) / 2};
    for (const auto kind : {ui::PointerKind::Move, ui::PointerKind::Down, ui::PointerKind::Up}) {
        event.kind = kind;
        app.pointer(event);
    }
    settle();
}

void Screen::click(std::string_view role, std::string_view name) {
    const ui::SemanticsNode* node = find(role, name);
    REQUIRE(node != nullptr);
    clickAt(*node, ui::PointerDevice::Mouse);
}

void Screen::tap(std::string_view role, std::string_view name) {
    const ui::SemanticsNode* node = find(role, name);
    REQUIRE(node != nullptr);
    clickAt(*node, ui::PointerDevice::Touch);
}

bool Screen::press(std::string_view key, bool control, bool shift) {
    const bool isUsed = app.pressKey({.key = key, .control = control, .shift = shift});
    settle();
    return isUsed;
}

std::vector<std::string> Screen::answers() const {
    for (const annotation::Area& area : app.editor().document().areas().all()) {
        const auto* texts = std::get_if<annotation::Texts>(&area.results.front().answer);
        return texts == nullptr ? std::vector<std::string>() : *texts;
    }
    return {};
}

} // namespace cartouche::tests
