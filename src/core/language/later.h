#pragma once

#include "core/language/message.h"

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cartouche::language {

/// A message that is kept and said whenever it is shown, in the language that is spoken then; or a
/// text that is the same in all languages, such as names of the config.
class Later {
public:
    Later() = default;
    Later(std::string text) : m_text(std::move(text)) {}
    Later(std::string_view text) : m_text(text) {}
    Later(const char* text) : m_text(text) {}

    /// Nothing is said.
    bool empty() const { return !m_key && m_text.empty(); }
    std::string said() const;

private:
    friend Later later(Key key, std::initializer_list<Argument> arguments);

    /// What an Argument says, kept.
    struct Kept {
        std::string name;
        std::string text;
        std::optional<std::int64_t> number;
    };

    std::optional<Key> m_key; // nothing: m_text is said
    std::vector<Kept> m_arguments;
    std::string m_text;
};

/// As say(), but later. The arguments are copied.
Later later(Key key, std::initializer_list<Argument> arguments = {});

} // namespace cartouche::language
