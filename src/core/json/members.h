#pragma once

#include "core/json/cursor.h"
#include "core/json/scan.h"

#include <bit>
#include <cstdint>
#include <list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cartouche::json {

/// The members of an object in a checked text, each as the text of its value. One can read object
/// after object, without memory for each, and faster if they have the same keys. The texts must
/// outlive it.
class Members {
public:
    struct Member {
        std::string_view key;
        std::string_view value;
    };

    Members() = default;
    /// Of what is no object: none.
    explicit Members(std::string_view checked) : Members(Cursor(checked)) {}
    explicit Members(Cursor cursor) { read(cursor); }
    Members(const Members&) = delete;
    Members& operator=(const Members&) = delete;

    /// Forgets what it held. Passes the object; no other value.
    void read(Cursor& cursor);
    /// The same, and reads the member `nestedKey` into `nested` on the way, rather than passing it
    /// first.
    void read(Cursor& cursor, std::string_view nestedKey, Members& nested);

    /// The whole object.
    std::string_view text() const { return m_text; }
    /// In the order of the text.
    const std::vector<Member>& all() const { return m_members; }
    bool has(std::string_view key) const { return find(key).has_value(); }
    /// Of two with one key the last counts, as everywhere in JavaScript.
    std::optional<std::string_view> find(std::string_view key) const {
        const scan::Hits hits = findMarks(key);
        const bool isNone = (hits[0] | hits[1]) == 0 && m_members.size() <= kMarked;
        return isNone ? std::nullopt : findAmong(hits, key);
    }
    /// Before the member's value; before `null` if there is none.
    Cursor at(std::string_view key) const;

    /// These give nothing, too, if the member is of another type.
    std::optional<double> number(std::string_view key) const;
    std::optional<bool> flag(std::string_view key) const;
    /// "" in place of nothing.
    std::string text(std::string_view key) const;
    /// As text(), until the next object is read.
    std::string_view view(std::string_view key);

private:
    template <typename PassValue>
    void readEach(Cursor& cursor, PassValue passValue);

    Member& passKey(Cursor& cursor, std::size_t index);
    void keepFirst(std::size_t count);
    void forget();

    // The first members are found by a byte that few other keys have, and all of them are compared
    // at once: most of what readers look for is not there.

    static constexpr std::size_t kMarked = sizeof(scan::Letters);

    /// Never 0, which stands for no member.
    static constexpr std::uint8_t markOf(std::string_view key) {
        const auto letter = [](char value) { return static_cast<unsigned char>(value); };
        const std::size_t ends =
            key.empty() ? 0 : 31 * letter(key.front()) + 7 * letter(key.back());
        return static_cast<std::uint8_t>((key.size() + ends) | 0x80U);
    }
    scan::Hits findMarks(std::string_view key) const {
        return std::bit_cast<scan::Hits>(m_marks == markOf(key));
    }
    std::optional<std::string_view> findAmong(const scan::Hits& hits, std::string_view key) const;

    std::string_view m_text;
    const std::vector<Extent>* m_extents = nullptr;
    std::vector<Member> m_members;
    scan::Letters m_marks{};            // of the first members
    std::list<std::string> m_unescaped; // what is written with escapes
};

} // namespace cartouche::json
