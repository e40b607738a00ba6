#pragma once

#include "editor/validation.h"

#include <optional>
#include <set>
#include <string_view>

namespace cartouche::editor {

class Editor;

/// What keeps one control from being submitted, at its place in the config; nothing if it is among
/// `hidden`, and is not about regions.
diagnostics::Diagnostics refusalsOf(const config::LabelingInterface& interface,
                                    const config::Control& control,
                                    const annotation::Document& document,
                                    const std::set<const config::Tag*>& hidden,
                                    const ItemCounter& countItems);

/// The same of a Chat, at its own place.
diagnostics::Diagnostics refusalsOfChat(const config::Tag& chat,
                                        const annotation::Document& document);

/// Why what is typed into a control can be no answer of it; nothing: it can.
std::optional<diagnostics::Diagnostic> typedRefusal(const config::Tag& control,
                                                    std::string_view text);

/// Why the last submit was refused on account of a control, or of a Chat, that is seen, while that
/// is so still; else nullptr. The controls that a Repeater makes share their place in the config:
/// what is said at it counts for those that it is true of.
const diagnostics::Diagnostic* findRefusal(const Editor& editor, const config::Tag& tag);

ItemCounter itemCounterOf(const Editor& editor);

} // namespace cartouche::editor
