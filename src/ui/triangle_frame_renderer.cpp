// Dear ImGui's frames on the renderer of render/. Compiled for the web only.

#include "render/triangle_renderer.h"
#include "ui/frame_renderer.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace cartouche::ui {

namespace {

static_assert(sizeof(ImDrawVert) == sizeof(render::Vertex) &&
              offsetof(ImDrawVert, uv) == offsetof(render::Vertex, u) &&
              offsetof(ImDrawVert, col) == offsetof(render::Vertex, color));
static_assert(sizeof(ImDrawIdx) == sizeof(std::uint32_t));

render::PixelRect rectOf(const PixelBox& box) {
    return {box.left, box.top, box.right - box.left, box.bottom - box.top};
}

std::uint32_t nameOf(ImTextureID id) {
    return static_cast<std::uint32_t>(id);
}

/// The pixels of a rectangle, with alpha multiplied in.
std::vector<std::uint32_t> pixelsOf(ImTextureData& texture, const ImTextureRect& area) {
    std::vector<std::uint32_t> pixels;
    pixels.reserve(static_cast<std::size_t>(area.w) * area.h);
    for (int row = 0; row < area.h; ++row) {
        const auto* bytes =
            static_cast<const unsigned char*>(texture.GetPixelsAt(area.x, area.y + row));
        for (int column = 0; column < area.w; ++column, bytes += 4) {
            const unsigned alpha = bytes[3];
            const auto part = [&](int channel) { return (bytes[channel] * alpha + 127) / 255; };
            pixels.push_back(part(0) | part(1) << 8U | part(2) << 16U | alpha << 24U);
        }
    }
    return pixels;
}

class TriangleFrameRenderer final : public FrameRenderer {
public:
    TriangleFrameRenderer() {
        // Vertex offsets are not needed: indices have 32 bits.
        ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    }

    ~TriangleFrameRenderer() override {
        for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
            destroy(*texture);
        }
    }

    void render(ImDrawData& frame, Color ground, std::span<const PixelBox> damage) override {
        for (ImTextureData* texture : *frame.Textures) {
            update(*texture);
        }
        const auto part = [ground](unsigned shift) {
            return static_cast<float>((ground >> shift) & 0xFFU) / 255.0F;
        };
        const ImVec2 size = frame.DisplaySize;
        m_triangles.begin({frame.DisplayPos.x, frame.DisplayPos.y, size.x, size.y,
                           static_cast<int>(std::lround(size.x * frame.FramebufferScale.x)),
                           static_cast<int>(std::lround(size.y * frame.FramebufferScale.y))});
        for (const PixelBox& box : damage) {
            m_triangles.fill(rectOf(box), {part(0), part(8), part(16)});
        }
        for (const ImDrawList* list : frame.CmdLists) {
            draw(*list, frame, damage);
        }
        m_triangles.end();
    }

    void restore() override {
        m_triangles.restore();
        for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
            texture->SetTexID(ImTextureID_Invalid);
            texture->SetStatus(ImTextureStatus_Destroyed); // wanted again by the next frame
        }
    }

private:
    void update(ImTextureData& texture) {
        if (texture.Status == ImTextureStatus_WantCreate) {
            texture.SetTexID(m_triangles.createTexture(texture.Width, texture.Height));
            upload(texture, {0, 0, static_cast<unsigned short>(texture.Width),
                             static_cast<unsigned short>(texture.Height)});
        } else if (texture.Status == ImTextureStatus_WantUpdates) {
            for (const ImTextureRect& area : texture.Updates) {
                upload(texture, area);
            }
        } else if (texture.Status == ImTextureStatus_WantDestroy && texture.UnusedFrames > 0) {
            destroy(texture);
        }
    }

    void upload(ImTextureData& texture, const ImTextureRect& area) {
        m_triangles.updateTexture(nameOf(texture.TexID), area.x, area.y, area.w, area.h,
                                  pixelsOf(texture, area));
        texture.SetStatus(ImTextureStatus_OK);
    }

    void destroy(ImTextureData& texture) {
        m_triangles.deleteTexture(nameOf(texture.TexID));
        texture.SetTexID(ImTextureID_Invalid);
        texture.SetStatus(ImTextureStatus_Destroyed);
    }

    void draw(const ImDrawList& list, const ImDrawData& frame, std::span<const PixelBox> damage) {
        m_batches.clear();
        m_indices.clear();
        for (const ImDrawCmd& command : list.CmdBuffer) {
            const PixelBox clip = clipOf(command, frame);
            for (const PixelBox& box : damage) {
                const PixelBox shown = intersection(clip, box);
                if (!shown.isEmpty()) {
                    addBatch(list, command, shown, placeOf(shown, frame));
                }
            }
        }
        if (m_batches.empty()) {
            return;
        }
        m_triangles.draw({reinterpret_cast<const render::Vertex*>(list.VtxBuffer.Data),
                          static_cast<std::size_t>(list.VtxBuffer.Size)},
                         m_indices, m_batches);
    }

    static PixelBox clipOf(const ImDrawCmd& command, const ImDrawData& frame) {
        const ImVec2 origin = frame.DisplayPos;
        const ImVec2 scale = frame.FramebufferScale;
        const auto toPx = [](float value) {
            return std::max(static_cast<int>(std::lround(value)), 0);
        };
        return {toPx((command.ClipRect.x - origin.x) * scale.x),
                toPx((command.ClipRect.y - origin.y) * scale.y),
                toPx((command.ClipRect.z - origin.x) * scale.x),
                toPx((command.ClipRect.w - origin.y) * scale.y)};
    }

    /// Where the pixels are in the frame, with one more on each side.
    static ImRect placeOf(const PixelBox& box, const ImDrawData& frame) {
        const ImVec2 origin = frame.DisplayPos;
        const ImVec2 scale = frame.FramebufferScale;
        const auto at = [&](int x, int y) {
            return ImVec2(origin.x + static_cast<float>(x) / scale.x,
                          origin.y + static_cast<float>(y) / scale.y);
        };
        return {at(box.left - 1, box.top - 1), at(box.right + 1, box.bottom + 1)};
    }

    /// The triangles that may reach into `place`: a window of many has few there.
    void addBatch(const ImDrawList& list, const ImDrawCmd& command, const PixelBox& shown,
                  const ImRect& place) {
        const std::size_t first = m_indices.size();
        const std::span indices(list.IdxBuffer.Data + command.IdxOffset, command.ElemCount);
        for (std::size_t at = 0; at + 2 < indices.size(); at += 3) {
            const auto corners = indices.subspan(at, 3);
            ImRect box(list.VtxBuffer[static_cast<int>(corners[0])].pos,
                       list.VtxBuffer[static_cast<int>(corners[0])].pos);
            box.Add(list.VtxBuffer[static_cast<int>(corners[1])].pos);
            box.Add(list.VtxBuffer[static_cast<int>(corners[2])].pos);
            if (box.Overlaps(place)) {
                m_indices.insert(m_indices.end(), corners.begin(), corners.end());
            }
        }
        if (m_indices.size() > first) {
            m_batches.push_back({nameOf(command.GetTexID()), rectOf(shown),
                                 static_cast<std::uint32_t>(first),
                                 static_cast<std::uint32_t>(m_indices.size() - first)});
        }
    }

    render::TriangleRenderer m_triangles;
    std::vector<render::Batch> m_batches;
    std::vector<std::uint32_t> m_indices; // of all batches
};

} // namespace

std::unique_ptr<FrameRenderer> makeTriangleFrameRenderer() {
    return std::make_unique<TriangleFrameRenderer>();
}

} // namespace cartouche::ui
