#pragma once

#include "ui/box.h"

#include <imgui.h>

#include <vector>

namespace cartouche::ui {

/// Interfaces that are read from right to left are laid out, drawn and pressed as if they were read
/// from left to right, and the finished frame is turned over. What must not be mirrored, as text
/// and images, says so (Upright) and is moved as it is.
///
/// Belongs to an ImGui context, as its io.UserData.
class Turning {
public:
    bool isOn() const { return m_isOn; }
    void set(bool isOn) { m_isOn = isOn; }

    /// Of a place on the canvas as it is laid out, where it is seen; and the other way.
    float across(float x) const;
    Box across(const Box& box) const;
    /// The same of what is laid out in a frame that is moved as it is.
    Box within(const Box& frame, const Box& box) const;

    /// Moves all vertices and clips to where they are seen. Call it once for each frame.
    void turnOver(ImDrawData& frame);

private:
    friend class Upright;

    /// Vertices that are moved, not mirrored.
    struct Part {
        const ImDrawList* list = nullptr;
        int first = 0;
        int last = 0;
        float by = 0;
    };

    void turnOver(ImDrawList& list) const;

    bool m_isOn = false;
    bool m_isUpright = false;
    std::vector<Part> m_parts; // in the order of their lists' vertices
};

/// That of the current ImGui context.
Turning& turning();

/// While it lives, what is drawn into a list is not mirrored: it is moved with `box`, which holds
/// it. Within another one, it does nothing.
class Upright {
public:
    explicit Upright(const Box& box, ImDrawList& list = *ImGui::GetWindowDrawList());
    Upright(const Upright&) = delete;
    Upright& operator=(const Upright&) = delete;
    ~Upright();

private:
    ImDrawList* m_list = nullptr; // nullptr: nothing is to be done
    int m_first = 0;
    float m_by = 0;
};

} // namespace cartouche::ui
