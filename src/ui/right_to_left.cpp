#include "ui/right_to_left.h"

#include <cmath>
#include <utility>

namespace cartouche::ui {

float Turning::across(float x) const {
    return m_isOn ? ImGui::GetIO().DisplaySize.x - x : x;
}

Box Turning::across(const Box& box) const {
    return m_isOn ? Box{across(box.right()), box.top, box.width, box.height} : box;
}

Box Turning::within(const Box& frame, const Box& box) const {
    return m_isOn ? Box{frame.left + frame.right() - box.right(), box.top, box.width, box.height}
                  : box;
}

void Turning::turnOver(ImDrawData& frame) {
    if (m_isOn) {
        for (ImDrawList* list : frame.CmdLists) {
            turnOver(*list);
        }
    }
    m_parts.clear();
}

void Turning::turnOver(ImDrawList& list) const {
    const float width = ImGui::GetIO().DisplaySize.x;
    int next = 0;
    const auto mirrorUntil = [&](int end) {
        for (; next < end; ++next) {
            list.VtxBuffer[next].pos.x = width - list.VtxBuffer[next].pos.x;
        }
    };
    for (const Part& part : m_parts) {
        if (part.list == &list) {
            mirrorUntil(part.first);
            for (; next < part.last; ++next) {
                list.VtxBuffer[next].pos.x += part.by;
            }
        }
    }
    mirrorUntil(list.VtxBuffer.Size);
    for (ImDrawCmd& command : list.CmdBuffer) {
        ImVec4& clip = command.ClipRect;
        clip = {width - clip.z, clip.y, width - clip.x, clip.w};
    }
}

Turning& turning() {
    return *static_cast<Turning*>(ImGui::GetIO().UserData);
}

Upright::Upright(const Box& box, ImDrawList& list) {
    Turning& turned = turning();
    if (turned.isOn() && !std::exchange(turned.m_isUpright, true)) {
        m_list = &list;
        m_first = list.VtxBuffer.Size;
        // By whole device pixels, or it blurs.
        const float ratio = ImGui::GetIO().DisplayFramebufferScale.x;
        m_by = std::round((turned.across(box).left - box.left) * ratio) / ratio;
    }
}

Upright::~Upright() {
    if (m_list != nullptr) {
        turning().m_parts.push_back({m_list, m_first, m_list->VtxBuffer.Size, m_by});
        turning().m_isUpright = false;
    }
}

} // namespace cartouche::ui
