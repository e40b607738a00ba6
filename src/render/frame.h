#pragma once

namespace cartouche::render {

/// Red, green and blue from 0 to 1.
struct Rgb {
    float red = 0;
    float green = 0;
    float blue = 0;
};

/// Clears the current context's default framebuffer, without a trace of what was bound before.
void beginFrame(Rgb ground);

} // namespace cartouche::render
