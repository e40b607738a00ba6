// ImGui's own OpenGL backend, behind our interface. Compiled for the web only.

#include "render/frame.h"
#include "ui/frame_renderer.h"

#include <imgui_impl_opengl3.h>

namespace cartouche::ui {

namespace {

class OpenGlRenderer final : public FrameRenderer {
public:
    ~OpenGlRenderer() override { ImGui_ImplOpenGL3_Shutdown(); }

    void render(ImDrawData& frame, Color ground) override {
        ImGui_ImplOpenGL3_NewFrame();
        const auto part = [ground](unsigned shift) {
            return static_cast<float>((ground >> shift) & 0xFFU) / 255.0F;
        };
        render::beginFrame({part(0), part(8), part(16)});
        ImGui_ImplOpenGL3_RenderDrawData(&frame);
    }

    void restore() override { ImGui_ImplOpenGL3_DestroyDeviceObjects(); }
};

} // namespace

std::unique_ptr<FrameRenderer> makeOpenGlRenderer() {
    if (!ImGui_ImplOpenGL3_Init("#version 300 es")) {
        return nullptr;
    }
    return std::make_unique<OpenGlRenderer>();
}

} // namespace cartouche::ui
