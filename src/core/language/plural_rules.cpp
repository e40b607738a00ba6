#include "core/language/plural_rules.h"

#include <algorithm>
#include <charconv>
#include <format>
#include <optional>
#include <utility>

namespace cartouche::language {

std::size_t formNamed(std::string_view name) {
    return static_cast<std::size_t>(std::ranges::find(kPluralForms, name) - kPluralForms.begin());
}

/// Reads `a and b or c`, each a relation.
class PluralRuleParser {
public:
    explicit PluralRuleParser(std::string_view rule) : m_rule(rule) {}

    std::expected<std::vector<PluralRules::All>, std::string> parse() {
        std::vector<PluralRules::All> any(1);
        do {
            auto relation = readRelation();
            if (!relation) {
                return std::unexpected(std::format("\"{}\" is no rule from \"{}\" on", m_rule,
                                                   m_rule.substr(std::min(m_at, m_rule.size()))));
            }
            any.back().push_back(std::move(*relation));
            if (pass("or")) {
                any.emplace_back();
            } else if (!pass("and")) {
                break;
            }
        } while (true);
        skipBlanks();
        if (m_at < m_rule.size()) {
            return std::unexpected(
                std::format("\"{}\" is no rule from \"{}\" on", m_rule, m_rule.substr(m_at)));
        }
        return any;
    }

private:
    std::optional<PluralRules::Relation> readRelation() {
        PluralRules::Relation relation;
        skipBlanks();
        if (m_at == m_rule.size() || !std::string_view("nivwftce").contains(m_rule[m_at])) {
            return std::nullopt;
        }
        relation.isOfNumber = m_rule[m_at] == 'n' || m_rule[m_at] == 'i';
        ++m_at;
        if (pass("%")) {
            const auto modulus = readNumber();
            if (!modulus || *modulus == 0) {
                return std::nullopt;
            }
            relation.modulus = *modulus;
        }
        relation.isNegated = pass("!=");
        if (!relation.isNegated && !pass("=")) {
            return std::nullopt;
        }
        do {
            const auto first = readNumber();
            const auto last = pass("..") ? readNumber() : first;
            if (!first || !last) {
                return std::nullopt;
            }
            relation.ranges.push_back({*first, *last});
        } while (pass(","));
        return relation;
    }

    std::optional<std::uint64_t> readNumber() {
        skipBlanks();
        std::uint64_t number = 0;
        const char* begin = m_rule.data() + m_at;
        const auto [end, error] = std::from_chars(begin, m_rule.data() + m_rule.size(), number);
        if (error != std::errc()) {
            return std::nullopt;
        }
        m_at += static_cast<std::size_t>(end - begin);
        return number;
    }

    bool pass(std::string_view sign) {
        skipBlanks();
        if (!m_rule.substr(m_at).starts_with(sign)) {
            return false;
        }
        m_at += sign.size();
        return true;
    }

    void skipBlanks() { m_at = std::min(m_rule.find_first_not_of(' ', m_at), m_rule.size()); }

    std::string_view m_rule;
    std::size_t m_at = 0;
};

bool PluralRules::Relation::holds(std::uint64_t number) const {
    const std::uint64_t operand = isOfNumber ? number : 0;
    const std::uint64_t value = modulus == 0 ? operand : operand % modulus;
    const bool isIn = std::ranges::any_of(
        ranges, [&](const Range& range) { return range.first <= value && value <= range.last; });
    return isIn != isNegated;
}

std::expected<void, std::string> PluralRules::add(std::size_t form, std::string_view rule) {
    auto any = PluralRuleParser(rule).parse();
    if (!any) {
        return std::unexpected(std::move(any.error()));
    }
    m_rules.push_back({.form = form, .any = std::move(*any)});
    return {};
}

std::size_t PluralRules::formOf(std::int64_t number) const {
    const auto size = static_cast<std::uint64_t>(number);
    const std::uint64_t positive = number < 0 ? 0 - size : size;
    const auto holds = [&](const Relation& relation) { return relation.holds(positive); };
    for (const Rule& rule : m_rules) {
        if (std::ranges::any_of(rule.any,
                                [&](const All& all) { return std::ranges::all_of(all, holds); })) {
            return rule.form;
        }
    }
    return kOtherForm;
}

} // namespace cartouche::language
