#pragma once

#include "ui/right_to_left.h"

#include <imgui.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace cartouche::ui {

/// What a field for dates takes, as input elements of pages have it; empty: no limit.
struct FieldLimits {
    std::string least;
    std::string most;
    std::string step;
};

/// One widget as assistive technology sees it; the shell mirrors it as a DOM element over the
/// canvas (shell/protocol.ts, SemanticsNode). The rectangle is in CSS pixels from the canvas's
/// corner.
struct SemanticsNode {
    std::uint32_t id = 0;
    std::uint32_t parent = 0;
    std::string_view role; // an ARIA role, a literal
    std::string name;
    ImVec4 box; // left, top, right, bottom
    bool isFocusable = false;
    bool isDisabled = false;
    bool isRequired = false;
    std::optional<bool> checked;
    std::optional<bool> expanded; // of what opens and closes
    std::optional<std::string> value;
    std::string placeholder;
    std::string description;
    std::string keyShortcuts;
    int level = 0;
    int rows = 1;               // of a text field
    bool isProse = false;       // of a text field: the browser checks its spelling
    std::string_view inputType; // of the page's input element, a literal; empty: text
    FieldLimits limits;         // of the page's input element
    /// Of a slider or a separator, from 0 to 1; its `value` is the same in words.
    std::optional<double> fraction;
    /// Of what keeps the focus while keys move in a list of it: the item they are on; 0: none.
    std::uint32_t activeDescendant = 0;
    /// Of an item in a list of which only a part is in the tree: its place from 1, and of how many.
    std::size_t position = 0;
    std::size_t setSize = 0;
};

/// The accessibility tree of one frame, in reading order.
///
/// Interactive items get their rectangle from ImGui itself: its test-engine hooks report every item
/// that is added (semantics_hooks.cpp), so a tree node stands where the item really was. An item
/// that took part in the frame and was never described is a hole in the tree; undescribedItems()
/// finds them, and a test holds it empty.
class Semantics {
public:
    /// Starts a frame. Calls until the next one go to this tree.
    void begin();

    /// Adds a node under the innermost open group.
    void add(SemanticsNode node);
    /// Adds what the page lays over the canvas with its own content: it stays in the tree while it
    /// is covered, since the page keeps where it was scrolled to.
    void addLayer(SemanticsNode node);
    /// Adds a node and makes it the parent of what follows, until close().
    void open(SemanticsNode node);
    void close();
    /// Until it is set back, what is drawn lies under something that must be dealt with first:
    /// nothing of it is in the tree, and so nothing of it can be reached.
    void setCovered(bool isCovered) { m_isCovered = isCovered; }

    /// Called by ImGui for every item it adds.
    void noteItem(ImGuiID id, const ImVec4& box, bool isInteractive);

    const std::vector<SemanticsNode>& nodes() const { return m_nodes; }
    std::vector<ImGuiID> undescribedItems() const;

    /// Moves each node to where it is seen.
    void turnOver(const Turning& turning);

private:
    std::vector<SemanticsNode> m_nodes;
    std::vector<std::uint32_t> m_open;
    bool m_isCovered = false;
    std::unordered_map<ImGuiID, ImVec4> m_items;
};

/// The tree that ImGui's hooks report to; nullptr: none.
void observeItems(Semantics* semantics);

} // namespace cartouche::ui
