#pragma once

#include "core/json/checked_text.h"

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

namespace cartouche::json {

/// One pass over a JSON text that says whether it is good. Of our own, because loading has to keep
/// up with a browser's JSON.parse: RapidJSON's validating reader alone took longer than all of it
/// may.
///
/// It works in short runs, each a call of its own: a browser first runs WebAssembly slowly
/// compiled, and changes to better code only when a function is called again.
class Checker {
public:
    /// `text` must end with a NUL behind it.
    explicit Checker(std::string_view text) : m_at(text.data()), m_end(text.data() + text.size()) {}

    /// Whether the text is one good value and nothing else.
    bool check();

    /// Of all large objects and lists, in the order in which they begin; once it was checked.
    std::vector<Extent> takeExtents();

private:
    enum class Next { Value, FirstItem, FirstKey, Key, After, Done, Bad };

    void run();
    Next passValue();
    Next passFirstItem();
    Next passFirstKey();
    Next passMembers();
    Next passItems();
    Next passAfter();
    Next open(bool isObject);
    Next close();
    bool isOver() const { return m_next == Next::Done || m_next == Next::Bad; }
    bool isInObject() const { return m_isObject[m_depth - 1]; }

    static constexpr std::size_t kMostDepth = 512;

    const char* m_at;
    const char* m_end;
    Next m_next = Next::Value;
    std::size_t m_depth = 0;
    std::array<bool, kMostDepth> m_isObject{};
    std::array<const char*, kMostDepth> m_first{};
    std::vector<Extent> m_extents;
};

} // namespace cartouche::json
