#include "editor/expressions.h"

#include "core/config/css_color.h"
#include "core/language/message.h"

#include <array>
#include <format>
#include <utility>

namespace cartouche::editor {

namespace {

using json::Json;
using Failure = std::unexpected<std::string>;

/// nullptr: it is not there, or null.
const Json* find(const Json& object, std::string_view key) {
    const auto member = object.find(key);
    return member == object.end() || member->is_null() ? nullptr : &*member;
}

std::expected<Expression, std::string> readExpression(const Json& item, std::size_t index) {
    const auto fail = [index](std::string_view what) {
        return Failure(std::format("expressions[{}] {}", index, what));
    };
    if (!item.is_object()) {
        return fail("is no object; each is {\"name\": …, \"pattern\": …}");
    }
    Expression made;
    for (const auto& [key, text] : {std::pair{"name", &made.name},
                                    {"pattern", &made.pattern},
                                    {"label", &made.label},
                                    {"color", &made.color}}) {
        const Json* member = find(item, key);
        if (member != nullptr && !member->is_string()) {
            return fail(std::format("has a {} that is no text", key));
        }
        *text = member == nullptr ? "" : member->get<std::string>();
    }
    for (const auto& [key, flag] :
         {std::pair{"ignoreCase", &made.ignoresCase}, {"enabled", &made.isOn}}) {
        const Json* member = find(item, key);
        if (member != nullptr && !member->is_boolean()) {
            return fail(std::format("has an {} that is neither true nor false", key));
        }
        *flag = member == nullptr ? *flag : member->get<bool>();
    }
    if (!made.color.empty() && !config::parseCssColor(made.color)) {
        return fail(std::format("has the color \"{}\", which is none that CSS knows", made.color));
    }
    return made.name.empty() || made.pattern.empty()
               ? std::expected<Expression, std::string>(fail("needs a name and a pattern"))
               : made;
}

} // namespace

std::vector<Expression> readyMadeExpressions() {
    std::vector<Expression> expressions{
        {.name = language::say("expressions.money"),
         .pattern =
             R"((?:US|A|C|HK)?[$€£¥] ?\d+(?:,\d{3})*(?:\.\d+)?(?: (?:thousand|million|billion|trillion)\b)?)"
             R"(|\b\d+(?:,\d{3})*(?:\.\d+)? ?(?:USD|EUR|GBP|JPY|CHF|dollars|euros|pounds)\b)"},
        {.name = language::say("expressions.percent"),
         .pattern = R"([+-]?\b\d+(?:,\d{3})*(?:\.\d+)? ?(?:%|percent\b|per cent\b))"},
        {.name = language::say("expressions.date"),
         .pattern = R"(\b\d{4}-\d\d-\d\d\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b)"
                    R"(|\b(?:January|February|March|April|May|June|July|August|September|October)"
                    R"(|November|December) \d{1,2}(?:, \d{4})?\b)"},
        {.name = language::say("expressions.e-mail"),
         .pattern = R"(\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b)"},
        {.name = language::say("expressions.phone"),
         .pattern = R"((?:\+\d{1,3}[ -]?)?(?:\(\d{1,4}\)[ -]?)?\b\d{2,4}(?:[ -]\d{2,4}){2,3}\b)"},
        {.name = language::say("expressions.url"),
         .pattern = R"(\bhttps?://[^\s<>"]+[^\s<>".,;:!?)\]])"},
        {.name = language::say("expressions.ticker"),
         .pattern = R"(\b(?:NASDAQ|Nasdaq|NYSE|LSE|TSX|HKEX): ?[A-Z]{1,5}\b)"},
    };
    return expressions;
}

std::expected<std::vector<Expression>, std::string> readExpressions(const Json& list) {
    if (!list.is_array() && !list.is_null()) {
        return Failure("expressions is no list; it is [{\"name\": …, \"pattern\": …}, …]");
    }
    std::vector<Expression> expressions;
    for (std::size_t index = 0; index < list.size(); ++index) {
        auto read = readExpression(list[index], index);
        if (!read) {
            return Failure(std::move(read.error()));
        }
        expressions.push_back(std::move(*read));
    }
    return expressions;
}

Json writeExpressions(std::span<const Expression> expressions) {
    Json list = Json::array();
    for (const Expression& expression : expressions) {
        Json item{{"name", expression.name}, {"pattern", expression.pattern}};
        if (!expression.label.empty()) {
            item["label"] = expression.label;
        }
        if (!expression.color.empty()) {
            item["color"] = expression.color;
        }
        item["ignoreCase"] = expression.ignoresCase;
        item["enabled"] = expression.isOn;
        list.push_back(std::move(item));
    }
    return list;
}

} // namespace cartouche::editor
