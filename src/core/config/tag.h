#pragma once

#include "core/config/tag_table.h"
#include "core/diagnostics/diagnostic.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cartouche::config {

/// One attribute as written: `name` in the table's spelling (names match case-insensitively),
/// `value` with XML entities resolved.
struct Attribute {
    std::string name;
    std::string value;
    diagnostics::Location where;
};

/// One element of a labeling config after checking. The tree owns its tags; they do not move, so a
/// `const Tag*` lives as long as the LabelingInterface that holds it.
class Tag {
public:
    /// The row of the tag table; kBrokenTag for an element that could not be used (see `problem`).
    TagKind kind() const { return m_kind; }
    /// The element's name as the author spelled it.
    const std::string& spelling() const { return m_spelling; }
    /// The `name` attribute; empty if there is none.
    std::string_view name() const { return text("name"); }

    /// The attribute's value as written, or the table's default, or "".
    std::string_view text(std::string_view attribute) const;
    /// True for the value `true`; the table's default if absent.
    bool flag(std::string_view attribute) const;
    bool hasAttribute(std::string_view attribute) const;

    const std::vector<std::unique_ptr<Tag>>& children() const { return m_children; }
    const diagnostics::Location& where() const { return m_where; }
    /// Where an attribute stands; the element itself if it has none of that name.
    const diagnostics::Location& where(std::string_view attribute) const;
    /// Why this element cannot be used; shown in its place. Only for TagKind::Broken.
    const std::optional<diagnostics::Diagnostic>& problem() const { return m_problem; }

private:
    friend class ConfigReader;

    const Attribute* find(std::string_view attribute) const;

    TagKind m_kind = TagKind::Broken;
    std::string m_spelling;
    std::vector<Attribute> m_attributes;
    std::vector<std::unique_ptr<Tag>> m_children;
    diagnostics::Location m_where;
    std::optional<diagnostics::Diagnostic> m_problem;
};

} // namespace cartouche::config
