#pragma once

#include "core/diagnostics/diagnostic.h"
#include "core/json/json.h"
#include "core/language/message.h"
#include "core/language/plural_rules.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cartouche::language {

enum class Direction { LeftToRight, RightToLeft };

/// The interface in one language, as a file of assets/locales has it:
/// `{"language": "ar", "direction": "rtl", "plurals": {"one": "n = 1"}, "messages": {key: text}}`.
/// A message that is counted may be an object of its plural forms instead of a text.
class Locale {
public:
    /// English.
    Locale();

    /// What cannot be used is left out and told in `problems` (code bad-locale), which lists at
    /// most a few of many; it is then English. Messages that are not there are English, too, and
    /// not told.
    static Locale read(const json::Json& locale, diagnostics::Diagnostics& problems);

    const std::string& language() const { return m_language; } // BCP 47
    Direction direction() const { return m_direction; }
    /// The text of a message for this count, with its placeholders; empty: this locale has none.
    std::string_view textOf(std::size_t place, std::int64_t count) const;

private:
    friend class LocaleReader;

    /// Of one message, by the places of kPluralForms.
    using Forms = std::array<std::string, kPluralForms.size()>;

    std::string m_language = "en";
    Direction m_direction = Direction::LeftToRight;
    PluralRules m_plurals;
    std::vector<Forms> m_messages; // by Key::place(); empty: English
};

/// What `say` speaks from now on, in this process: a page has one module for each editor.
void speak(Locale locale);
const Locale& spokenLocale();

} // namespace cartouche::language
