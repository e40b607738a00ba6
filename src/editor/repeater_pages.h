#pragma once

#include "core/config/tag.h"

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <vector>

namespace cartouche::editor {

/// Repeaters with `mode="pagination"`: of their items some are shown at a time, a page
/// (spec/tags.md 1.6). Tags must outlive it, until restart().
class RepeaterPages {
public:
    /// How many items a page can have.
    static constexpr std::array<std::size_t, 6> kSizes{1, 5, 10, 25, 50, 100};

    /// Of another config: the first page of each is shown. The size of pages stays.
    void restart(const config::Tag& root);

    /// Whether it has pages, of which there are at least two even with one item on each.
    bool isPaged(const config::Tag& repeater) const;
    std::size_t pageCount(const config::Tag& repeater) const;
    /// That is shown, from 0.
    std::size_t page(const config::Tag& repeater) const;
    /// The last one, if there are not as many.
    void show(const config::Tag& repeater, std::size_t page);
    /// The one that keys turn: it was turned last, or else is the first one; nullptr: none is
    /// shown.
    const config::Tag* current() const;

    /// Of all Repeaters.
    std::size_t size() const { return m_size; }
    /// What stood first on a page is still shown.
    void setSize(std::size_t size);

    /// Whether the tag stands on a page that is shown, or on none.
    bool isShown(const config::Tag& tag) const { return isWithin(tag, 0); }
    /// Or on one beside that.
    bool isNear(const config::Tag& tag) const { return isWithin(tag, 1); }
    /// Shows the page that it stands on. False if it is shown.
    bool reveal(const config::Tag& tag);

private:
    /// Of what stands in a Repeater: the innermost one, and in which of its items.
    struct Place {
        const config::Tag* repeater = nullptr;
        std::size_t item = 0;
    };

    void collect(const config::Tag& tag, std::optional<Place> around);
    bool isWithin(const config::Tag& tag, std::size_t distance) const;

    std::map<const config::Tag*, Place> m_places;
    std::vector<const config::Tag*> m_repeaters;        // that have pages, in document order
    std::map<const config::Tag*, std::size_t> m_firsts; // items of the pages that are shown
    std::size_t m_size = 1;
    const config::Tag* m_turned = nullptr;
};

} // namespace cartouche::editor
