#pragma once

#include "core/json/checked_text.h"
#include "core/json/cursor.h"
#include "core/json/members.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cartouche::web {

/// Requests come from our own shell, so a member of the wrong type is a bug there; reading it as
/// empty keeps the editor alive.
class Params {
public:
    /// `text` is an object, or whatever is no object and has no members.
    explicit Params(const json::CheckedText& text) : m_text(text), m_members(json::Cursor(text)) {}

    double number(std::string_view key) const { return m_members.number(key).value_or(0); }
    bool has(std::string_view key) const { return m_members.number(key).has_value(); }
    bool flag(std::string_view key) const { return m_members.flag(key).value_or(false); }
    std::string text(std::string_view key) const { return m_members.text(key); }
    /// A member whole; null if there is none.
    json::CheckedText value(std::string_view key) const {
        const auto member = m_members.find(key);
        return member ? m_text.part(*member) : json::CheckedText();
    }

private:
    json::CheckedText m_text;
    json::Members m_members;
};

/// The texts of a list; none of what is no list.
inline std::vector<std::string> textsOf(const json::CheckedText& list) {
    std::vector<std::string> texts;
    if (json::Cursor(list.text()).kind() == json::Kind::List) {
        json::Cursor(list.text()).readList([&texts](json::Cursor& text) {
            texts.push_back(text.readText().value_or(""));
        });
    }
    return texts;
}

/// The reply that says nothing.
inline constexpr std::string_view kNothing = "{}";

inline std::uint32_t widgetOf(const Params& params) {
    return static_cast<std::uint32_t>(params.number("id"));
}

} // namespace cartouche::web
