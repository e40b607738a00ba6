#pragma once

#include "ui/context.h"

namespace cartouche::ui {

/// The heading of what is folded and unfolded by pressing it.
struct FoldHead {
    std::string_view key;
    std::string_view title;
    bool isOpen = false;
    Color color = 0; // of the title
    TextStyle style;
};

/// True: it is pressed now.
bool drawFoldHead(Context& context, const FoldHead& head, const Box& box);

} // namespace cartouche::ui
