#include "web/semantics_json.h"

#include "core/json/json.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

namespace cartouche::web {

namespace {

/// Appends an object, member by member.
class ObjectWriter {
public:
    explicit ObjectWriter(std::string& out) : m_out(out) { m_out += '{'; }
    ~ObjectWriter() { m_out += '}'; }
    ObjectWriter(const ObjectWriter&) = delete;
    ObjectWriter& operator=(const ObjectWriter&) = delete;

    void number(std::string_view key, auto value) {
        begin(key);
        std::array<char, 32> digits{};
        m_out.append(digits.data(),
                     std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr);
    }
    /// A hundredth of a pixel is finer than anything that is seen, and shorter to send.
    void length(std::string_view key, float value) {
        number(key, std::round(static_cast<double>(value) * 100) / 100);
    }
    void flag(std::string_view key, bool value) {
        begin(key);
        m_out += value ? "true" : "false";
    }
    void text(std::string_view key, std::string_view value) {
        begin(key);
        const bool isPlain = std::ranges::all_of(value, [](char letter) {
            return letter >= ' ' && letter <= '~' && letter != '"' && letter != '\\';
        });
        if (isPlain) {
            m_out += '"';
            m_out += value;
            m_out += '"';
        } else {
            m_out += json::writeJson(value);
        }
    }
    void textIfAny(std::string_view key, std::string_view value) {
        if (!value.empty()) {
            text(key, value);
        }
    }
    void flagIfSet(std::string_view key, bool isSet) {
        if (isSet) {
            flag(key, true);
        }
    }

private:
    void begin(std::string_view key) {
        m_out += m_out.back() == '{' ? "\"" : ",\"";
        m_out += key;
        m_out += "\":";
    }

    std::string& m_out;
};

void addStates(ObjectWriter& out, const ui::SemanticsNode& node) {
    if (node.checked) {
        out.flag("checked", *node.checked);
    }
    if (node.value) {
        out.text("value", *node.value);
    }
    if (node.fraction) {
        out.number("fraction", *node.fraction);
    }
    if (node.level > 0) {
        out.number("level", node.level);
    }
    if (node.rows > 1) {
        out.number("rows", node.rows);
    }
    out.flagIfSet("prose", node.isProse);
    out.textIfAny("inputType", node.inputType);
    if (node.activeDescendant != 0) {
        out.number("activeDescendant", node.activeDescendant);
    }
    if (node.expanded) {
        out.flag("expanded", *node.expanded);
    }
    if (node.setSize > 0) {
        out.number("position", node.position);
        out.number("setSize", node.setSize);
    }
    out.flagIfSet("disabled", node.isDisabled);
    out.flagIfSet("required", node.isRequired);
    out.textIfAny("placeholder", node.placeholder);
    out.textIfAny("description", node.description);
    out.textIfAny("keyShortcuts", node.keyShortcuts);
    out.textIfAny("min", node.limits.least);
    out.textIfAny("max", node.limits.most);
    out.textIfAny("step", node.limits.step);
}

void appendNode(std::string& text, const ui::SemanticsNode& node) {
    ObjectWriter out(text);
    out.number("id", node.id);
    out.number("parent", node.parent);
    out.text("role", node.role);
    out.text("name", node.name);
    out.length("x", node.box.x);
    out.length("y", node.box.y);
    out.length("width", node.box.z - node.box.x);
    out.length("height", node.box.w - node.box.y);
    out.flag("focusable", node.isFocusable);
    addStates(out, node);
}

} // namespace

std::string writeSemantics(const ui::Semantics& semantics) {
    std::string text = "[";
    for (const ui::SemanticsNode& node : semantics.nodes()) {
        text += text.size() > 1 ? "," : "";
        appendNode(text, node);
    }
    return text + "]";
}

} // namespace cartouche::web
