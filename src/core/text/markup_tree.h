#pragma once

#include <string>
#include <vector>

namespace cartouche::text {

/// One node of HTML as a browser holds it, after what is not allowed (scripts, styles) was removed:
/// whoever parses HTML makes this. Comments are left out, but the texts on both sides of one stay
/// two nodes. At most a few hundred levels deep, as browsers have it (Blink: 512): what reads the
/// tree follows it by recursion.
struct MarkupNode {
    /// The lower-case name of an element; empty for a text.
    std::string name;
    /// Of a text: its characters, with entities resolved and all white space.
    std::string text;
    /// Of an element.
    std::vector<MarkupNode> children;

    bool isText() const { return name.empty(); }
};

} // namespace cartouche::text
