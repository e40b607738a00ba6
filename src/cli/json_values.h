#pragma once

#include "core/diagnostics/diagnostic.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace cartouche::cli {

/// Cuts JSON that comes in pieces of any size into the items of its list, and holds no more of it
/// than one item. Values behind one another without a list, such as one a line (JSON Lines), are
/// items, too. What an item is like inside is not looked at.
class JsonValues {
public:
    struct Item {
        std::string_view text;       // good until the call returns; empty where one is missing
        diagnostics::Location where; // of its first character
    };
    using OnItem = std::function<void(const Item& item)>;

    explicit JsonValues(OnItem onItem) : m_onItem(std::move(onItem)) {}

    void feed(std::string_view piece);
    /// After the last piece. What is wrong between the items, if anything is: what stands behind
    /// the list, or an end too early.
    std::optional<diagnostics::Diagnostic> finish();

    /// Whether the items are those of a list: known once there was one.
    bool isList() const { return m_isList; }

private:
    enum class Place { Start, BeforeItem, Item, Text, Escape, AfterItem, End };

    void pass(char character);
    void passItem(char character);
    void begin(char character);
    void endItem();
    void endList();
    void complain(const char* message);

    OnItem m_onItem;
    std::string m_item;
    Place m_place = Place::Start;
    int m_depth = 0; // of brackets in the item
    bool m_isList = false;
    bool m_isAfterComma = false;
    diagnostics::Location m_at{.line = 1, .column = 1, .pointer = ""};
    diagnostics::Location m_began;
    std::optional<diagnostics::Diagnostic> m_problem;
};

} // namespace cartouche::cli
