#include "core/language/locale.h"

#include <format>
#include <utility>

namespace cartouche::language {

using json::Json;

namespace {

constexpr std::size_t kToldProblems = 5;

Locale& spoken() {
    static Locale locale;
    return locale;
}

} // namespace

class LocaleReader {
public:
    explicit LocaleReader(diagnostics::Diagnostics& problems) : m_problems(problems) {}

    Locale read(const Json& json) {
        if (!json.is_object()) {
            tell("", std::format("The locale is {}; it must be an object with \"language\" and "
                                 "\"messages\"",
                                 json::describeType(json)));
            return std::move(m_locale);
        }
        readLanguage(json);
        readPlurals(json);
        readMessages(json);
        if (m_left > 0) {
            m_problems.push_back({diagnostics::Code::BadLocale,
                                  std::format("The locale has {} more faults", m_left),
                                  {}});
        }
        return std::move(m_locale);
    }

private:
    void readLanguage(const Json& json) {
        const std::string language = json::textMember(json, "language");
        if (language.empty()) {
            tell("/language", "The locale has no \"language\", such as \"de\"");
        } else {
            m_locale.m_language = language;
        }
        const std::string direction = json::textMember(json, "direction");
        if (direction == "rtl") {
            m_locale.m_direction = Direction::RightToLeft;
        } else if (!direction.empty() && direction != "ltr") {
            tell("/direction",
                 std::format("The direction \"{}\" is neither \"ltr\" nor \"rtl\"", direction));
        }
    }

    void readPlurals(const Json& json) {
        if (!json.contains("plurals")) {
            return;
        }
        m_locale.m_plurals = PluralRules();
        for (const auto& [name, rule] : json["plurals"].items()) {
            const std::string pointer = "/plurals/" + name;
            if (!isForm(name, pointer)) {
                continue;
            }
            const auto added =
                rule.is_string()
                    ? m_locale.m_plurals.add(formNamed(name), rule.get_ref<const std::string&>())
                    : std::unexpected(
                          std::format("A plural rule is {}, not a text", json::describeType(rule)));
            if (!added) {
                tell(pointer, added.error());
            }
        }
    }

    void readMessages(const Json& json) {
        if (!json.contains("messages") || !json["messages"].is_object()) {
            tell("/messages", "The locale has no object \"messages\"");
            return;
        }
        m_locale.m_messages.resize(kEnglishMessages.size());
        for (const auto& [key, value] : json["messages"].items()) {
            const std::size_t place = placeOf(key);
            if (key.starts_with("page.")) { // the shell's own
                continue;
            }
            if (place == kEnglishMessages.size()) {
                tell("/messages/" + key,
                     std::format("There is no message \"{}\" to translate", key));
            } else {
                readForms(key, value, m_locale.m_messages[place]);
            }
        }
    }

    void readForms(const std::string& key, const Json& value, Locale::Forms& forms) {
        if (value.is_string()) {
            forms[kOtherForm] = value.get<std::string>();
        } else if (value.is_object()) {
            for (const auto& [name, text] : value.items()) {
                const std::string pointer = std::format("/messages/{}/{}", key, name);
                if (!isForm(name, pointer)) {
                    continue;
                }
                if (text.is_string()) {
                    forms[formNamed(name)] = text.get<std::string>();
                } else {
                    tell(pointer, std::format("A text is {}", json::describeType(text)));
                }
            }
        } else {
            tell("/messages/" + key, std::format("The message \"{}\" is {}, not a text", key,
                                                 json::describeType(value)));
        }
    }

    bool isForm(const std::string& name, const std::string& pointer) {
        const bool isOne = formNamed(name) < kPluralForms.size();
        if (!isOne) {
            tell(pointer,
                 std::format("\"{}\" is no plural form; there are zero, one, two, few, many "
                             "and other",
                             name));
        }
        return isOne;
    }

    void tell(const std::string& pointer, std::string message) {
        if (++m_told > kToldProblems) {
            ++m_left;
            return;
        }
        m_problems.push_back({diagnostics::Code::BadLocale,
                              std::move(message),
                              {.line = 0, .column = 0, .pointer = pointer}});
    }

    diagnostics::Diagnostics& m_problems;
    Locale m_locale;
    std::size_t m_told = 0;
    std::size_t m_left = 0;
};

Locale::Locale() {
    [[maybe_unused]] const auto added = m_plurals.add(formNamed("one"), "n = 1");
}

Locale Locale::read(const Json& locale, diagnostics::Diagnostics& problems) {
    return LocaleReader(problems).read(locale);
}

std::string_view Locale::textOf(std::size_t place, std::int64_t count) const {
    const std::size_t form = m_plurals.formOf(count);
    if (m_messages.empty()) {
        const EnglishMessage& english = kEnglishMessages[place];
        return form == kOtherForm || english.one.empty() ? english.other : english.one;
    }
    const Forms& forms = m_messages[place];
    return forms[form].empty() ? forms[kOtherForm] : forms[form];
}

void speak(Locale locale) {
    spoken() = std::move(locale);
}

const Locale& spokenLocale() {
    return spoken();
}

} // namespace cartouche::language
