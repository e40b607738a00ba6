#pragma once

#include "render/image_textures.h"
#include "ui/app.h"
#include "web/page_events.h"

namespace cartouche::web {

/// Everything one module instance holds. A module instance is one editor.
struct Instance {
    explicit Instance(bool isMac);

    PageEvents events;
    render::ImageTextures textures;
    ui::App app;
};

} // namespace cartouche::web
