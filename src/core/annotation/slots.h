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

/// Things in the order in which they were made, side by side in blocks of memory that never move:
/// they are not copied as they become many, and nothing is set aside for more of them. An erased
/// one keeps its place, out of sight, so that undo brings it back where it was, at no cost.
template <typename T>
class Slots {
public:
    /// Makes it where it stays, of what its constructor or its first members take.
    template <typename... Parts>
    Handle<T> add(Parts&&... parts) {
        if (slotCount() % kBlock == 0) {
            // The first block grows: most documents hold few things.
            m_blocks.emplace_back().reserve(m_blocks.size() > 1 ? kBlock : 0);
        }
        m_blocks.back().emplace_back(std::forward<Parts>(parts)...);
        m_isThere.push_back(true);
        const Handle<T> handle{static_cast<std::uint32_t>(slotCount() - 1)};
        markChanged(handle);
        return handle;
    }

    /// nullptr if it is erased.
    const T* find(Handle<T> handle) const { return isThere(handle) ? &at(handle) : nullptr; }
    /// Also if it is erased: as it was then.
    const T& evenErased(Handle<T> handle) const { return at(handle); }
    /// To change it.
    T* find(Handle<T> handle) {
        if (!isThere(handle)) {
            return nullptr;
        }
        markChanged(handle);
        return &m_blocks[handle.index / kBlock][handle.index % kBlock];
    }

    void erase(Handle<T> handle) {
        m_isThere[handle.index] = false;
        markChanged(handle);
    }
    void restore(Handle<T> handle) {
        m_isThere[handle.index] = true;
        markChanged(handle);
    }

    /// What was added, erased, restored or given out to be changed since the last call, each once.
    /// Nothing is noted before the first call, so that loading does not pay for it.
    std::vector<Handle<T>> takeChanged() {
        m_isNoting = true;
        for (const Handle<T> handle : m_changed) {
            m_isChanged[handle.index] = false;
        }
        return std::exchange(m_changed, {});
    }

    /// The handles of all that are there, in order.
    auto handles() const {
        return std::views::iota(std::uint32_t{0}, static_cast<std::uint32_t>(slotCount())) |
               std::views::transform([](std::uint32_t index) { return Handle<T>{index}; }) |
               std::views::filter([this](Handle<T> handle) { return isThere(handle); });
    }
    /// All that are there, in order.
    auto all() const {
        return handles() |
               std::views::transform([this](Handle<T> handle) -> const T& { return at(handle); });
    }
    /// How many there ever were.
    std::size_t slotCount() const { return m_isThere.size(); }

    bool operator==(const Slots& other) const { return std::ranges::equal(all(), other.all()); }

private:
    static constexpr std::size_t kBlock = 512;

    const T& at(Handle<T> handle) const {
        return m_blocks[handle.index / kBlock][handle.index % kBlock];
    }
    bool isThere(Handle<T> handle) const {
        return handle.index < slotCount() && m_isThere[handle.index];
    }

    void markChanged(Handle<T> handle) {
        if (!m_isNoting) {
            return;
        }
        m_isChanged.resize(slotCount());
        if (!m_isChanged[handle.index]) {
            m_isChanged[handle.index] = true;
            m_changed.push_back(handle);
        }
    }

    std::vector<std::vector<T>> m_blocks;
    std::vector<bool> m_isThere;
    bool m_isNoting = false;
    std::vector<Handle<T>> m_changed;
    std::vector<bool> m_isChanged; // whether it is among those
};

} // namespace cartouche::annotation
