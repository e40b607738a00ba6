#include "core/json/members.h"

#include "core/json/scan.h"

#include <algorithm>

namespace cartouche::json {

/// passValue(key, cursor) passes a value and returns its text.
template <typename PassValue>
void Members::readEach(Cursor& cursor, PassValue passValue) {
    m_text = {};
    m_extents = cursor.extents();
    if (cursor.kind() != Kind::Object || !m_unescaped.empty()) {
        forget();
    }
    if (cursor.kind() != Kind::Object) {
        return;
    }
    const char* first = cursor.position();
    std::size_t count = 0;
    for (cursor.open(); !cursor.isPast('}'); ++count) {
        Member& member = passKey(cursor, count);
        member.value = passValue(member.key, cursor);
    }
    keepFirst(count);
    m_text = {first, static_cast<std::size_t>(cursor.position() - first)};
}

/// The key of a member, which mostly is that of the object before.
Members::Member& Members::passKey(Cursor& cursor, std::size_t index) {
    if (index < m_members.size()) {
        if (const auto key = cursor.passKey(m_members[index].key)) {
            m_members[index].key = *key;
            return m_members[index];
        }
        keepFirst(index);
    }
    std::string_view key = cursor.passKey();
    if (scan::contains(key, '\\')) {
        key = m_unescaped.emplace_back(unescape(key));
    }
    if (index < kMarked) {
        m_marks[index] = markOf(key);
    }
    return m_members.emplace_back(Member{key, {}});
}

void Members::keepFirst(std::size_t count) {
    for (std::size_t index = count; index < std::min(m_members.size(), kMarked); ++index) {
        m_marks[index] = 0;
    }
    m_members.resize(count);
}

void Members::forget() {
    keepFirst(0);
    m_unescaped.clear();
}

void Members::read(Cursor& cursor) {
    readEach(cursor, [](std::string_view, Cursor& value) { return value.skip(); });
}

void Members::read(Cursor& cursor, std::string_view nestedKey, Members& nested) {
    nested.m_text = {};
    bool hasNested = false;
    readEach(cursor, [&](std::string_view key, Cursor& value) {
        if (key != nestedKey) {
            return value.skip();
        }
        hasNested = true;
        nested.read(value);
        return nested.m_text.empty() ? value.skip() : nested.m_text;
    });
    if (!hasNested) {
        nested.forget();
    }
}

std::optional<std::string_view> Members::findAmong(const scan::Hits& hits,
                                                   std::string_view key) const {
    for (std::size_t index = m_members.size(); index > kMarked; --index) {
        if (m_members[index - 1].key == key) {
            return m_members[index - 1].value;
        }
    }
    for (std::size_t word = hits.size(); word > 0; --word) {
        for (std::uint64_t left = hits[word - 1]; left != 0;) {
            const auto byte = static_cast<std::size_t>(std::bit_width(left) - 1) / 8;
            const Member& member = m_members[(word - 1) * 8 + byte];
            if (scan::isSame(member.key, key)) {
                return member.value;
            }
            left &= ~(std::uint64_t{0xFF} << (8 * byte));
        }
    }
    return std::nullopt;
}

Cursor Members::at(std::string_view key) const {
    return Cursor(find(key).value_or("null"), m_extents);
}

std::optional<double> Members::number(std::string_view key) const {
    const auto value = find(key);
    return value ? Cursor(*value).readNumber() : std::nullopt;
}

std::optional<bool> Members::flag(std::string_view key) const {
    const auto value = find(key);
    return value ? Cursor(*value).readFlag() : std::nullopt;
}

std::string Members::text(std::string_view key) const {
    const auto value = find(key);
    return value ? Cursor(*value).readText().value_or("") : "";
}

std::string_view Members::view(std::string_view key) {
    const std::string_view value = find(key).value_or("null");
    if (!value.starts_with('"')) {
        return "";
    }
    const std::string_view text = value.substr(1, value.size() - 2);
    return scan::contains(text, '\\') ? m_unescaped.emplace_back(unescape(text)) : text;
}

} // namespace cartouche::json
