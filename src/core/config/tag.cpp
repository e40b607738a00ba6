#include "core/config/tag.h"

#include "core/config/names.h"

#include <algorithm>

namespace cartouche::config {

const Attribute* Tag::find(std::string_view attribute) const {
    const auto found = std::ranges::find_if(m_attributes, [&](const Attribute& candidate) {
        return isSameName(candidate.name, attribute);
    });
    return found == m_attributes.end() ? nullptr : &*found;
}

std::string_view Tag::text(std::string_view attribute) const {
    if (const Attribute* found = find(attribute)) {
        return found->value;
    }
    const TagRow* row = findTag(m_kind);
    const AttributeRow* declared = row == nullptr ? nullptr : findAttribute(*row, attribute);
    return declared == nullptr ? std::string_view() : declared->defaultValue;
}

bool Tag::flag(std::string_view attribute) const {
    return text(attribute) == "true";
}

bool Tag::hasAttribute(std::string_view attribute) const {
    return find(attribute) != nullptr;
}

const diagnostics::Location& Tag::where(std::string_view attribute) const {
    const Attribute* found = find(attribute);
    return found == nullptr ? m_where : found->where;
}

} // namespace cartouche::config
