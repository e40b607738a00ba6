#include "core/json/members.h"

#include <algorithm>
#include <ranges>

namespace cartouche::json {

Members::Members(Cursor& cursor) {
    if (cursor.kind() != Kind::Object) {
        return;
    }
    const char* first = cursor.position();
    cursor.readObject([this](std::string_view key, Cursor& value) {
        if (key.contains('\\')) {
            key = m_unescaped.emplace_back(unescape(key));
        }
        m_members.push_back({key, value.skip()});
    });
    m_text = {first, static_cast<std::size_t>(cursor.position() - first)};
}

std::optional<std::string_view> Members::find(std::string_view key) const {
    const auto backwards = std::views::reverse(m_members);
    const auto found = std::ranges::find(backwards, key, &Member::key);
    return found == backwards.end() ? std::nullopt : std::optional(found->value);
}

std::optional<double> Members::number(std::string_view key) const {
    const auto found = find(key);
    return found ? Cursor(*found).readNumber() : std::nullopt;
}

std::optional<bool> Members::flag(std::string_view key) const {
    const auto found = find(key);
    return found ? Cursor(*found).readFlag() : std::nullopt;
}

std::string Members::text(std::string_view key) const {
    const auto found = find(key);
    return found ? Cursor(*found).readText().value_or("") : "";
}

} // namespace cartouche::json
