#pragma once

#include "render/image_textures.h"
#include "ui/app.h"
#include "web/page_events.h"

namespace cartouche::web {

/// Everything one module instance holds. A module instance is one editor.
struct Instance {
    explicit Instance(bool isMac);

    render::ImageTextures textures;
    PageEvents events{textures};
    ui::App app;
};

} // namespace cartouche::web
