#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <ranges>
#include <utility>
#include <vector>

namespace cartouche::annotation {

/// Names one thing in the Slots of a document, for as long as the document lives: what is erased
/// and comes back by undo has its handle again, and no handle ever names another thing.
template <typename T>
struct Handle {
    std::uint32_t index = 0;

    auto operator<=>(const Handle&) const = default;
};

/// Things in the order in which they were made, side by side in memory. An erased one keeps its
/// place, out of sight, so that undo brings it back where it was, at no cost.
template <typename T>
class Slots {
public:
    Handle<T> add(T thing) {
        m_things.push_back(std::move(thing));
        m_isThere.push_back(true);
        return {static_cast<std::uint32_t>(m_things.size() - 1)};
    }

    /// nullptr if it is erased.
    const T* find(Handle<T> handle) const {
        return isThere(handle) ? &m_things[handle.index] : nullptr;
    }
    T* find(Handle<T> handle) { return isThere(handle) ? &m_things[handle.index] : nullptr; }

    void erase(Handle<T> handle) { m_isThere[handle.index] = false; }
    void restore(Handle<T> handle) { m_isThere[handle.index] = true; }

    /// The handles of all that are there, in order.
    auto handles() const {
        return std::views::iota(std::uint32_t{0}, static_cast<std::uint32_t>(m_things.size())) |
               std::views::transform([](std::uint32_t index) { return Handle<T>{index}; }) |
               std::views::filter([this](Handle<T> handle) { return isThere(handle); });
    }
    /// All that are there, in order.
    auto all() const {
        return handles() | std::views::transform([this](Handle<T> handle) -> const T& {
                   return m_things[handle.index];
               });
    }
    /// How many there ever were.
    std::size_t slotCount() const { return m_things.size(); }

    bool operator==(const Slots& other) const { return std::ranges::equal(all(), other.all()); }

private:
    bool isThere(Handle<T> handle) const {
        return handle.index < m_things.size() && m_isThere[handle.index];
    }

    std::vector<T> m_things;
    std::vector<bool> m_isThere;
};

} // namespace cartouche::annotation
