#include "core/config/tag_table.h"

#include "core/config/names.h"
#include "core/config/tag_rows_table.h"

#include <algorithm>

namespace cartouche::config {

std::span<const TagRow> tagTable() {
    return tagRows();
}

const TagRow* findTag(TagKind kind) {
    const auto found = std::ranges::find(tagTable(), kind, &TagRow::kind);
    return found == tagTable().end() ? nullptr : &*found;
}

const TagRow* findTag(std::string_view name) {
    const auto found = std::ranges::find_if(
        tagTable(), [name](const TagRow& row) { return isSameName(row.name, name); });
    return found == tagTable().end() ? nullptr : &*found;
}

const AttributeRow* findAttribute(const TagRow& tag, std::string_view name) {
    const auto isNamed = [name](const AttributeRow& row) { return isSameName(row.name, name); };
    const auto own = std::ranges::find_if(tag.attributes, isNamed);
    if (own != tag.attributes.end()) {
        return &*own;
    }
    for (const auto& family : tag.families) {
        const auto shared = std::ranges::find_if(family, isNamed);
        if (shared != family.end()) {
            return &*shared;
        }
    }
    return nullptr;
}

std::vector<const AttributeRow*> attributesOf(const TagRow& tag) {
    std::vector<const AttributeRow*> rows;
    const auto add = [&](std::span<const AttributeRow> some) {
        for (const AttributeRow& row : some) {
            if (findAttribute(tag, row.name) == &row) {
                rows.push_back(&row);
            }
        }
    };
    add(tag.attributes);
    for (const auto& family : tag.families) {
        add(family);
    }
    return rows;
}

} // namespace cartouche::config
