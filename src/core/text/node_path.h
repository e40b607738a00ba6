#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cartouche::text {

/// One step down a tree: the `ordinal`th (from 1) child of that name.
struct PathStep {
    /// As in MarkupNode: lower case, empty for `text()`.
    std::string name;
    std::size_t ordinal = 1;

    bool operator==(const PathStep&) const = default;
};

/// The way from the content's root to a node (spec/results.md 4.9). No step: the root itself.
using NodePath = std::vector<PathStep>;

/// Reads `/div[1]/p[2]/text()[1]`; a step without a number is the first, names may be in capitals.
/// Nothing if it is written in another way.
std::optional<NodePath> parseNodePath(std::string_view text);
std::string writeNodePath(const NodePath& path);

} // namespace cartouche::text
