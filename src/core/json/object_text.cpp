#include "core/json/object_text.h"

#include <algorithm>

namespace cartouche::json {

ObjectText::ObjectText(std::string_view checked) {
    const Members members(checked);
    for (const auto& [key, value] : members.all()) {
        set(key, std::string(value));
    }
}

void ObjectText::set(std::string_view key, std::string value) {
    const auto found = std::ranges::find(m_members, key, &decltype(m_members)::value_type::first);
    if (found == m_members.end()) {
        m_members.emplace_back(key, std::move(value));
    } else {
        found->second = std::move(value);
    }
}

void ObjectText::erase(std::string_view key) {
    std::erase_if(m_members, [key](const auto& member) { return member.first == key; });
}

std::string ObjectText::text() const {
    std::string out = "{";
    for (const auto& [key, value] : m_members) {
        out += out.size() > 1 ? "," : "";
        out += writeJson(key);
        out += ':';
        out += value;
    }
    return out + "}";
}

} // namespace cartouche::json
