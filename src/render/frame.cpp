#include "render/frame.h"

#include <GLES3/gl3.h>

namespace cartouche::render {

void beginFrame(Rgb ground) {
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    glDisable(GL_SCISSOR_TEST);
    glClearColor(ground.red, ground.green, ground.blue, 1.0F);
    glClear(GL_COLOR_BUFFER_BIT);
}

} // namespace cartouche::render
