#pragma once

#include "core/config/labeling_interface.h"

namespace cartouche::editor {

/// Labeling with the help of a model (spec/embedding.md 10, spec/tags.md 2.2): regions drawn by
/// smart tools prompt it, and what it answers is offered as suggestions.
struct Assist {
    bool isOffered = false;  // by the host
    bool isOn = false;       // by whoever labels
    bool acceptsAll = false; // suggestions become regions at once

    /// Whether regions that the control draws now are prompts.
    bool isSmart(const config::Control& control) const {
        return isOffered &&
               ((isOn && control.tag->flag("smart")) || control.tag->flag("smartOnly"));
    }
    /// A control that only draws prompts draws nothing for a host that has no model.
    bool allows(const config::Control& control) const {
        return isOffered || !control.tag->flag("smartOnly");
    }
};

/// Of what can only be looked at.
inline constexpr Assist kNoAssist;

} // namespace cartouche::editor
