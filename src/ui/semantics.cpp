#include "ui/semantics.h"

#include <algorithm>

namespace cartouche::ui {

void Semantics::begin() {
    m_nodes.clear();
    m_open.clear();
    m_items.clear();
    m_isCovered = false;
}

void Semantics::add(SemanticsNode node) {
    if (m_isCovered) {
        return;
    }
    node.parent = m_open.empty() ? 0 : m_open.back();
    if (const auto item = m_items.find(node.id); item != m_items.end()) {
        node.box = item->second;
    }
    m_nodes.push_back(std::move(node));
}

void Semantics::addLayer(SemanticsNode node) {
    node.parent = m_isCovered || m_open.empty() ? 0 : m_open.back();
    m_nodes.push_back(std::move(node));
}

void Semantics::open(SemanticsNode node) {
    const std::uint32_t id = node.id;
    add(std::move(node));
    m_open.push_back(id);
}

void Semantics::close() {
    m_open.pop_back();
}

void Semantics::noteItem(ImGuiID id, const ImVec4& box, bool isInteractive) {
    if (isInteractive && !m_isCovered) {
        m_items[id] = box;
    }
}

void Semantics::turnOver(const Turning& turning) {
    if (turning.isOn()) {
        for (SemanticsNode& node : m_nodes) {
            const float left = turning.across(node.box.z);
            node.box = {left, node.box.y, turning.across(node.box.x), node.box.w};
        }
    }
}

std::vector<ImGuiID> Semantics::undescribedItems() const {
    std::vector<ImGuiID> found;
    for (const auto& [id, box] : m_items) {
        const auto isThis = [wanted = id](const SemanticsNode& node) { return node.id == wanted; };
        if (std::ranges::none_of(m_nodes, isThis)) {
            found.push_back(id);
        }
    }
    return found;
}

} // namespace cartouche::ui
