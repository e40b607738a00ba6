#pragma once

#include "core/json/cursor.h"

#include <list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cartouche::json {

/// The members of an object in a checked text, each as the text of its value. One can read object
/// after object, without memory for each.
class Members {
public:
    struct Member {
        std::string_view key;
        std::string_view value;
    };

    Members() = default;
    /// Of what is no object: none. The text must outlive this.
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
    std::optional<std::string_view> find(std::string_view key) const;
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

    std::string_view m_text;
    const std::vector<Extent>* m_extents = nullptr;
    std::vector<Member> m_members;
    std::list<std::string> m_unescaped; // what is written with escapes
};

} // namespace cartouche::json
