#pragma once

#include "core/diagnostics/diagnostic.h"
#include "core/json/json.h"
#include "editor/commands.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace cartouche::editor {

/// Which key does what, by the names of the reference's keymap (spec/embedding.md 6): commands and
/// image tools have the keys of their tables, unless the host gave them others.
class Keymap {
public:
    /// Takes the place of what the host gave before: `{name: {key, mac?}}`; anything but an object
    /// is none. Only names that are there can be changed. Of two with one key the later keeps it:
    /// the host's over a default, among the host's the last. What is wrong, and whose key went, is
    /// in the diagnostics.
    diagnostics::Diagnostics change(const json::Json& keys, Platform platform);

    /// In the notation of Command::hotkey; empty: it has none, or there is no such name.
    std::string_view keyOf(std::string_view name) const;

private:
    void settle(const std::vector<std::string>& given, Platform platform,
                diagnostics::Diagnostics& problems);

    std::map<std::string, std::string, std::less<>> m_changed;
};

} // namespace cartouche::editor
