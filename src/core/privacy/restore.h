#pragma once

#include "core/privacy/bytes.h"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace cartouche::privacy {

/// Turns pseudonyms (operators.h) in a text that comes in pieces of any size back into what they
/// stand for. No more of it is held than what may still become one: `<` and the letters, digits,
/// `_`, `-` and `:` behind it.
class PseudonymRestorer {
public:
    /// Gets the restored text, part after part; a part is good until the call returns.
    using OnText = std::function<void(std::string_view)>;

    PseudonymRestorer(Bytes key, OnText onText)
        : m_key(std::move(key)), m_onText(std::move(onText)) {}

    void feed(std::string_view piece);
    /// After the last piece.
    void finish();

    /// Pseudonyms that were turned back.
    std::size_t count() const { return m_count; }
    /// Those that look like some, and are of another key: they stay.
    std::size_t unknown() const { return m_unknown; }

private:
    void close();
    void passOn();

    Bytes m_key;
    OnText m_onText;
    std::string m_held; // what may become a pseudonym, from its `<`
    std::size_t m_count = 0;
    std::size_t m_unknown = 0;
};

} // namespace cartouche::privacy
