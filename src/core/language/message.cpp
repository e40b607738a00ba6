#include "core/language/message.h"

#include "core/language/locale.h"

namespace cartouche::language {

namespace {

/// Letters of Hebrew, Arabic and the scripts beside them, U+0590 to U+08FF.
bool readsFromTheRight(std::string_view text) {
    return std::ranges::any_of(text, [&text](const char& byte) {
        const auto first = static_cast<unsigned char>(byte);
        const char* next = &byte + 1;
        const bool isLast = next == text.data() + text.size();
        const auto second = isLast ? 0U : static_cast<unsigned char>(*next);
        return (first == 0xD6 && second >= 0x90) || (first >= 0xD7 && first <= 0xDF) ||
               (first == 0xE0 && second >= 0xA0 && second <= 0xA3);
    });
}

/// A name from the right does not turn a sentence around that is read from the left: it is isolated
/// (Unicode Standard Annex 9, FSI and PDI).
void append(std::string& filled, std::string_view value) {
    const bool isForeign =
        spokenLocale().direction() == Direction::LeftToRight && readsFromTheRight(value);
    filled += isForeign ? "\u2068" : "";
    filled += value;
    filled += isForeign ? "\u2069" : "";
}

std::string filled(std::string_view text, std::span<const Argument> arguments) {
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
        const auto given = std::ranges::find(arguments, name, &Argument::name);
        if (given == arguments.end()) {
            filled += text.substr(0, close + 1);
        } else {
            append(filled, given->text());
        }
        text.remove_prefix(close + 1);
    }
    return filled;
}

} // namespace

std::string say(Key key, std::initializer_list<Argument> arguments) {
    return say(key, std::span(arguments.begin(), arguments.size()));
}

std::string say(Key key, std::span<const Argument> arguments) {
    const auto count = std::ranges::find(arguments, "count", &Argument::name);
    const std::int64_t number = count == arguments.end() ? 0 : count->number().value_or(0);
    const std::string_view text = spokenLocale().textOf(key.place(), number);
    static const Locale kEnglish;
    return filled(text.empty() ? kEnglish.textOf(key.place(), number) : text, arguments);
}

} // namespace cartouche::language
