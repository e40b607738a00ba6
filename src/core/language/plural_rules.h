#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace cartouche::language {

/// The forms that a message may have by its count, named as CLDR names them.
constexpr std::array<std::string_view, 6> kPluralForms{"zero", "one",  "two",
                                                       "few",  "many", "other"};
constexpr std::size_t kOtherForm = 5;

/// The place of a name in kPluralForms; as many as there are: it is none.
std::size_t formNamed(std::string_view name);

/// Which form a whole number takes: rules in the notation of Unicode's language plural rules (UTS
/// 35, part 3, "Plural Rules Syntax"), as far as it is about whole numbers: `n % 100 = 3..10 and n
/// != 4`. `n` and `i` are the number without its sign; `v`, `w`, `f`, `t`, `c` and `e` are 0.
class PluralRules {
public:
    /// Adds when a form is taken; forms are tried in the order in which they are added, and `other`
    /// is what is left. A failure says what is wrong with the rule.
    std::expected<void, std::string> add(std::size_t form, std::string_view rule);

    std::size_t formOf(std::int64_t number) const;

private:
    struct Range {
        std::uint64_t first = 0;
        std::uint64_t last = 0;
    };
    /// `n % modulus = ranges`
    struct Relation {
        bool isOfNumber = true;    // else of what is 0
        std::uint64_t modulus = 0; // 0: the number itself
        bool isNegated = false;
        std::vector<Range> ranges;

        bool holds(std::uint64_t number) const;
    };
    using All = std::vector<Relation>;
    struct Rule {
        std::size_t form = kOtherForm;
        std::vector<All> any;
    };

    std::vector<Rule> m_rules;

    friend class PluralRuleParser;
};

} // namespace cartouche::language
