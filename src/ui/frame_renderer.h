#pragma once

#include "ui/frame_damage.h"
#include "ui/theme.h"

#include <imgui.h>

#include <memory>
#include <span>

namespace cartouche::ui {

/// Puts a finished ImGui frame on a surface. The tests use one that draws nothing.
class FrameRenderer {
public:
    FrameRenderer() = default;
    FrameRenderer(const FrameRenderer&) = delete;
    FrameRenderer& operator=(const FrameRenderer&) = delete;
    virtual ~FrameRenderer() = default;

    /// Draws what of the frame lies in these boxes, which do not overlap, over a ground of one
    /// colour; the rest of the surface stays as it is. Creates and updates the textures that the
    /// frame asks for.
    virtual void render(ImDrawData& frame, Color ground, std::span<const PixelBox> damage) = 0;
    /// The surface lost everything it held: make it anew with the next frame.
    virtual void restore() = 0;
};

/// Draws with WebGL 2 into the current context's default framebuffer. Requires a current ImGui
/// context for as long as it lives.
std::unique_ptr<FrameRenderer> makeTriangleFrameRenderer();

} // namespace cartouche::ui
