#pragma once

#include "core/config/tag.h"
#include "ui/context.h"

namespace cartouche::ui {

/// How one kind of tag appears on the canvas. A new tag is one new file here and one row in
/// view_table.cpp.
struct View {
    config::TagKind kind;
    /// The least height at this width, in CSS pixels.
    float (*height)(const Context& context, const config::Tag& tag, float width);
    void (*draw)(Context& context, const config::Tag& tag, const Box& box);
    /// Whether the tag makes use of more height than its least.
    bool (*canStretch)(const Context& context, const config::Tag& tag);
};

/// nullptr for a tag that is not drawn by itself, such as a Choice.
const View* findView(config::TagKind kind);

bool neverStretches(const Context& context, const config::Tag& tag);

} // namespace cartouche::ui
