#pragma once

#include <imgui.h>

#include <cstdint>

namespace cartouche::ui {

/// A number that stands for everything the frame would put on the surface: two frames with the same
/// number look the same, and the second need not be drawn. Never 0. A frame that has textures to
/// create or update gets a number that no other frame has.
std::uint64_t hashFrame(const ImDrawData& frame);

} // namespace cartouche::ui
