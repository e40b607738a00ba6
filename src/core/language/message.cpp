#include "core/language/message.h"

#include "core/language/locale.h"

namespace cartouche::language {

namespace {

std::string filled(std::string_view text, std::initializer_list<Argument> arguments) {
    std::string filled;
    while (!text.empty()) {
        const std::size_t open = std::min(text.find('{'), text.size());
        filled += text.substr(0, open);
        text.remove_prefix(open);
        const std::size_t close = text.find('}');
        if (close == std::string_view::npos) {
            return filled.append(text);
        }
        const std::string_view name = text.substr(1, close - 1);
        const auto* given = std::ranges::find(arguments, name, &Argument::name);
        filled += given == arguments.end() ? text.substr(0, close + 1) : given->text();
        text.remove_prefix(close + 1);
    }
    return filled;
}

} // namespace

std::string say(Key key, std::initializer_list<Argument> arguments) {
    const auto* count = std::ranges::find(arguments, "count", &Argument::name);
    const std::int64_t number = count == arguments.end() ? 0 : count->number().value_or(0);
    const std::string_view text = spokenLocale().textOf(key.place(), number);
    static const Locale kEnglish;
    return filled(text.empty() ? kEnglish.textOf(key.place(), number) : text, arguments);
}

} // namespace cartouche::language
