#pragma once

#include "core/language/english_messages.h"

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace cartouche::language {

static_assert(std::ranges::is_sorted(kEnglishMessages, {}, &EnglishMessage::key));

/// Is not constant, so that a key that calls it does not compile.
void thereIsNoSuchMessage();

/// The place of a key in the catalogue; as many as it has: it is not there.
constexpr std::size_t placeOf(std::string_view key) {
    const auto row = std::ranges::lower_bound(kEnglishMessages, key, {}, &EnglishMessage::key);
    const bool isThere = row != kEnglishMessages.end() && row->key == key;
    return isThere ? static_cast<std::size_t>(row - kEnglishMessages.begin())
                   : kEnglishMessages.size();
}

/// Names a message of the catalogue, assets/locales/en.json.
class Key {
public:
    consteval Key(const char* key) : m_place(placeOf(key)) {
        if (m_place == kEnglishMessages.size()) {
            thereIsNoSuchMessage();
        }
    }

    constexpr std::size_t place() const { return m_place; }
    constexpr bool operator==(const Key&) const = default;

private:
    std::size_t m_place;
};

/// What stands in the place of `{name}` in a message. It is used within the call that it is made
/// for.
class Argument {
public:
    Argument(std::string_view name, std::string_view text) : m_name(name), m_text(text) {}
    /// The number named `count` chooses the form of the message (plural_rules.h).
    template <std::integral Number>
    Argument(std::string_view name, Number number)
        : m_name(name), m_digits(std::to_string(number)),
          m_number(static_cast<std::int64_t>(number)) {}

    std::string_view name() const { return m_name; }
    std::string_view text() const { return m_number ? m_digits : m_text; }
    std::optional<std::int64_t> number() const { return m_number; }

private:
    std::string_view m_name;
    std::string_view m_text;
    std::string m_digits;
    std::optional<std::int64_t> m_number;
};

/// A message in the language of the interface (locale.h), or in English where it lacks that one.
std::string say(Key key, std::span<const Argument> arguments);
std::string say(Key key, std::initializer_list<Argument> arguments = {});

} // namespace cartouche::language
