#pragma once

#include "core/json/json.h"

#include <expected>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cartouche::editor {

/// A regular expression that is looked for in the texts of each task; what it finds is offered as
/// regions. It belongs to whoever labels and to the host, not to an annotation.
struct Expression {
    std::string name;
    std::string pattern; // text::Regex
    /// As results hold it. Empty: the label that is called as the expression, else the first one.
    std::string label;
    /// Of what it finds, as CSS says it. Empty: that of its label.
    std::string color;
    bool ignoresCase = false;
    bool isOn = true;

    bool operator==(const Expression&) const = default;
};

/// For what many texts are searched for.
std::vector<Expression> readyMadeExpressions();

/// From `[{"name", "pattern", "label"?, "color"?, "ignoreCase"?, "enabled"?}]`; null: none. The
/// failure says what is wrong, and where.
std::expected<std::vector<Expression>, std::string> readExpressions(const json::Json& list);
json::Json writeExpressions(std::span<const Expression> expressions);

} // namespace cartouche::editor
