#include "core/json/members.h"

#include <algorithm>
#include <ranges>

namespace cartouche::json {

/// passValue(key, cursor) passes a value and returns its text.
template <typename PassValue>
void Members::readEach(Cursor& cursor, PassValue passValue) {
    m_text = {};
    m_members.clear();
    m_unescaped.clear();
    m_extents = cursor.extents();
    if (cursor.kind() != Kind::Object) {
        return;
    }
    const char* first = cursor.position();
    cursor.readObject([&](std::string_view key, Cursor& value) {
        if (key.contains('\\')) {
            key = m_unescaped.emplace_back(unescape(key));
        }
        m_members.push_back({key, passValue(key, value)});
    });
    m_text = {first, static_cast<std::size_t>(cursor.position() - first)};
}

void Members::read(Cursor& cursor) {
    readEach(cursor, [](std::string_view, Cursor& value) { return value.skip(); });
}

void Members::read(Cursor& cursor, std::string_view nestedKey, Members& nested) {
    nested.m_text = {};
    nested.m_members.clear();
    readEach(cursor, [&](std::string_view key, Cursor& value) {
        if (key != nestedKey) {
            return value.skip();
        }
        nested.read(value);
        return nested.m_text.empty() ? value.skip() : nested.m_text;
    });
}

std::optional<std::string_view> Members::find(std::string_view key) const {
    const auto backwards = std::views::reverse(m_members);
    const auto found = std::ranges::find(backwards, key, &Member::key);
    return found == backwards.end() ? std::nullopt : std::optional(found->value);
}

Cursor Members::at(std::string_view key) const {
    return Cursor(find(key).value_or("null"), m_extents);
}

std::optional<double> Members::number(std::string_view key) const {
    return at(key).readNumber();
}

std::optional<bool> Members::flag(std::string_view key) const {
    return at(key).readFlag();
}

std::string Members::text(std::string_view key) const {
    return at(key).readText().value_or("");
}

std::string_view Members::view(std::string_view key) {
    const std::string_view value = find(key).value_or("null");
    if (!value.starts_with('"')) {
        return "";
    }
    const std::string_view text = value.substr(1, value.size() - 2);
    return text.contains('\\') ? m_unescaped.emplace_back(unescape(text)) : text;
}

} // namespace cartouche::json
