#pragma once

#include "core/json/checked_text.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cartouche::json {

enum class Kind { Object, List, Text, Number, Boolean, Null };

/// In the words of messages, as describeType.
std::string_view describeKind(Kind kind);

/// Walks once, from left to right, over a JSON text that checkJson has found good, and makes no
/// tree of it. It stands before a value; whatever reads the value also passes it. The text must
/// outlive it.
class Cursor {
public:
    /// `checked` is the text of a CheckedText, or a part of one that skip() returned. With the
    /// extents of the whole, what is large in it is passed in one step.
    explicit Cursor(std::string_view checked, const std::vector<Extent>* extents = nullptr)
        : m_at(checked.data()), m_end(checked.data() + checked.size()), m_extents(extents) {}
    explicit Cursor(const CheckedText& checked) : Cursor(checked.text(), checked.extents()) {}

    /// Of the value that it stands before.
    Kind kind() const;
    const char* position() const { return m_at; }
    const std::vector<Extent>* extents() const { return m_extents; }

    /// Passes the value, whatever it is. Returns its text.
    std::string_view skip();

    /// A finite number, or the one that a text spells out, as older results do
    /// (spec/edge-cases.md 11.6). Passes no other value.
    std::optional<double> readNumber();
    /// The bytes of a list of whole numbers from 0 to 255. Nothing, once it has passed it, if it is
    /// another list; passes no other value.
    std::optional<std::vector<std::uint8_t>> readBytes();
    /// These pass no other value, either.
    std::optional<bool> readFlag();
    std::optional<std::string> readText();

    /// Calls onMember(key, cursor) for each member: the key as it is written between its quotes,
    /// the cursor before the value, which onMember may read or leave. The value must be an object.
    template <typename OnMember>
    void readObject(OnMember onMember) {
        for (open(); !isPast('}');) {
            const std::string_view key = passKey();
            const char* before = m_at;
            onMember(key, *this);
            if (m_at == before) {
                skip();
            }
        }
    }

    /// Calls onItem(cursor) for each item, as above. The value must be a list.
    template <typename OnItem>
    void readList(OnItem onItem) {
        for (open(); !isPast(']');) {
            const char* before = m_at;
            onItem(*this);
            if (m_at == before) {
                skip();
            }
        }
    }

private:
    friend class Members; // which reads objects one after another that mostly have the same keys

    void open();
    bool isPast(char close);
    std::string_view passKey();
    /// Passes the key if it is this one. Returns it where it stands; nothing if it is another.
    std::optional<std::string_view> passKey(std::string_view expected);
    std::string_view passText();
    std::string_view passScalar();

    const char* findEnd() const;

    const char* m_at;
    const char* m_end;
    const std::vector<Extent>* m_extents;
};

/// The text that stands between quotes as `escaped`.
std::string unescape(std::string_view escaped);

} // namespace cartouche::json
