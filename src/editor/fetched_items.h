#pragma once

#include "core/annotation/area.h"

#include <compare>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cartouche::editor {

/// What of Taxonomies stands at their addresses (`apiUrl`; spec/tags.md, Taxonomy): what was asked
/// for, and whether it came. The items themselves are added to the labeling interface.
class FetchedItems {
public:
    /// Within which item: the first ones are within none.
    struct Place {
        std::string address;
        annotation::Path path;

        auto operator<=>(const Place&) const = default;
    };

    /// Another task: nothing was asked for.
    void restart();
    /// Asks for it, also once more after a failure; not while it is on its way, or if it came.
    void need(Place place);
    /// What the page has to fetch, each once.
    std::vector<Place> takeNeeded() { return std::exchange(m_needed, {}); }

    bool isWaiting(const Place& place) const;
    /// It came.
    void finish(const Place& place);
    /// It did not, and why.
    void fail(const Place& place, std::string problem);
    /// Why it did not come; empty: it did, or nobody asked, or it is on its way.
    std::string_view problemOf(const Place& place) const;
    /// What did not come from an address, the first items before those within items.
    std::vector<Place> failures(std::string_view address) const;

    /// Another number whenever any of this changes.
    std::uint64_t revision() const { return m_revision; }

private:
    enum class Stage : std::uint8_t { Waiting, Here, Failed };
    struct State {
        Stage stage = Stage::Waiting;
        std::string problem;
    };

    const State* find(const Place& place) const;

    std::map<Place, State> m_states;
    std::vector<Place> m_needed;
    std::uint64_t m_revision = 0;
};

} // namespace cartouche::editor
