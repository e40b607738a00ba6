#include "web/semantics_json.h"

#include <cmath>
#include <string_view>

namespace cartouche::web {

namespace {

/// A hundredth of a pixel is finer than anything that is seen, and shorter to send.
double rounded(float value) {
    return std::round(static_cast<double>(value) * 100) / 100;
}

void addText(json::Json& out, std::string_view key, const std::string& text) {
    if (!text.empty()) {
        out[key] = text;
    }
}

void addFlag(json::Json& out, std::string_view key, bool isSet) {
    if (isSet) {
        out[key] = true;
    }
}

void addStates(json::Json& out, const ui::SemanticsNode& node) {
    if (node.checked) {
        out["checked"] = *node.checked;
    }
    if (node.value) {
        out["value"] = *node.value;
    }
    if (node.fraction) {
        out["fraction"] = *node.fraction;
    }
    if (node.level > 0) {
        out["level"] = node.level;
    }
    if (node.rows > 1) {
        out["rows"] = node.rows;
    }
    if (!node.inputType.empty()) {
        out["inputType"] = node.inputType;
    }
    if (node.activeDescendant != 0) {
        out["activeDescendant"] = node.activeDescendant;
    }
    if (node.expanded) {
        out["expanded"] = *node.expanded;
    }
    if (node.setSize > 0) {
        out["position"] = node.position;
        out["setSize"] = node.setSize;
    }
    addFlag(out, "disabled", node.isDisabled);
    addFlag(out, "required", node.isRequired);
    addText(out, "placeholder", node.placeholder);
    addText(out, "description", node.description);
    addText(out, "keyShortcuts", node.keyShortcuts);
    addText(out, "min", node.limits.least);
    addText(out, "max", node.limits.most);
    addText(out, "step", node.limits.step);
}

json::Json writeNode(const ui::SemanticsNode& node) {
    json::Json out{{"id", node.id},
                   {"parent", node.parent},
                   {"role", node.role},
                   {"name", node.name},
                   {"x", rounded(node.box.x)},
                   {"y", rounded(node.box.y)},
                   {"width", rounded(node.box.z - node.box.x)},
                   {"height", rounded(node.box.w - node.box.y)},
                   {"focusable", node.isFocusable}};
    addStates(out, node);
    return out;
}

} // namespace

json::Json writeSemantics(const ui::Semantics& semantics) {
    json::Json nodes = json::Json::array();
    for (const ui::SemanticsNode& node : semantics.nodes()) {
        nodes.push_back(writeNode(node));
    }
    return nodes;
}

} // namespace cartouche::web
