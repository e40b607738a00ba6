#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cartouche::config {

struct CssDeclaration {
    std::string name; // in lower case
    std::string value;

    bool operator==(const CssDeclaration&) const = default;
};

/// What stands in a `style` attribute; what is none is passed over.
std::vector<CssDeclaration> parseCssDeclarations(std::string_view text);

/// What is said of all elements of a class.
struct CssClassRule {
    std::string className;
    std::vector<CssDeclaration> declarations;
};

/// The rules of a style sheet whose selector is one class, in their order: those that a labeling
/// config can lay out its tags with. Others, at-rules and comments are passed over.
std::vector<CssClassRule> parseCssClassRules(std::string_view css);

/// The selectors of the rules that parseCssClassRules() passes over, and the heads of at-rules.
std::vector<std::string> findOtherCssSelectors(std::string_view css);

} // namespace cartouche::config
